import type { Language, PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { type Announce, UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { AccessRepository } from '../access/access.repository.js';
import { mustBeAllowed } from '../access/may.js';
import { personAdded, personProposed } from '../events.js';
import { refusal } from '../refusals.js';
import { oncePerThing } from '../second-arrival.js';
import { emailAddress, type Person, personName, staffNumber, staffNumberIn } from './person.js';
import { PersonRepository } from './person.repository.js';
import { ProposalRepository } from './proposal.repository.js';

/** Somebody new to the force. Without an e-mail address they cannot be invited; without a number no roster finds them. */
export interface AddPersonInput {
  readonly givenName: string;
  readonly familyName: string;
  readonly staffNumber: string | null;
  readonly email: string | null;
  readonly language?: Language;
}

/** Adds a person to the force. Adding the same person again gives the one who is there. */
@Injectable()
export class AddPerson {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonRepository,
    private readonly access: AccessRepository,
    private readonly proposals: ProposalRepository,
  ) {}

  async execute(ctx: RequestContext, input: AddPersonInput): Promise<Person> {
    mustBeAllowed(ctx, 'identity.person.add', { forceWide: true });
    const wanted = newPerson(ctx, input);
    const outcome = await oncePerThing(() =>
      this.work.run(ctx, (announce) => this.add(ctx, announce, wanted)),
    );
    if (outcome === 'held elsewhere') throw refusal('PERSON_HELD_ELSEWHERE', { field: 'email' });
    return outcome;
  }

  private async add(
    ctx: RequestContext,
    announce: Announce,
    wanted: Person,
  ): Promise<Person | 'held elsewhere'> {
    const number = staffNumberIn(wanted, ctx.force.forceId);
    const numbered = number === null ? [] : await this.people.byStaffNumbers(ctx.force, [number]);
    const addressed = wanted.email === null ? null : await this.people.byEmail(wanted.email);

    const holder = addressed ?? numbered[0];
    if (holder !== undefined && isTheSame(holder, wanted, ctx)) return holder;
    if (addressed !== null) {
      if (addressed.forceIds.includes(ctx.force.forceId)) throw refusal('EMAIL_TAKEN', { field: 'email' });
      // Recorded although the addition is refused: hence not thrown here, which would roll it back.
      const proposalId = await this.proposals.propose(ctx.force, addressed.id, number);
      if (proposalId !== null) announce(personProposed({ personId: addressed.id, proposalId }));
      return 'held elsewhere';
    }
    if (numbered.length > 0) throw refusal('STAFF_NUMBER_TAKEN', { field: 'staffNumber' });

    await this.people.addAll([wanted]);
    await this.access.addAll([wanted]);
    announce(personAdded({ personId: wanted.id }));
    return wanted;
  }
}

function newPerson(ctx: RequestContext, input: AddPersonInput): Person {
  const { forceId } = ctx.force;
  const number = input.staffNumber === null ? null : staffNumber(input.staffNumber);
  return {
    id: newId<PersonId>(),
    givenName: personName(input.givenName, 'givenName'),
    familyName: personName(input.familyName, 'familyName'),
    email: input.email === null ? null : emailAddress(input.email),
    language: input.language ?? 'en',
    forceIds: [forceId],
    staffNumbers: number === null ? [] : [{ forceId, number }],
    accountStatus: 'added',
    suspendedIn: [],
    fedIn: [],
    revision: 1,
  };
}

function isTheSame(holder: Person, wanted: Person, ctx: RequestContext): boolean {
  const { forceId } = ctx.force;
  return (
    holder.forceIds.includes(forceId) &&
    holder.email === wanted.email &&
    holder.givenName === wanted.givenName &&
    holder.familyName === wanted.familyName &&
    staffNumberIn(holder, forceId) === staffNumberIn(wanted, forceId)
  );
}
