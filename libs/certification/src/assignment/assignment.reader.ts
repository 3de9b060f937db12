import { type PeopleRange, within } from '@app/identity';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId, parseId } from '@app/platform/ids/ids.js';
import type { ListPage, ListRequest } from '@app/platform/listing/listing.js';
import { Fault } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Assignment, AssignmentId } from './assignment.js';
import { ASSIGNMENT, type StoredAssignment } from './assignment.schema.js';
import type { AssignmentRuleId } from './assignment-rule.js';

/** Which assignments a list holds. */
export interface WantedAssignments {
  /** OVERDUE: asked, the day is past, no award in date. DUE: asked, the day is to come or there is none, no award in date. */
  readonly show: 'OVERDUE' | 'DUE' | 'ASKED' | 'HELD_BACK';
  readonly today: CalendarDate;
  /** Only what this rule asks; null: every rule. */
  readonly ruleId: AssignmentRuleId | null;
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

  /** The assignments of these people, by person. */
  async inRange(scope: ForceScope, range: PeopleRange): Promise<Map<PersonId, Assignment[]>> {
    const stored = await this.assignments
      .find({ forceId: objectId(scope.forceId), ...within(range) })
      .lean<StoredAssignment[]>();
    return Map.groupBy(stored.map(assignmentOf), ({ personId }) => personId);
  }

  /** A page of assignments, the soonest due first; those without a date before all others. */
  async page(
    scope: ForceScope,
    wanted: WantedAssignments,
    { limit, after }: ListRequest,
  ): Promise<ListPage<Assignment>> {
    const { ruleId, personIds } = wanted;
    const filter = {
      ...{ forceId: objectId(scope.forceId), ...shown(wanted) },
      ...(ruleId !== null && { 'origins.ruleId': ruleId }),
      ...(personIds !== null && { personId: { $in: personIds.map(objectId) } }),
    };
    const stored = await this.assignments
      .find(after === null ? filter : { $and: [filter, later(after)], forceId: filter.forceId })
      .sort({ dueOn: 1, _id: 1 })
      .limit(limit)
      .lean<StoredAssignment[]>();
    const totalCount = await this.assignments.countDocuments(filter);
    return { rows: stored.map(assignmentOf), totalCount, keyOf: ({ id, dueOn }) => `${dueOn ?? ''}/${id}` };
  }
}

function shown({ show, today }: WantedAssignments): Record<string, unknown> {
  if (show === 'HELD_BACK') return { state: 'held-back' };
  if (show === 'ASKED') return { state: 'assigned' };
  const unheld = [{ heldTo: null }, { heldTo: { $lt: today } }];
  if (show === 'OVERDUE') return { state: 'assigned', dueOn: { $lt: today }, $or: unheld };
  return {
    state: 'assigned',
    $and: [{ $or: unheld }, { $or: [{ dueOn: null }, { dueOn: { $gte: today } }] }],
  };
}

function later(after: string): Record<string, unknown> {
  const [dueOn = '', text = ''] = after.split('/');
  const id = parseId<AssignmentId>(text);
  if (id === undefined) throw new Fault('BAD_USER_INPUT', undefined, 'after');
  const _id = { $gt: objectId(id) };
  if (dueOn === '') return { $or: [{ dueOn: { $ne: null } }, { dueOn: null, _id }] };
  return { $or: [{ dueOn: { $gt: dueOn } }, { dueOn, _id }] };
}

/** The assignment as the code knows it. */
function assignmentOf({ _id, forceId: _, personId, ...rest }: StoredAssignment): Assignment {
  return { id: idOf<AssignmentId>(_id), personId: idOf<PersonId>(personId), ...rest };
}
