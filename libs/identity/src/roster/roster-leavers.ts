import { londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { ForceScope, PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { AccessRepository } from '../access/access.repository.js';
import { personSuspended } from '../events.js';
import { staffNumberIn, statusIn } from '../person/person.js';
import { PersonRepository } from '../person/person.repository.js';
import { SessionKeeper } from '../sign-in/session-keeper.js';
import type { RosterImport } from './roster-import.js';

/** Whom a whole roster leaves out, of those of whom rosters speak. */
export interface Leavers {
  readonly leavers: PersonId[];
  readonly held: number;
}

/** Finds whom a whole roster leaves out, and suspends them. */
@Injectable()
export class RosterLeavers {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonRepository,
    private readonly access: AccessRepository,
    private readonly keeper: SessionKeeper,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** IDN-41. Streams through everybody of whom rosters speak. Whoever submitted it never leaves by it. */
  async find(
    scope: ForceScope,
    { named, submittedBy }: { named: ReadonlySet<string>; submittedBy: PersonId },
  ): Promise<Leavers> {
    const leavers: PersonId[] = [];
    let held = 0;
    for await (const person of this.people.fed(scope)) {
      held += 1;
      const number = staffNumberIn(person, scope.forceId);
      if (person.id !== submittedBy && (number === null || !named.has(number))) leavers.push(person.id);
    }
    return { leavers, held };
  }

  /** Suspends whom the check found, each in a transaction of their own; who is suspended or gone by now stays as they are. */
  async suspend(ctx: RequestContext, { leavers }: RosterImport): Promise<void> {
    const { forceId } = ctx.force;
    const reason = `Left out of the roster that was applied on ${londonDate(this.clock.now())}`;
    for (const personId of leavers)
      await this.work.run(ctx, async (announce) => {
        const person = await this.people.byId(ctx.force, personId);
        if (person === null || statusIn(person, forceId) === 'suspended') return;
        await this.people.save({ ...person, suspendedIn: [...person.suspendedIn, forceId] });
        await this.access.suspend(ctx.force, personId);
        await this.keeper.endAll(announce, { personId, forceId }, 'suspended');
        announce(personSuspended({ personId }, { payload: { reason } }));
      });
  }
}
