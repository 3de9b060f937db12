import { addDays, type CalendarDate, startOfLondonDay } from '@app/platform/clock/calendar.js';
import { Fault } from '@app/platform/refusal/fault.js';
import { refusal } from './refusals.js';
import type { Work, WorkOutcome, WorkPart, WorkTask, WorkTerms } from './work.js';

/** The longest text of one part, in UTF-16 code units. */
export const LONGEST_WORK_TEXT = 50_000;
/** The most files of one part. */
export const MOST_WORK_FILES = 10;
const MOST_PARTS = 20;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const FILE_ID = /^[0-9a-f]{24}$/;

/** A part as a client sends it. */
export interface WorkPartInput {
  readonly key: string;
  readonly text?: string | null | undefined;
  readonly fileIds?: readonly string[] | null | undefined;
}

/** Reads the shape of what is saved, without knowing the brief. Throws BAD_USER_INPUT with field `parts`. */
export function readParts(given: readonly WorkPartInput[]): WorkPart[] {
  if (given.length === 0 || given.length > MOST_PARTS) throw malformed(`1 to ${MOST_PARTS} parts`);
  if (new Set(given.map(({ key }) => key)).size < given.length) throw malformed('no part twice');
  return given.map(({ key, text, fileIds }) => {
    const files = fileIds ?? [];
    if ((text ?? '').length > LONGEST_WORK_TEXT)
      throw malformed(`a text has at most ${LONGEST_WORK_TEXT} characters`);
    if (files.length > MOST_WORK_FILES) throw malformed(`at most ${MOST_WORK_FILES} files`);
    if (!files.every((id) => FILE_ID.test(id))) throw malformed('each file is the id that its upload gave');
    if (new Set(files).size < files.length) throw malformed('no file twice');
    return { key, text: text ?? null, fileIds: files };
  });
}

function malformed(what: string): Fault {
  return new Fault('BAD_USER_INPUT', `The work has the wrong form: ${what}.`, 'parts');
}

/** What of earlier works decides whether another may be begun. */
export type WorkHead = Pick<Work, 'state' | 'submittedAt' | 'outcome'>;

/** PRA-31: those that count as used: every one that was handed in, unless it was voided. */
export function usedUpWorks<T extends WorkHead>(earlier: readonly T[]): T[] {
  return earlier.filter(({ state, submittedAt }) => submittedAt !== null && state !== 'VOIDED');
}

/** PRA-31: throws unless another work may be begun or handed in now, given the others of this enrolment, first to last. */
export function mayWrite(
  earlier: readonly WorkHead[],
  terms: Pick<WorkTerms, 'maxAttempts' | 'coolDownHours'>,
  now: Date,
): void {
  if (earlier.some(({ state, outcome }) => state === 'RELEASED' && outcome?.passed === true))
    throw refusal('WORK_ALREADY_PASSED');
  if (earlier.some(({ state }) => state === 'SUBMITTED' || state === 'MARKED')) throw refusal('WORK_WAITING');
  const used = usedUpWorks(earlier);
  if (used.length >= terms.maxAttempts)
    throw refusal('WORK_ATTEMPTS_USED', { facts: { max: terms.maxAttempts } });
  const last = used.at(-1)?.submittedAt ?? null;
  if (last === null) return;
  const from = new Date(last.getTime() + terms.coolDownHours * HOUR_MS);
  if (now < from) throw refusal('WORK_COOLING_DOWN', { facts: { from } });
}

/**
 * PRA-38: the instant from which a work is late: the end of its last day in London; with an adjustment not before the time from
 * its start to then, times the multiplier, plus the extra minutes. Null without a due date. Late work is taken and says so.
 */
export function lateFrom(
  startedAt: Date,
  { dueOn, adjustment }: Pick<WorkTerms, 'dueOn' | 'adjustment'>,
): Date | null {
  if (dueOn === null) return null;
  const end = startOfLondonDay(addDays(dueOn satisfies CalendarDate, 1)).getTime();
  const { multiplier = 1, extraMinutes = 0 } = adjustment ?? {};
  const time = Math.max(0, end - startedAt.getTime());
  return new Date(end + Math.round(time * (multiplier - 1)) + extraMinutes * MINUTE_MS);
}

/** PRA-35: every task has its text or a file; in the order of the tasks. */
export function wholeParts(tasks: readonly WorkTask[], parts: readonly WorkPart[]): WorkPart[] {
  return tasks.map(({ key }, place) => {
    const part = parts.find((each) => each.key === key);
    const isEmpty = part === undefined || ((part.text ?? '').trim() === '' && part.fileIds.length === 0);
    if (isEmpty) throw refusal('WORK_PART_EMPTY', { facts: { part: place + 1 }, field: 'workId' });
    return part;
  });
}

/** Points given by markers for one task: multiples of 0.25. */
export interface PointsGiven {
  readonly awarded: number;
  readonly outOf: number;
}

/**
 * PRA-39: what marks come to, exactly: sums are of whole hundredths; passing is decided on the points, and the percent is rounded
 * once, to the nearest hundredth, a half up.
 */
export function outcomeOf(marks: readonly PointsGiven[], passPercent: number): WorkOutcome {
  const awarded = marks.reduce((total, mark) => total + hundredths(mark.awarded), 0);
  const outOf = marks.reduce((total, mark) => total + hundredths(mark.outOf), 0);
  if (outOf === 0) return { percent: null, passed: true };
  const percent = Math.floor((2 * awarded * 10_000 + outOf) / (2 * outOf)) / 100;
  return { percent, passed: awarded * 100 >= passPercent * outOf };
}

function hundredths(points: number): number {
  return Math.round(points * 100);
}

/** Whether a work is done by being handed in: no task of it is marked by a rubric. */
export function isUngraded({ tasks }: Pick<WorkTerms, 'tasks'>): boolean {
  return tasks.every(({ rubric }) => rubric.length === 0);
}
