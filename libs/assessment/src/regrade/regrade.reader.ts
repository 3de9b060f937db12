import type { ForceId, ForceScope } from '@app/platform/context/request-context.js';
import { idOf, objectId, parseId } from '@app/platform/ids/ids.js';
import type { ListPage, ListRequest } from '@app/platform/listing/listing.js';
import { acrossForces } from '@app/platform/mongo/tenancy.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { AttemptId } from '../attempt/attempt.js';
import type { Regrade, RegradeId, RegradeLine } from './regrade.js';
import {
  lineFrom,
  REGRADE,
  REGRADE_LINE,
  regradeOf,
  type StoredRegrade,
  type StoredRegradeLine,
} from './regrade.schema.js';
import { suppressed, suppressedTotal } from './suppress.js';

/** What a regrade means for one force, as the College sees it. Null: one to four people, which is not told. */
export interface ForceCount {
  readonly forceId: ForceId;
  readonly changed: number | null;
  readonly rises: number | null;
  readonly falls: number | null;
  readonly awards: number | null;
}

/** A regrade's counts as the College sees them: null where they would tell of fewer than five. */
export interface ShownCounts {
  readonly changed: number | null;
  readonly rises: number | null;
  readonly falls: number | null;
  readonly awards: number | null;
  readonly byForce: readonly ForceCount[];
}

interface Group {
  readonly _id: StoredRegradeLine['forceId'];
  readonly changed: number;
  readonly rises: number;
  readonly falls: number;
  readonly awards: number;
}

/** Reads regrades: the College by counts (ASM-150, ASM-151), a force by its own people's lines. */
@Injectable()
export class RegradeReader {
  constructor(
    @InjectModel(REGRADE) private readonly regrades: Model<StoredRegrade>,
    @InjectModel(REGRADE_LINE) private readonly lines: Model<StoredRegradeLine>,
  ) {}

  /** One regrade, or NOT_FOUND. */
  async byId(id: RegradeId): Promise<Regrade> {
    return regradeOf(found(await this.regrades.findById(objectId(id)).lean<StoredRegrade>()));
  }

  /** The regrades of a course, newest first. */
  async ofCourse(courseCode: string, request: ListRequest): Promise<ListPage<Regrade>> {
    const after = request.after === null ? undefined : parseId<RegradeId>(request.after);
    const rows = await this.regrades
      .find({ courseCode, ...(after === undefined ? {} : { _id: { $lt: objectId(after) } }) })
      .sort({ _id: -1 })
      .limit(request.limit)
      .lean<StoredRegrade[]>();
    const totalCount = await this.regrades.countDocuments({ courseCode });
    return { rows: rows.map(regradeOf), totalCount, keyOf: ({ id }) => id };
  }

  /** The counts of the present list, by force. */
  async counts({ id, run }: Pick<Regrade, 'id' | 'run'>): Promise<ShownCounts> {
    const groups = await this.lines
      .aggregate<Group>([
        { $match: { regradeId: objectId(id), run } },
        {
          $group: {
            _id: '$forceId',
            changed: { $sum: 1 },
            rises: { $sum: { $cond: [{ $eq: ['$crosses', 'UP'] }, 1, 0] } },
            falls: { $sum: { $cond: [{ $eq: ['$crosses', 'DOWN'] }, 1, 0] } },
            awards: { $sum: { $cond: [{ $ifNull: ['$stake', false] }, 1, 0] } },
          },
        },
        { $sort: { _id: 1 } },
      ])
      .option(acrossForces('the College counts; counts below five are not told'));
    return {
      changed: suppressedTotal(groups.map(({ changed }) => changed)),
      rises: suppressedTotal(groups.map(({ rises }) => rises)),
      falls: suppressedTotal(groups.map(({ falls }) => falls)),
      awards: suppressedTotal(groups.map(({ awards }) => awards)),
      byForce: groups.map(({ _id, changed, rises, falls, awards }) => ({
        forceId: idOf<ForceId>(_id),
        changed: suppressed(changed),
        rises: suppressed(rises),
        falls: suppressed(falls),
        awards: suppressed(awards),
      })),
    };
  }

  /** The regrades that change marks of this force's people, newest first; at most 100. */
  async ofForce(scope: ForceScope): Promise<Regrade[]> {
    const ids = await this.lines.distinct('regradeId', { forceId: objectId(scope.forceId) });
    const stored = await this.regrades
      .find({ _id: { $in: ids }, state: { $ne: 'CANCELLED' } })
      .sort({ _id: -1 })
      .limit(100)
      .lean<StoredRegrade[]>();
    return stored.map(regradeOf);
  }

  /** The force's own lines of the present list. */
  async linesOf(
    scope: ForceScope,
    { id, run }: Pick<Regrade, 'id' | 'run'>,
    request: ListRequest,
  ): Promise<ListPage<RegradeLine>> {
    const own = { forceId: objectId(scope.forceId), regradeId: objectId(id), run };
    const after = request.after === null ? undefined : parseId<AttemptId>(request.after);
    const rows = await this.lines
      .find({ ...own, ...(after === undefined ? {} : { attemptId: { $gt: objectId(after) } }) })
      .sort({ attemptId: 1 })
      .limit(request.limit)
      .lean<StoredRegradeLine[]>();
    const totalCount = await this.lines.countDocuments(own);
    return { rows: rows.map(lineFrom), totalCount, keyOf: ({ attemptId }) => attemptId };
  }
}
