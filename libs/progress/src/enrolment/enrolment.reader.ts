import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { objectId, parseId } from '@app/platform/ids/ids.js';
import { acrossForces } from '@app/platform/mongo/tenancy.js';
import { inTransaction } from '@app/platform/mongo/unit-of-work.js';
import { Fault } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import type { Enrolment, EnrolmentId } from './enrolment.js';
import { enrolmentOf } from './enrolment.mapping.js';
import { ENROLMENT, type StoredEnrolment } from './enrolment.schema.js';

/** Which enrolments of a force a list holds. */
export interface EnrolmentFilter {
  readonly courseCode?: string | null;
  /** Only these people's; null: everybody's. */
  readonly personIds?: readonly PersonId[] | null;
}

/** How many people a publication touches, over all forces: counts, never names. */
export interface EnrolmentImpact {
  readonly enrolments: number;
  readonly inProgress: number;
  readonly completed: number;
}

interface PageRequest {
  readonly limit: number;
  readonly after: string | null;
}

/** Enrolments for screens and for the domains above. */
@Injectable()
export class EnrolmentReader {
  constructor(@InjectModel(ENROLMENT) private readonly enrolments: Model<StoredEnrolment>) {}

  /** The person's enrolment of the latest cycle on that course; null when there is none. One indexed read. */
  async current(scope: ForceScope, personId: PersonId, courseCode: string): Promise<Enrolment | null> {
    // By the bare driver: the course page makes this read, and it names the force itself.
    const stored = await this.enrolments.collection.findOne<StoredEnrolment>(
      { forceId: objectId(scope.forceId), personId: objectId(personId), courseCode },
      { sort: { cycle: -1 }, ...inTransaction() },
    );
    return stored === null ? null : enrolmentOf(stored);
  }

  /** The enrolment of that id in this force; null when it has none. */
  async byId(scope: ForceScope, id: EnrolmentId): Promise<Enrolment | null> {
    const stored = await this.enrolments
      .findOne({ _id: objectId(id), forceId: objectId(scope.forceId) })
      .lean<StoredEnrolment>();
    return stored === null ? null : enrolmentOf(stored);
  }

  /** A person's enrolments, by course and then newest cycle first. The key of a row is `course|cycle`. */
  async ofPerson(scope: ForceScope, personId: PersonId, request: PageRequest) {
    const own = { forceId: objectId(scope.forceId), personId: objectId(personId) };
    const stored = await this.enrolments
      .find({ ...own, ...afterKey(request.after) })
      .sort({ courseCode: 1, cycle: -1 })
      .limit(request.limit)
      .lean<StoredEnrolment[]>();
    const totalCount = await this.enrolments.countDocuments(own);
    const keyOf = (row: Enrolment) => `${row.courseCode}|${row.cycle}`;
    return { rows: stored.map(enrolmentOf), totalCount, keyOf };
  }

  /** A force's enrolments, oldest first. */
  async page(scope: ForceScope, filter: EnrolmentFilter, request: PageRequest) {
    const wanted = { forceId: objectId(scope.forceId), ...conditions(filter) };
    const after = request.after === null ? {} : { _id: { $gt: cursorId(request.after) } };
    const stored = await this.enrolments
      .find({ ...wanted, ...after })
      .sort({ _id: 1 })
      .limit(request.limit)
      .lean<StoredEnrolment[]>();
    const totalCount = await this.enrolments.countDocuments(wanted);
    return { rows: stored.map(enrolmentOf), totalCount, keyOf: (row: Enrolment) => row.id };
  }

  /** How many enrolments a course has over all forces, by state. */
  async impactOf(courseCode: string): Promise<EnrolmentImpact> {
    const counts = await this.enrolments.aggregate<{ _id: string; count: number }>(
      [{ $match: { courseCode } }, { $group: { _id: '$state', count: { $sum: 1 } } }],
      acrossForces('the publisher sees how many people a publication touches: one figure over all forces'),
    );
    const of = (state: string) => counts.find(({ _id }) => _id === state)?.count ?? 0;
    const enrolments = counts.reduce((sum, { count }) => sum + count, 0);
    return { enrolments, inProgress: of('in_progress'), completed: of('completed') };
  }
}

function conditions(filter: EnrolmentFilter): Record<string, unknown> {
  const { courseCode, personIds } = filter;
  return {
    ...(typeof courseCode === 'string' && { courseCode }),
    ...(Array.isArray(personIds) && { personId: { $in: (personIds as PersonId[]).map(objectId) } }),
  };
}

function afterKey(after: string | null): Record<string, unknown> {
  if (after === null) return {};
  const [courseCode = '', cycle = '0'] = after.split('|');
  return { $or: [{ courseCode: { $gt: courseCode } }, { courseCode, cycle: { $lt: Number(cycle) } }] };
}

/** A cursor that is none of ours is the caller's fault, not a bug. */
function cursorId(after: string): Types.ObjectId {
  const id = parseId<EnrolmentId>(after);
  if (id === undefined) throw new Fault('BAD_USER_INPUT', undefined, 'after');
  return objectId(id);
}
