import type { AdjustmentGroupId, AdjustmentTarget, AttemptId } from '@app/assessment';
import type { PersonId } from '@app/platform/context/request-context.js';
import { Fault } from '@app/platform/refusal/fault.js';
import { optionalIdArg } from '../../edge/ids.js';
import type { GrantAdjustmentInput } from './adjustment.input.js';

/** Whom and what a direct grant is for; null where a request is granted. BAD_USER_INPUT when it names neither, or both. */
export function targetOf(input: GrantAdjustmentInput): AdjustmentTarget | null {
  const target = {
    personId: optionalIdArg<PersonId>(input.personId, 'personId'),
    groupId: optionalIdArg<AdjustmentGroupId>(input.adjustmentGroupId, 'adjustmentGroupId'),
    attemptId: optionalIdArg<AttemptId>(input.attemptId, 'attemptId'),
    courseCode: input.courseCode ?? null,
    componentKey: null,
  };
  const named = [input.requestId ?? null, target.personId, target.groupId].filter((id) => id !== null);
  const isNarrowed = (target.courseCode ?? target.attemptId) !== null;
  if (named.length !== 1 || (isNarrowed && target.personId === null))
    throw new Fault('BAD_USER_INPUT', 'Name a request, or one person, or one group.', 'personId');
  return target.personId === null && target.groupId === null ? null : levelled(target);
}

function levelled(target: Omit<AdjustmentTarget, 'level'>): AdjustmentTarget {
  if (target.groupId !== null) return { ...target, level: 'GROUP' };
  if (target.attemptId !== null) return { ...target, courseCode: null, level: 'ATTEMPT' };
  return { ...target, level: target.courseCode === null ? 'PERSON' : 'ASSESSMENT' };
}
