import type { ForceId, RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { ForceReader } from '../force/force.reader.js';
import type { Person } from '../person/person.js';
import { PersonRepository } from '../person/person.repository.js';
import { refusal } from '../refusals.js';
import { CredentialRepository } from './credential.repository.js';
import { Passwords } from './passwords.js';
import { SessionKeeper, type SignedIn } from './session-keeper.js';
import { type Limit, Throttle } from './throttle.repository.js';

const MINUTE_MS = 60 * 1000;
const QUARTER_MS = 15 * MINUTE_MS;
/** Wrong passwords for one account, known or not. */
export const ACCOUNT_LIMIT: Limit = { name: 'sign-in-account', most: 5, windowMs: QUARTER_MS };
/** Wrong passwords from one address, behind which a whole station may sit. */
export const ADDRESS_LIMIT: Limit = { name: 'sign-in-address', most: 200, windowMs: QUARTER_MS };

/** What a person gives to sign in; `address` is the network address that they come from. */
export interface SignInInput {
  readonly identifier: string;
  readonly password: string;
  /** Which force, for a person whom several hold; the first that has not suspended them when absent. */
  readonly forceSlug?: string | null;
  readonly address: string;
}

/** What signing in asks of accounts, at the same cost whether there is one or not. */
@Injectable()
export class Accounts {
  constructor(
    private readonly people: PersonRepository,
    private readonly credentials: CredentialRepository,
    private readonly passwords: Passwords,
    private readonly forces: ForceReader,
  ) {}

  /** The active person whose password this is. */
  async withPassword(identifier: string, password: string): Promise<Person | null> {
    const person = await this.people.byEmail(identifier);
    const hash = await this.credentials.hashOf(person?.id);
    const right = await this.passwords.matches(hash, password);
    return right && person?.accountStatus === 'active' ? person : null;
  }

  /** The force to sign in to: the named one, or the first that holds the person and has not suspended them. */
  async forceFor(person: Person, slug: string | null | undefined): Promise<ForceId | null> {
    const open = person.forceIds.filter((id) => !person.suspendedIn.includes(id));
    if (slug === undefined || slug === null) return open[0] ?? null;
    const wanted = await this.forces.bySlug(slug);
    return wanted !== null && open.includes(wanted.id) ? wanted.id : null;
  }
}

/** Signs a person in by e-mail address and password. Every "no" is the same, and takes as long. */
@Injectable()
export class SignIn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly throttle: Throttle,
    private readonly accounts: Accounts,
    private readonly keeper: SessionKeeper,
  ) {}

  async execute(ctx: RequestContext, input: SignInInput): Promise<SignedIn> {
    const identifier = accountKey(input.identifier);
    await this.refuseTooMany(identifier, input.address);

    const person = await this.accounts.withPassword(identifier, input.password);
    const forceId = person === null ? null : await this.accounts.forceFor(person, input.forceSlug);
    if (person === null || forceId === null) throw refusal('SIGN_IN_FAILED');

    await this.throttle.clear(ACCOUNT_LIMIT, identifier);
    await this.throttle.giveBack(ADDRESS_LIMIT, input.address);
    return this.work.run(ctx, (announce) => this.keeper.start(announce, person, forceId));
  }

  private async refuseTooMany(identifier: string, address: string): Promise<void> {
    const until =
      (await this.throttle.take(ADDRESS_LIMIT, address)) ??
      (await this.throttle.take(ACCOUNT_LIMIT, identifier));
    if (until !== null) throw refusal('SIGN_IN_THROTTLED', { facts: { until: nextMinute(until) } });
  }
}

/** The sentence gives minutes: never an earlier one than is meant. */
function nextMinute(instant: Date): Date {
  return new Date(Math.ceil(instant.getTime() / MINUTE_MS) * MINUTE_MS);
}

/** An identifier as accounts are found and attempts counted by it. */
export function accountKey(identifier: string): string {
  return identifier.trim().normalize('NFC').toLowerCase().slice(0, 254);
}
