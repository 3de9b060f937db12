import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { acrossForces } from '@app/platform/mongo/tenancy.js';
import { Fault } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Enrolment, EnrolmentId, EnrolmentState } from './enrolment.js';
import { enrolmentOf, storedOf } from './enrolment.mapping.js';
import { ENROLMENT, type StoredEnrolment } from './enrolment.schema.js';

/** Which enrolments of every force a publication reaches. */
export interface Reached {
  readonly courseCode: string;
  readonly states: readonly EnrolmentState[];
  /** Only those pinned to an earlier version than this number. */
  readonly before: number;
  /** `free`: not held by a cut-off; a date: held by a cut-off earlier than that day; `any`: all. */
  readonly held: 'free' | 'any' | CalendarDate;
}

/** Loads enrolments for writing, adds and saves them. */
@Injectable()
export class EnrolmentRepository {
  constructor(@InjectModel(ENROLMENT) private readonly enrolments: Model<StoredEnrolment>) {}

  /** The enrolment of that id in this force; null when it has none. */
  async byId(scope: ForceScope, id: EnrolmentId): Promise<Enrolment | null> {
    const stored = await this.enrolments
      .findOne({ _id: objectId(id), forceId: objectId(scope.forceId) })
      .lean<StoredEnrolment>();
    return stored === null ? null : enrolmentOf(stored);
  }

  /** The enrolment of the latest cycle of each of these people on the course; people without one are absent. */
  async currentOf(
    scope: ForceScope,
    personIds: readonly PersonId[],
    courseCode: string,
  ): Promise<ReadonlyMap<PersonId, Enrolment>> {
    const stored = await this.enrolments
      .find({ forceId: objectId(scope.forceId), personId: { $in: personIds.map(objectId) }, courseCode })
      .sort({ personId: 1, cycle: 1 })
      .lean<StoredEnrolment[]>();
    return new Map(stored.map((row) => [enrolmentOf(row).personId, enrolmentOf(row)]));
  }

  /** Adds enrolments. A person, course and cycle that is taken fails as a duplicate key. */
  async add(enrolments: readonly Enrolment[]): Promise<void> {
    if (enrolments.length === 0) return;
    await this.enrolments.insertMany(enrolments.map(storedOf), { lean: true, rawResult: true });
  }

  /** Saves an enrolment that was loaded at its revision, and gives it the next one. */
  async save(enrolment: Enrolment): Promise<Enrolment> {
    const { _id, forceId, ...stored } = storedOf({ ...enrolment, revision: enrolment.revision + 1 });
    const saved = await this.enrolments.updateOne(
      { _id, forceId, revision: enrolment.revision },
      { $set: changing(stored) },
    );
    if (saved.matchedCount === 0) throw new Fault('CONFLICT');
    return { ...enrolment, revision: stored.revision };
  }

  /** The next enrolments that a publication reaches, over all forces, in the order of their ids. */
  async reached(of: Reached, page: { after: EnrolmentId | null; limit: number }): Promise<Enrolment[]> {
    const after = page.after === null ? {} : { _id: { $gt: objectId(page.after) } };
    const stored = await this.enrolments
      .find(
        {
          courseCode: of.courseCode,
          state: { $in: [...of.states] },
          versionNumber: { $lt: of.before },
          ...heldBy(of.held),
          ...after,
        },
        null,
        acrossForces('a publication reaches everybody on the course, whatever their force'),
      )
      .sort({ _id: 1 })
      .limit(page.limit)
      .lean<StoredEnrolment[]>();
    return stored.map(enrolmentOf);
  }
}

function heldBy(held: Reached['held']): Record<string, unknown> {
  if (held === 'any') return {};
  return held === 'free' ? { finishBy: null } : { finishBy: { $lt: held } };
}

const NEVER_CHANGING = new Set(['personId', 'courseId', 'courseCode', 'cycle', 'startedAt']);

/** What of an enrolment ever changes: never whose it is, nor which course and cycle. */
function changing(stored: Omit<StoredEnrolment, '_id' | 'forceId'>): Partial<StoredEnrolment> {
  return Object.fromEntries(Object.entries(stored).filter(([field]) => !NEVER_CHANGING.has(field)));
}
