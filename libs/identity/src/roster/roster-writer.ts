import type { RequestContext } from '@app/platform/context/request-context.js';
import type { Announce } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { AccessRepository } from '../access/access.repository.js';
import {
  personAdded,
  personChanged,
  personProposed,
  postingChanged,
  postingEnded,
  postingStarted,
} from '../events.js';
import { PersonRepository } from '../person/person.repository.js';
import { ProposalRepository } from '../person/proposal.repository.js';
import { PostingRepository } from '../posting/posting.repository.js';
import { factsOf } from '../posting/posting-facts.js';
import { InvitationRepository } from '../sign-in/invitation.repository.js';
import type { Plan } from './plan-rows.js';

/** Makes a plan happen, inside the unit of work under way: bulk writes, and one event for each record. */
@Injectable()
export class RosterWriter {
  constructor(
    private readonly people: PersonRepository,
    private readonly access: AccessRepository,
    private readonly postings: PostingRepository,
    private readonly proposals: ProposalRepository,
    private readonly invitations: InvitationRepository,
  ) {}

  /** Writes the plan. */
  async write(ctx: RequestContext, announce: Announce, plan: Plan): Promise<void> {
    await this.writePeople(announce, plan);
    await this.writePostings(announce, plan);
    for (const { personId, staffNumber } of plan.proposals) {
      const proposalId = await this.proposals.propose(ctx.force, personId, staffNumber);
      if (proposalId !== null) announce(personProposed({ personId, proposalId }));
    }
  }

  private async writePeople(announce: Announce, plan: Plan): Promise<void> {
    await this.people.addAll(plan.newPeople);
    await this.access.addAll(plan.newPeople);
    for (const { id } of plan.newPeople) announce(personAdded({ personId: id }));
    const changed = [...plan.changedPeople.values()];
    // A change is saved against the revision that was loaded, however many rows made it.
    await this.people.saveAll(changed.map(({ before, after }) => ({ ...after, revision: before.revision })));
    for (const { before, after } of changed) {
      if (after.language !== before.language) await this.access.follow(after.id, after);
      // An invitation went to the old address: whoever reads that must not become this person.
      if (after.email !== before.email) await this.invitations.replaceAll(after.id);
      announce(personChanged({ personId: after.id }));
    }
  }

  private async writePostings(announce: Announce, plan: Plan): Promise<void> {
    await this.postings.addAll(plan.newPostings);
    for (const posting of plan.newPostings) announce(postingStarted(factsOf(posting)));
    await this.postings.saveAll(plan.changedPostings.map(({ after }) => after));
    for (const { before, after } of plan.changedPostings) {
      const event = after.to !== before.to && after.to !== null ? postingEnded : postingChanged;
      announce(event(factsOf(after)));
    }
  }
}
