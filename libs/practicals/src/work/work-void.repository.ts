import type { ForceScope } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { isDuplicateKey } from '@app/platform/mongo/unit-of-work.js';
import { Fault } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { WorkId } from './work.js';
import type { WorkVoid } from './work-void.js';
import { type StoredWorkVoid, storedWorkVoid, WORK_VOID, workVoidOf } from './work-void.schema.js';

const MOST_WAITING = 200;

/** Keeps the proposals that works shall not count. */
@Injectable()
export class WorkVoidRepository {
  constructor(@InjectModel(WORK_VOID) private readonly proposals: Model<StoredWorkVoid>) {}

  /** The latest proposal about a work; null when there was none. */
  async latest(scope: ForceScope, workId: WorkId): Promise<WorkVoid | null> {
    const stored = await this.proposals
      .findOne({ forceId: objectId(scope.forceId), workId: objectId(workId) })
      .sort({ _id: -1 })
      .lean<StoredWorkVoid>();
    return stored === null ? null : workVoidOf(stored);
  }

  /** Those of the force that wait for a second person, earliest first; at most 200. */
  async waiting(scope: ForceScope): Promise<WorkVoid[]> {
    const stored = await this.proposals
      .find({ forceId: objectId(scope.forceId), state: 'PROPOSED' })
      .sort({ _id: 1 })
      .limit(MOST_WAITING)
      .lean<StoredWorkVoid[]>();
    return stored.map(workVoidOf);
  }

  /** Adds one; CONFLICT when another was proposed for the same work at this moment. */
  async add(proposal: WorkVoid): Promise<void> {
    try {
      await this.proposals.create([storedWorkVoid(proposal)]);
    } catch (error) {
      if (isDuplicateKey(error)) throw new Fault('CONFLICT');
      throw error;
    }
  }

  /** Saves what was decided; CONFLICT when somebody was quicker. */
  async saveDecision(proposal: WorkVoid): Promise<void> {
    const { _id, forceId, state, decidedBy, decidedAt } = storedWorkVoid(proposal);
    const saved = await this.proposals.updateOne(
      { _id, forceId, state: 'PROPOSED' },
      { $set: { state, decidedBy, decidedAt } },
    );
    if (saved.modifiedCount !== 1) throw new Fault('CONFLICT');
  }
}
