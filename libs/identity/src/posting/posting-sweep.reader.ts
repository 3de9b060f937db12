import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { type PeopleRange, within } from '../person/people-range.js';
import type { UnitId } from '../unit/unit.js';
import { holding } from './posting.reader.js';
import { POSTING, type StoredPosting } from './posting.schema.js';

/** What work over a whole force asks of a posting. */
export interface PostingInBrief {
  readonly personId: PersonId;
  readonly unitId: UnitId;
  readonly rankId: string;
  readonly roleId: string;
  readonly from: CalendarDate;
}

/** Some people's postings, and the range that they stand for: everybody in it who is not here has none. */
export interface PostingsOfRange {
  readonly range: PeopleRange;
  /** The last of them; null: nobody comes after. */
  readonly upTo: PersonId | null;
  readonly postings: readonly PostingInBrief[];
}

const BRIEF = { personId: 1, unitId: 1, rankId: 1, roleId: 1, from: 1, _id: 0 };

/** Goes through the postings of a force that hold on a day, part by part, in the order of people's ids. */
@Injectable()
export class PostingSweep {
  constructor(@InjectModel(POSTING) private readonly postings: Model<StoredPosting>) {}

  /** The next part: at most `limit` postings of the people after `after`, each person whole. */
  async next(
    scope: ForceScope,
    { after, limit, on }: { after: PersonId | null; limit: number; on: CalendarDate },
  ): Promise<PostingsOfRange> {
    const stored = await this.postings
      .find({ forceId: objectId(scope.forceId), ...within({ after, upTo: null }), ...holding(on) }, BRIEF)
      .sort({ personId: 1 })
      .limit(limit)
      .lean<StoredPosting[]>();
    const all = stored.map(briefOf);
    if (all.length < limit) return { range: { after, upTo: null }, upTo: null, postings: all };
    // The last person's other postings may lie beyond the limit.
    const last = all.at(-1)?.personId;
    const whole = all.filter(({ personId }) => personId !== last);
    const upTo = whole.at(-1)?.personId;
    if (upTo === undefined) return this.next(scope, { after, on, limit: limit * 2 });
    return { range: { after, upTo }, upTo, postings: whole };
  }

  /** One person's. */
  async of(scope: ForceScope, personId: PersonId, on: CalendarDate): Promise<PostingInBrief[]> {
    const stored = await this.postings
      .find({ forceId: objectId(scope.forceId), personId: objectId(personId), ...holding(on) }, BRIEF)
      .lean<StoredPosting[]>();
    return stored.map(briefOf);
  }
}

function briefOf({ personId, unitId, rankId, roleId, from }: StoredPosting): PostingInBrief {
  return {
    ...{ personId: idOf<PersonId>(personId), unitId: idOf<UnitId>(unitId), rankId, roleId },
    from: from as CalendarDate,
  };
}
