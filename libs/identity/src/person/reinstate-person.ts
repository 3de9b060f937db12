import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { AccessRepository } from '../access/access.repository.js';
import { mustBeAllowed } from '../access/may.js';
import { personReinstated } from '../events.js';
import { type Person, statusIn } from './person.js';
import { PersonRepository } from './person.repository.js';

/** Who may work again. */
export interface ReinstatePersonInput {
  readonly personId: PersonId;
}

/** Ends a suspension in this force: the account stands where it stood before. */
@Injectable()
export class ReinstatePerson {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonRepository,
    private readonly access: AccessRepository,
  ) {}

  async execute(ctx: RequestContext, input: ReinstatePersonInput): Promise<Person> {
    mustBeAllowed(ctx, 'identity.person.reinstate', { forceWide: true });
    const { forceId } = ctx.force;
    return this.work.run(ctx, async (announce) => {
      const person = found(await this.people.byId(ctx.force, input.personId));
      if (statusIn(person, forceId) !== 'suspended') return person;
      const suspendedIn = person.suspendedIn.filter((id) => id !== forceId);
      const reinstated: Person = { ...person, suspendedIn };

      await this.people.save(reinstated);
      await this.access.reinstate(ctx.force, person.id);
      announce(personReinstated({ personId: person.id }));
      return reinstated;
    });
  }
}
