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

const BRIEF = { personId: 1, unitId: 1, rankId: 1, roleId: 1, from: 1, _id: 0 };

/** Goes through the postings of a force part by part, in the order of people's ids. */
@Injectable()
export class PostingSweep {
  constructor(@InjectModel(POSTING) private readonly postings: Model<StoredPosting>) {}

  /**
   * Ranges that hold everybody once, each with the people of at least `size` postings, and the last without an end: whoever has no
   * posting lies in one of them too. Read from the index alone.
   */
  async *ranges(scope: ForceScope, size: number): AsyncGenerator<PeopleRange> {
    let after: PersonId | null = null;
    for (;;) {
      const [last]: StoredPosting[] = await this.postings
        .find({ forceId: objectId(scope.forceId), ...within({ after, upTo: null }) }, { personId: 1, _id: 0 })
        .sort({ personId: 1 })
        .skip(size - 1)
        .limit(1)
        .lean<StoredPosting[]>();
      const upTo: PersonId | null = last === undefined ? null : idOf<PersonId>(last.personId);
      yield { after, upTo };
      if (upTo === null) return;
      after = upTo;
    }
  }

  /** The postings of these people that hold on a day. */
  async of(scope: ForceScope, range: PeopleRange, on: CalendarDate): Promise<PostingInBrief[]> {
    const stored = await this.postings
      .find({ forceId: objectId(scope.forceId), ...within(range), ...holding(on) }, BRIEF)
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
