import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { type PasswordResetId, passwordResetMissed, passwordResetRequested } from '../events.js';
import type { Person } from '../person/person.js';
import { PersonRepository } from '../person/person.repository.js';
import { RESET_MS } from './password-reset.js';
import { PasswordResetRepository } from './password-reset.repository.js';
import { accountKey } from './sign-in.js';
import { type Limit, Throttle } from './throttle.repository.js';

const HOUR_MS = 60 * 60 * 1000;
const ACCOUNT_LIMIT: Limit = { name: 'reset-account', most: 3, windowMs: HOUR_MS };
const ADDRESS_LIMIT: Limit = { name: 'reset-address', most: 60, windowMs: HOUR_MS };

/** The address whose password is forgotten; `address` is the network address of whoever asks. */
export interface RequestPasswordResetInput {
  readonly email: string;
  readonly address: string;
}

/** Sends a link for a new password, if there is such an account and it was not asked for too often. Never says which. */
@Injectable()
export class RequestPasswordReset {
  constructor(
    private readonly work: UnitOfWork,
    private readonly throttle: Throttle,
    private readonly people: PersonRepository,
    private readonly resets: PasswordResetRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: RequestPasswordResetInput): Promise<void> {
    const email = accountKey(input.email);
    const tooOften = [
      await this.throttle.take(ADDRESS_LIMIT, input.address),
      await this.throttle.take(ACCOUNT_LIMIT, email),
    ].some((until) => until !== null);
    await this.work.run(ctx, async (announce) => {
      const now = this.clock.now();
      const account = await this.people.byEmail(email);
      const person = tooOften ? null : mayReset(account);
      const resetId = newId<PasswordResetId>();
      const expiresAt = new Date(now.getTime() + RESET_MS);

      await this.resets.add(
        { id: resetId, personId: person?.id ?? null, expiresAt, usedAt: null, replacedAt: null },
        now,
      );
      const forceId = person?.forceIds[0];
      if (person === null || forceId === undefined) announce(passwordResetMissed({ resetId }));
      else announce(passwordResetRequested({ personId: person.id, resetId }, { forceId }));
    });
  }
}

/** Only an account that has a password and a force that has not suspended it can have a new one. */
function mayReset(account: Person | null): Person | null {
  if (account?.accountStatus !== 'active') return null;
  return account.forceIds.some((id) => !account.suspendedIn.includes(id)) ? account : null;
}
