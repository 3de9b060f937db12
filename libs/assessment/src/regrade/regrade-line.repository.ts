import { objectId } from '@app/platform/ids/ids.js';
import { acrossForces } from '@app/platform/mongo/tenancy.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { AttemptId } from '../attempt/attempt.js';
import type { LineOutcome, Regrade, RegradeLine } from './regrade.js';
import { lineFrom, REGRADE_LINE, type StoredRegradeLine } from './regrade.schema.js';

const WHY = 'an item is faulty for everybody who had it; the job tells nobody of another force';

/** Keeps the lines of regrades for the job that makes and applies them. */
@Injectable()
export class RegradeLineRepository {
  constructor(@InjectModel(REGRADE_LINE) private readonly lines: Model<StoredRegradeLine>) {}

  /** Adds lines. A line that is there already is a duplicate-key error. */
  async add(lines: readonly RegradeLine[]): Promise<void> {
    const stored = lines.map(({ regradeId, forceId, attemptId, personId, ...rest }) => ({
      ...rest,
      regradeId: objectId(regradeId),
      forceId: objectId(forceId),
      attemptId: objectId(attemptId),
      personId: objectId(personId),
    }));
    if (stored.length > 0) await this.lines.insertMany(stored);
  }

  /** At most so many lines of the present run, after an attempt, in the order of attempts. */
  async page(
    { id, run }: Pick<Regrade, 'id' | 'run'>,
    after: AttemptId | null,
    limit: number,
  ): Promise<RegradeLine[]> {
    const from = after === null ? {} : { attemptId: { $gt: objectId(after) } };
    const stored = await this.lines
      .find({ regradeId: objectId(id), run, ...from }, null, acrossForces(WHY))
      .sort({ attemptId: 1 })
      .limit(limit)
      .lean<StoredRegradeLine[]>();
    return stored.map(lineFrom);
  }

  /** Which of these attempts have a line in the present run. */
  async among(
    { id, run }: Pick<Regrade, 'id' | 'run'>,
    attemptIds: readonly AttemptId[],
  ): Promise<Set<string>> {
    const filter = { regradeId: objectId(id), run, attemptId: { $in: attemptIds.map(objectId) } };
    const stored = await this.lines.find(filter, { attemptId: 1 }, acrossForces(WHY)).lean();
    return new Set(stored.map(({ attemptId }) => attemptId.toHexString()));
  }

  /** Writes what became of a line, once. */
  async saveOutcome(line: RegradeLine, outcome: LineOutcome): Promise<void> {
    const { regradeId, run, attemptId, forceId } = line;
    await this.lines.updateOne(
      {
        ...{ forceId: objectId(forceId), regradeId: objectId(regradeId), run },
        ...{ attemptId: objectId(attemptId), outcome: null },
      },
      { $set: { outcome } },
    );
  }
}
