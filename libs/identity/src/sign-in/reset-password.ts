import { Clock } from '@app/platform/clock/clock.js';
import type { ForceId, RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import type { PasswordResetId } from '../events.js';
import type { Person } from '../person/person.js';
import { PersonRepository } from '../person/person.repository.js';
import { refusal } from '../refusals.js';
import { Links } from './links.js';
import { PasswordChange } from './password-change.js';
import { type PasswordReset, resetIsOpen } from './password-reset.js';
import { PasswordResetRepository } from './password-reset.repository.js';
import { Passwords, passwordIsFit } from './passwords.js';
import { SessionKeeper } from './session-keeper.js';
import { ACCOUNT_LIMIT } from './sign-in.js';
import { Throttle } from './throttle.repository.js';

/** The token of the link, and the new password. */
export interface ResetPasswordInput {
  readonly token: string;
  readonly password: string;
}

/** Open password resets by their tokens. */
@Injectable()
export class ResetRequests {
  constructor(
    private readonly links: Links,
    private readonly resets: PasswordResetRepository,
    private readonly people: PersonRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The open reset of the token and its person, or a refusal (IDN-30). */
  async of(token: string): Promise<{ reset: PasswordReset; person: Person; forceId: ForceId }> {
    const id = this.links.idIn<PasswordResetId>('password-reset', token);
    const reset = id === undefined ? null : await this.resets.byId(id);
    const personId = reset?.personId ?? null;
    const person = personId === null ? null : await this.people.account(personId);
    const forceId = person?.forceIds[0];
    if (reset === null || person === null || forceId === undefined)
      throw refusal('RESET_NOT_VALID', { field: 'token' });
    resetIsOpen(reset, this.clock.now());
    return { reset, person, forceId };
  }

  /** Uses the reset up. False when somebody else did. */
  async use(reset: PasswordReset): Promise<boolean> {
    return this.resets.use(reset.id, this.clock.now());
  }
}

/** Sets a new password, ends every session of the account and forgets its failed attempts. */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly work: UnitOfWork,
    private readonly requests: ResetRequests,
    private readonly passwords: Passwords,
    private readonly change: PasswordChange,
    private readonly keeper: SessionKeeper,
    private readonly throttle: Throttle,
  ) {}

  async execute(ctx: RequestContext, input: ResetPasswordInput): Promise<void> {
    await this.requests.of(input.token);
    passwordIsFit(input.password);
    const hash = await this.passwords.hash(input.password);
    const email = await this.work.run(ctx, async (announce) => {
      const { reset, person, forceId } = await this.requests.of(input.token);

      if (!(await this.requests.use(reset))) throw refusal('RESET_USED', { field: 'token' });
      await this.change.make(announce, person, { hash, forceId });
      await this.keeper.endAll(announce, { personId: person.id }, 'password-changed');
      return person.email;
    });
    if (email !== null) await this.throttle.clear(ACCOUNT_LIMIT, email);
  }
}
