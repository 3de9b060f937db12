import type { ForceScope } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { acrossForces } from '@app/platform/mongo/tenancy.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { MarkingRound, MarkingRoundId } from './marking-round.js';
import { MARKING_ROUND, roundOf, type StoredMarkingRound, storedRound } from './marking-round.schema.js';
import type { Waiting } from './response.repository.js';

/** Loads rounds for writing and adds them. */
@Injectable()
export class MarkingRoundRepository {
  constructor(@InjectModel(MARKING_ROUND) private readonly rounds: Model<StoredMarkingRound>) {}

  /** The round, or NOT_FOUND when this force has none such. */
  async load(scope: ForceScope, id: MarkingRoundId): Promise<MarkingRound> {
    return roundOf(
      found(await this.rounds.findOne({ _id: objectId(id), forceId: objectId(scope.forceId) }).lean()),
    );
  }

  /** The force's round of a component; null when none was opened. */
  async ofComponent(scope: ForceScope, of: Waiting): Promise<MarkingRound | null> {
    const { courseCode, componentKey } = of;
    const stored = await this.rounds
      .findOne({ forceId: objectId(scope.forceId), courseCode, componentKey })
      .lean();
    return stored === null ? null : roundOf(stored);
  }

  /** Every force's round of a component that draws on the College's markers. */
  async drawingOnCollege({ courseCode, componentKey }: Waiting): Promise<MarkingRound[]> {
    const stored = await this.rounds
      .find(
        { courseCode, componentKey, 'terms.panel': { $in: ['COLLEGE', 'BOTH'] } },
        null,
        acrossForces('a change of the College’s markers reaches every force that asked for them'),
      )
      .lean<StoredMarkingRound[]>();
    return stored.map(roundOf);
  }

  /** Adds a round. A second one of a component is a duplicate-key error. */
  async add(round: MarkingRound): Promise<void> {
    await this.rounds.create([storedRound(round)]);
  }

  /** Marks the round as being allocated in this transaction: another at the same time waits its turn. */
  async hold(round: MarkingRound): Promise<void> {
    await this.rounds.updateOne(
      { _id: objectId(round.id), forceId: objectId(round.forceId) },
      { $inc: { revision: 1 } },
    );
  }
}
