import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { isDuplicateKey } from '@app/platform/mongo/unit-of-work.js';
import { Fault, found } from '@app/platform/refusal/fault.js';
import type { EnrolmentId } from '@app/progress';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, QueryFilter } from 'mongoose';
import type { Work, WorkId, WorkPart } from './work.js';
import { type StoredWork, storedWork, WORK, workOf } from './work.schema.js';

/** One save on its way to the draft. */
export interface DraftWrite {
  readonly workId: WorkId;
  readonly personId: PersonId;
  readonly writer: string;
  readonly sequence: number;
  readonly parts: readonly WorkPart[];
  readonly now: Date;
}

/** Loads works and saves them. */
@Injectable()
export class WorkRepository {
  constructor(@InjectModel(WORK) private readonly works: Model<StoredWork>) {}

  /** The work, or NOT_FOUND when this force has none such. */
  async load(scope: ForceScope, id: WorkId): Promise<Work> {
    const filter = { _id: objectId(id), forceId: objectId(scope.forceId) };
    return workOf(found(await this.works.findOne(filter).lean<StoredWork>()));
  }

  /** The person's own work; anybody else's is NOT_FOUND, whatever their role. */
  async loadOwn(scope: ForceScope, id: WorkId, personId: PersonId): Promise<Work> {
    const work = await this.load(scope, id);
    return found(work.personId === personId ? work : null);
  }

  /** The works of an enrolment at a component, first to last. */
  async ofEnrolment(scope: ForceScope, enrolmentId: EnrolmentId, componentKey: string): Promise<Work[]> {
    const stored = await this.works
      .find({ forceId: objectId(scope.forceId), enrolmentId: objectId(enrolmentId), componentKey })
      .sort({ number: 1 })
      .lean<StoredWork[]>();
    return stored.map(workOf);
  }

  /** Adds a work; CONFLICT when the same person begins it elsewhere at this moment. */
  async add(work: Work): Promise<void> {
    try {
      await this.works.create([storedWork(work)]);
    } catch (error) {
      if (isDuplicateKey(error)) throw new Fault('CONFLICT');
      throw error;
    }
  }

  /** Hands the draft to another window. */
  async takeUp(work: Work, writer: string): Promise<void> {
    const { _id, forceId } = storedWork(work);
    const saved = await this.works.updateOne({ _id, forceId, state: 'DRAFT' }, { $set: { writer } });
    if (saved.matchedCount === 0) throw new Fault('CONFLICT');
  }

  /**
   * PRA-33: saves the draft by one conditional update; false when any condition failed, and nothing was changed then. What is given
   * takes the place of everything saved before.
   */
  async saveDraft(scope: ForceScope, write: DraftWrite): Promise<boolean> {
    const { sequence, parts, now } = write;
    const saved = await this.works.updateOne(draftFilter(scope, write), {
      $set: { sequence, parts, savedAt: now },
    });
    return saved.modifiedCount === 1;
  }

  /** Saves what moves of a work as it was read; CONFLICT when it was saved or moved meanwhile. */
  async save(before: Work, after: Work): Promise<void> {
    const { _id, forceId } = storedWork(before);
    const { state, parts, submittedAt, late, outcome, releasedAt } = after;
    const saved = await this.works.updateOne(
      { _id, forceId, state: before.state, sequence: before.sequence },
      { $set: { state, parts, submittedAt, late, outcome, releasedAt } },
    );
    if (saved.matchedCount === 0) throw new Fault('CONFLICT');
  }
}

function draftFilter(scope: ForceScope, write: DraftWrite): QueryFilter<StoredWork> {
  return {
    _id: objectId(write.workId),
    forceId: objectId(scope.forceId),
    personId: objectId(write.personId),
    state: 'DRAFT',
    writer: write.writer,
    sequence: { $lt: write.sequence },
    'terms.tasks.key': { $all: write.parts.map(({ key }) => key) },
  };
}
