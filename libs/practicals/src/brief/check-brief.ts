import type { Words } from '@app/platform/context/words.js';
import type { Refusal } from '@app/platform/refusal/refusal.js';
import type { BriefContent, BriefTask } from './brief.js';
import { refusal } from './refusals.js';

/** PRA-50…54: everything that is wrong with a brief, in the order of its fields. Empty: it can be published. */
export function checkBrief(brief: BriefContent): Refusal[] {
  return [
    ...checkForm(brief),
    ...checkRubrics(brief),
    ...checkParts(brief),
    ...checkShares(brief),
    ...checkNumbers(brief),
  ];
}

const WRITTEN = new Set(['work', 'group-case']);

/** PRA-50: what is written has tasks, what is seen has criteria, a conversation has neither. */
function checkForm({ form, componentKey, tasks, criteria, parts }: BriefContent): Refusal[] {
  const facts = { componentKey };
  if (WRITTEN.has(form) && !areNamed(tasks, ({ prompt }) => prompt))
    return [refusal('BRIEF_TASKS', { facts, field: 'tasks' })];
  if (form === 'observation' && !areNamed(criteria, ({ text }) => text))
    return [refusal('BRIEF_CRITERIA', { facts, field: 'criteria' })];
  const idle =
    (!WRITTEN.has(form) && tasks.length > 0) ||
    (form !== 'observation' && (criteria.length > 0 || parts.length > 0));
  return idle ? [refusal('BRIEF_FORM', { facts: { componentKey, form }, field: 'form' })] : [];
}

/** One or more, each with its own key and some English. */
function areNamed<Each extends { key: string }>(
  list: readonly Each[],
  wordsOf: (each: Each) => Words,
): boolean {
  const keys = new Set(list.map(({ key }) => key));
  return (
    list.length > 0 &&
    keys.size === list.length &&
    !keys.has('') &&
    list.every((each) => isSaid(wordsOf(each)))
  );
}

function isSaid(words: Words): boolean {
  return words.en.trim() !== '';
}

/** PRA-51: sound lines; all tasks are graded or none is. */
function checkRubrics({ tasks }: BriefContent): Refusal[] {
  const graded = tasks.filter(({ rubric }) => rubric.length > 0);
  const ungraded = graded.length === 0 ? [] : tasks.filter(({ rubric }) => rubric.length === 0);
  return [...graded.filter((task) => !isSound(task)), ...ungraded].map(({ key }) =>
    refusal('BRIEF_RUBRIC', { facts: { task: key }, field: `tasks.${key}.rubric` }),
  );
}

function isSound({ rubric }: BriefTask): boolean {
  return rubric.every(
    ({ criterion, points }) => isSaid(criterion) && points > 0 && Number.isInteger(points * 2),
  );
}

/** PRA-52: who plays, plays against the candidate. */
function checkParts({ componentKey, parts }: BriefContent): Refusal[] {
  if (parts.length === 0) return [];
  const candidates = parts.filter(({ candidate }) => candidate);
  return areNamed(parts, ({ text }) => text) && candidates.length === 1
    ? []
    : [refusal('BRIEF_PARTS', { facts: { componentKey }, field: 'parts' })];
}

/** PRA-53: a group case has shared tasks and own ones; nothing else shares anything. */
function checkShares({ form, componentKey, tasks, sharedPercent }: BriefContent): Refusal[] {
  const shared = tasks.filter((task) => task.shared).length;
  const isGroup = form === 'group-case';
  const sound = isGroup
    ? shared > 0 && shared < tasks.length && within(sharedPercent, 1, 99)
    : shared === 0 && sharedPercent === null;
  if (sound || (isGroup && tasks.length === 0)) return [];
  return [refusal('BRIEF_SHARES', { facts: { componentKey }, field: 'sharedPercent' })];
}

/** PRA-54. */
function checkNumbers(brief: BriefContent): Refusal[] {
  const { componentKey, passPercent, maxAttempts, coolDownHours, validityMonths, level } = brief;
  const ranges = [
    { what: 'passPercent', value: passPercent, from: 0, to: 100 },
    { what: 'maxAttempts', value: maxAttempts, from: 1, to: 20 },
    { what: 'coolDownHours', value: coolDownHours, from: 0, to: 8760 },
    { what: 'validityMonths', value: validityMonths ?? 1, from: 1, to: 120 },
    { what: 'level', value: level, from: 1, to: 4 },
  ];
  return ranges
    .filter(({ value, from, to }) => !within(value, from, to))
    .map(({ what, from, to }) =>
      refusal('BRIEF_NUMBERS', { facts: { componentKey, what, from, to }, field: what }),
    );
}

function within(value: number | null, from: number, to: number): boolean {
  return value !== null && Number.isInteger(value) && value >= from && value <= to;
}
