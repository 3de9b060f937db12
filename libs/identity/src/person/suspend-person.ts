import { actingPerson, type PersonId, type RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { AccessRepository } from '../access/access.repository.js';
import { mustBeAllowed } from '../access/may.js';
import { personSuspended } from '../events.js';
import { refusal } from '../refusals.js';
import { SessionKeeper } from '../sign-in/session-keeper.js';
import { type Person, statusIn } from './person.js';
import { PersonRepository } from './person.repository.js';

const LONGEST_REASON = 500;

/** Who is suspended and why: 1 to 500 characters, kept beside the journal and erasable. */
export interface SuspendPersonInput {
  readonly personId: PersonId;
  readonly reason: string;
}

/** Suspends a person in this force: it acts at their next request, and ends their sessions here. */
@Injectable()
export class SuspendPerson {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonRepository,
    private readonly access: AccessRepository,
    private readonly keeper: SessionKeeper,
  ) {}

  async execute(ctx: RequestContext, input: SuspendPersonInput): Promise<Person> {
    mustBeAllowed(ctx, 'identity.person.suspend', { forceWide: true });
    const { forceId } = ctx.force;
    const reason = input.reason.trim();
    return this.work.run(ctx, async (announce) => {
      const person = found(await this.people.byId(ctx.force, input.personId));

      if (actingPerson(ctx) === person.id) throw refusal('PERSON_SELF_SUSPENDED', { field: 'personId' });
      if (reason.length === 0 || reason.length > LONGEST_REASON)
        throw refusal('REASON_MISSING', { field: 'reason' });
      if (statusIn(person, forceId) === 'suspended') return person;
      const suspended: Person = { ...person, suspendedIn: [...person.suspendedIn, forceId] };

      await this.people.save(suspended);
      await this.access.suspend(ctx.force, person.id);
      await this.keeper.endAll(announce, { personId: person.id, forceId }, 'suspended');
      announce(personSuspended({ personId: person.id }, { payload: { reason } }));
      return suspended;
    });
  }
}
