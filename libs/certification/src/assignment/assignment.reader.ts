import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId, parseId } from '@app/platform/ids/ids.js';
import type { ListPage, ListRequest } from '@app/platform/listing/listing.js';
import { Fault } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { ASSIGNMENT, type StoredAssignment } from './assignment.schema.js';
import type { Assignment, AssignmentId, AssignmentState } from './assignment.js';
import type { AssignmentRuleId } from './assignment-rule.js';

/** Whom of a rule a list holds. */
export interface OfRule {
  readonly ruleId: AssignmentRuleId;
  readonly state: AssignmentState | null;
  /** Only these people's; null: everybody's. */
  readonly personIds: readonly PersonId[] | null;
}

/** Reads what rules ask of one force's people. */
@Injectable()
export class AssignmentReader {
  constructor(@InjectModel(ASSIGNMENT) private readonly assignments: Model<StoredAssignment>) {}

  /** A person's assignment of a certification; null when no rule ever asked. */
  async of(scope: ForceScope, personId: PersonId, code: string): Promise<Assignment | null> {
    const stored = await this.assignments
      .findOne({ forceId: objectId(scope.forceId), personId: objectId(personId), code })
      .lean<StoredAssignment>();
    return stored === null ? null : assignmentOf(stored);
  }

  /** The assignments of several people, by person. */
  async ofPeople(scope: ForceScope, personIds: readonly PersonId[]): Promise<Map<PersonId, Assignment[]>> {
    const stored = await this.assignments
      .find({ forceId: objectId(scope.forceId), personId: { $in: personIds.map(objectId) } })
      .lean<StoredAssignment[]>();
    return Map.groupBy(stored.map(assignmentOf), ({ personId }) => personId);
  }

  /** A page of those whom a rule ever caught, in the order in which they were. */
  async ofRule(scope: ForceScope, of: OfRule, { limit, after }: ListRequest): Promise<ListPage<Assignment>> {
    const wanted = {
      forceId: objectId(scope.forceId),
      'origins.ruleId': of.ruleId,
      ...(of.state !== null && { state: of.state }),
      ...(of.personIds !== null && { personId: { $in: of.personIds.map(objectId) } }),
    };
    const from = after === null ? undefined : parseId<AssignmentId>(after);
    if (after !== null && from === undefined) throw new Fault('BAD_USER_INPUT', undefined, 'after');
    const stored = await this.assignments
      .find(from === undefined ? wanted : { ...wanted, _id: { $gt: objectId(from) } })
      .sort({ _id: 1 })
      .limit(limit)
      .lean<StoredAssignment[]>();
    const totalCount = await this.assignments.countDocuments(wanted);
    return { rows: stored.map(assignmentOf), totalCount, keyOf: ({ id }) => id };
  }
}

/** The assignment as the code knows it. */
function assignmentOf({ _id, forceId: _, personId, ...rest }: StoredAssignment): Assignment {
  return { id: idOf<AssignmentId>(_id), personId: idOf<PersonId>(personId), ...rest };
}
