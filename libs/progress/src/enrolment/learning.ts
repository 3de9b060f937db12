import { type Activity, activitiesOf, activityOf, type Block, type PublishedVersion } from '@app/catalogue';
import { found } from '@app/platform/refusal/fault.js';
import { refusal } from '../refusals.js';
import type { ActivityProgress, CheckProgress, Enrolment } from './enrolment.js';

/** Where an enrolment stands in one module. */
export interface ModuleProgress {
  readonly moduleId: string;
  readonly done: number;
  readonly total: number;
}

/** PRG-09. Whether an activity counts towards completing the course. An assessment does not: its result is elsewhere. */
export function countsTowardsCompletion(activity: Pick<Activity, 'kind'>): boolean {
  return activity.kind !== 'assessment';
}

/** Whether the activity is complete in this enrolment. */
export function isCompleted(enrolment: Pick<Enrolment, 'activities'>, activityId: string): boolean {
  return enrolment.activities.some(({ id, completedAt }) => id === activityId && completedAt !== null);
}

/** PRG-05. Opens an activity: the place to come back to, on any device. */
export function opened(
  enrolment: Enrolment,
  version: PublishedVersion,
  { activityId, now }: { activityId: string; now: Date },
): Enrolment {
  found(activityOf(version, activityId));
  const state = enrolment.state === 'not_started' ? 'in_progress' : enrolment.state;
  return { ...enrolment, state, resumeAt: activityId, activities: withOpened(enrolment, activityId, now) };
}

/** A person's answer to a quick check, as it came. */
export interface CheckAnswer {
  readonly activityId: string;
  readonly blockId: string;
  readonly choices: readonly string[];
  readonly now: Date;
}

/** PRG-06. The check that is answered, or a refusal when the choices are none of its own. */
export function checkAnswered(version: PublishedVersion, answer: CheckAnswer): NonNullable<Block['check']> {
  const activity = found(activityOf(version, answer.activityId));
  const check = found(activity.blocks.find(({ id }) => id === answer.blockId)?.check);
  const options = new Set(check.options.map(({ id }) => id));
  if (answer.choices.length === 0) throw refusal('CHOICE_MISSING', { field: 'choices' });
  if (answer.choices.some((choice) => !options.has(choice)))
    throw refusal('CHOICE_UNKNOWN', { field: 'choices' });
  if (check.type !== 'multiple' && answer.choices.length > 1)
    throw refusal('ONE_CHOICE_ONLY', { field: 'choices' });
  return check;
}

/** Whether the choices are all and only the key. */
export function isRight(key: readonly string[], choices: readonly string[]): boolean {
  const chosen = new Set(choices);
  return chosen.size === key.length && key.every((id) => chosen.has(id));
}

/** PRG-06. Records an answer. The same choices again change nothing; other choices replace them and count one more try. */
export function answered(enrolment: Enrolment, version: PublishedVersion, answer: CheckAnswer): Enrolment {
  const check = checkAnswered(version, answer);
  const choices = [...new Set(answer.choices)].sort();
  const before = checkOf(enrolment, answer.activityId, answer.blockId);
  if (before !== undefined && before.choices.join() === choices.join()) return enrolment;
  const { activityId, blockId, now } = answer;
  const correct = isRight(check.key, choices);
  const next = { activityId, blockId, choices, correct, tries: (before?.tries ?? 0) + 1, at: now };
  const begun = opened(enrolment, version, { activityId, now });
  return { ...begun, checks: [...begun.checks.filter((known) => known !== before), next] };
}

/** PRG-07. Why the activity cannot be completed yet; null when its rule is met. */
export function hindrance(enrolment: Enrolment, activity: Activity) {
  if (activity.kind === 'assessment') return refusal('ACTIVITY_ASSESSED');
  if (!enrolment.activities.some(({ id }) => id === activity.id)) return refusal('ACTIVITY_NOT_OPENED');
  if (activity.rule.kind === 'read') return null;
  const checks = activity.blocks.filter(({ check }) => check !== null);
  const answers = checks.flatMap(({ id }) => checkOf(enrolment, activity.id, id) ?? []);
  const count = checks.length - answers.length;
  if (count > 0) return refusal('CHECKS_UNANSWERED', { facts: { count } });
  if (activity.rule.kind === 'checks') return null;
  const score = scoreOf(answers);
  const needed = activity.rule.percent;
  return score >= needed ? null : refusal('SCORE_TOO_LOW', { facts: { score, needed } });
}

/** PRG-07. Marks the activity complete when its rule is met. What is complete stays as it was. */
export function completed(
  enrolment: Enrolment,
  version: PublishedVersion,
  { activityId, now }: { activityId: string; now: Date },
): Enrolment {
  const activity = found(activityOf(version, activityId));
  if (isCompleted(enrolment, activityId)) return enrolment;
  const why = hindrance(enrolment, activity);
  if (why !== null) throw why;
  const activities = enrolment.activities.map((known) =>
    known.id === activityId ? { ...known, completedAt: now } : known,
  );
  return { ...enrolment, activities };
}

/**
 * PRG-09. Percent and state as its activities give them. Percent is rounded down, so that 100 means all of them. A course
 * that was completed stays completed, whatever is done in it afterwards.
 */
export function settled(enrolment: Enrolment, version: PublishedVersion, now: Date): Enrolment {
  if (enrolment.state === 'completed') return enrolment;
  const counting = activitiesOf(version).filter(countsTowardsCompletion);
  const done = counting.filter(({ id }) => isCompleted(enrolment, id)).length;
  const percent = counting.length === 0 ? 0 : Math.floor((done / counting.length) * 100);
  if (percent < 100) return { ...enrolment, percent };
  return { ...enrolment, percent, state: 'completed', completedAt: now };
}

/** PRG-09. How far each module is, in the order of the version. */
export function moduleProgress(
  enrolment: Pick<Enrolment, 'activities'> | null,
  version: PublishedVersion,
): ModuleProgress[] {
  return version.modules.map(({ id, activities }) => {
    const counting = activities.filter(countsTowardsCompletion);
    const done = enrolment === null ? [] : counting.filter((activity) => isCompleted(enrolment, activity.id));
    return { moduleId: id, done: done.length, total: counting.length };
  });
}

function withOpened(enrolment: Enrolment, id: string, now: Date): readonly ActivityProgress[] {
  if (enrolment.activities.some((known) => known.id === id)) return enrolment.activities;
  return [...enrolment.activities, { id, openedAt: now, completedAt: null }];
}

function checkOf(enrolment: Enrolment, activityId: string, blockId: string): CheckProgress | undefined {
  return enrolment.checks.find((known) => known.activityId === activityId && known.blockId === blockId);
}

function scoreOf(answers: readonly CheckProgress[]): number {
  if (answers.length === 0) return 100;
  return Math.floor((answers.filter(({ correct }) => correct).length / answers.length) * 100);
}
