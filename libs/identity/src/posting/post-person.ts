import { type CalendarDate } from '@app/platform/clock/calendar.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { mustBeAllowed } from '../access/may.js';
import { postingStarted } from '../events.js';
import { PersonRepository } from '../person/person.repository.js';
import { refusal } from '../refusals.js';
import { oncePerThing } from '../second-arrival.js';
import type { UnitId } from '../unit/unit.js';
import { UnitRepository } from '../unit/unit.repository.js';
import {
  type DatedPerson,
  endsAfterItBegins,
  hoursAreWorkable,
  managerIsSomeoneElse,
  type Posting,
  type PostingId,
  rankAndRoleExist,
  saysTheSame,
} from './posting.js';
import { PostingRepository } from './posting.repository.js';
import { factsOf } from './posting-facts.js';

/** Who is posted where, as what, from when. Days are included at both ends; hours are a week's. */
export interface PostPersonInput {
  readonly personId: PersonId;
  readonly unitId: UnitId;
  readonly rankId: string;
  readonly roleId: string;
  readonly from: CalendarDate;
  readonly to?: CalendarDate | null;
  readonly shiftPattern?: string | null;
  readonly contractedHours?: number | null;
  readonly lineManagerId?: PersonId | null;
  readonly deputies?: readonly DatedPerson[];
  readonly expectedEnd?: CalendarDate | null;
}

/** Posts a person to a unit. The same posting again gives the one that is there. */
@Injectable()
export class PostPerson {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonRepository,
    private readonly units: UnitRepository,
    private readonly postings: PostingRepository,
  ) {}

  async execute(ctx: RequestContext, input: PostPersonInput): Promise<Posting> {
    const wanted = newPosting(ctx, input);
    mustBeAllowed(ctx, 'identity.person.post', { unitId: wanted.unitId });
    return oncePerThing(() =>
      this.work.run(ctx, async (announce) => {
        found(await this.people.byId(ctx.force, wanted.personId));
        found(await this.units.byId(ctx.force, wanted.unitId));
        if (wanted.lineManagerId !== null) found(await this.people.byId(ctx.force, wanted.lineManagerId));
        for (const { personId } of wanted.deputies) found(await this.people.byId(ctx.force, personId));
        const same = await this.postings.same(wanted);

        if (same !== null && saysTheSame(same, wanted)) return same;
        if (same !== null) throw refusal('POSTING_ALREADY_THERE', { field: 'from' });

        await this.postings.addAll([wanted]);
        announce(postingStarted(factsOf(wanted)));
        return wanted;
      }),
    );
  }
}

function newPosting(ctx: RequestContext, input: PostPersonInput): Posting {
  const lineManagerId = input.lineManagerId ?? null;
  const posting: Posting = {
    id: newId<PostingId>(),
    forceId: ctx.force.forceId,
    personId: input.personId,
    unitId: input.unitId,
    rankId: input.rankId,
    roleId: input.roleId,
    from: input.from,
    to: input.to ?? null,
    shiftPattern: input.shiftPattern ?? null,
    contractedHours: input.contractedHours ?? null,
    lineManagerId,
    lineManagers: lineManagerId === null ? [] : [{ personId: lineManagerId, from: input.from, to: null }],
    deputies: input.deputies ?? [],
    expectedEnd: input.expectedEnd ?? null,
    revision: 1,
  };
  rankAndRoleExist(posting);
  endsAfterItBegins(posting);
  endsAfterItBegins({ from: posting.from, to: posting.expectedEnd }, 'expectedEnd');
  hoursAreWorkable(posting.contractedHours);
  managerIsSomeoneElse(posting.personId, lineManagerId);
  return posting;
}
