import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { AssignmentTerms, Audience, Condition, DueRule } from './assignment-rule.js';
import { refusal } from './refusals.js';

export const LONGEST_TITLE = 200;
const MOST_CONDITIONS = 10;
const MOST_NAMED = 100;
const MOST_DAYS = 3660;
const MOST_MINIMUM = 365;
const MOST_MONTHS = 120;

/** CRT-61. The title as it is kept. */
export function titleOf(text: string): string {
  const title = text.trim().replace(/\s+/g, ' ');
  if (title === '' || title.length > LONGEST_TITLE)
    throw refusal('ASSIGNMENT_TITLE_MISSING', { facts: { most: LONGEST_TITLE }, field: 'title' });
  return title;
}

/** CRT-61, CRT-63. Refuses terms that catch everybody by saying nothing, numbers out of range and due dates that cannot be. */
export function refuseUnsound(terms: AssignmentTerms, today: CalendarDate): void {
  refuseEmpty(terms.audience);
  for (const each of terms.audience.conditions) refuseWrongDays(each);
  mustBeWhole(terms.minimumDays, MOST_MINIMUM, 'minimumDays');
  refuseWrongDue(terms.due, { audience: terms.audience, today });
}

function refuseEmpty({ conditions }: Audience): void {
  const isFitting = conditions.length >= 1 && conditions.length <= MOST_CONDITIONS;
  if (!isFitting || conditions.some((each) => !saysSomething(each)))
    throw refusal('ASSIGNMENT_AUDIENCE_EMPTY', { facts: { most: MOST_CONDITIONS }, field: 'conditions' });
}

function saysSomething(condition: Condition): boolean {
  const some = (list: readonly string[]) => list.length >= 1 && list.length <= MOST_NAMED;
  switch (condition.kind) {
    case 'unit':
      return some(condition.unitIds);
    case 'rank':
      return some(condition.rankIds);
    case 'role':
      return some(condition.roleIds);
    case 'posted':
      return condition.since !== null || condition.withinDays !== null;
    case 'gap':
      return condition.skillId !== '';
    case 'expiring':
      return condition.code !== '';
  }
}

function refuseWrongDays(condition: Condition): void {
  if ('withinDays' in condition && condition.withinDays !== null)
    mustBeWhole(condition.withinDays, MOST_DAYS, 'withinDays');
}

function mustBeWhole(value: number, most: number, field: string): void {
  if (!Number.isInteger(value) || value < 0 || value > most)
    throw refusal('ASSIGNMENT_DAYS_WRONG', { facts: { most }, field });
}

/** CRT-63. Refuses a due date that cannot be met, or that counts from nothing. */
export function refuseWrongDue(
  due: DueRule,
  { audience, today }: { audience: Audience; today: CalendarDate },
): void {
  if (due === null) return;
  if (due.kind === 'fixed') {
    if (due.on < today) throw refusal('ASSIGNMENT_DUE_PAST', { field: 'due' });
    return;
  }
  const isFromExpiry = due.base === 'expiry';
  if (isFromExpiry && !audience.conditions.some(({ kind }) => kind === 'expiring'))
    throw refusal('ASSIGNMENT_DUE_BASELESS', { field: 'due' });
  const isSound =
    isWholeWithin(due.months, [0, MOST_MONTHS]) &&
    isWholeWithin(due.days, [isFromExpiry ? -MOST_DAYS : 0, MOST_DAYS]);
  if (!isSound) throw refusal('ASSIGNMENT_DAYS_WRONG', { facts: { most: MOST_DAYS }, field: 'due' });
}

function isWholeWithin(value: number, [least, most]: readonly [number, number]): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
