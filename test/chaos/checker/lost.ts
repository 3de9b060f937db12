import type { Document } from 'mongodb';
import type { Facts } from './facts.ts';
import { type DoneOf, doneOf, type LogLine } from './log.ts';

/** Courses whose award waits for one paper alone. */
const PAPER_ALONE = new Set(['OLH-101']);

/** What was acknowledged, or must have followed, and is not there. */
export function lost(log: readonly LogLine[], facts: Facts, today: string): string[] {
  return [
    ...lostEnrolments(log, facts),
    ...lostPlaces(log, facts),
    ...lostAttempts(log, facts),
    ...lostAnswers(log, facts),
    ...lostMarks(log, facts),
    ...lostAwards(facts),
    ...lostEvents(facts, today),
  ];
}

function lostEnrolments(log: readonly LogLine[], { enrolments, holdings, sittings }: Facts): string[] {
  const enrolled = new Set(enrolments.map(({ personId, courseCode }) => `${personId} ${courseCode}`));
  const asked = new Map(
    holdings.map(({ personId, code, assignment }) => [`${personId} ${code}`, assignment]),
  );
  const made = new Set(sittings.map(({ _id }) => String(_id)));
  return [
    ...doneOf(log, 'enrol').flatMap(({ personId, courseCode }) =>
      enrolled.has(`${personId} ${courseCode}`) ? [] : [`enrolment of ${personId} on ${courseCode}`],
    ),
    ...doneOf(log, 'assign').flatMap(({ personId, code, dueOn }) =>
      asked.get(`${personId} ${code}`)?.dueOn === dueOn ? [] : [`assignment of ${code} to ${personId}`],
    ),
    ...doneOf(log, 'sitting').flatMap(({ sittingId }) =>
      made.has(sittingId) ? [] : [`sitting ${sittingId}`],
    ),
  ];
}

/** The last thing that was acknowledged of a place holds, unless something else was asked after it. */
function lostPlaces(log: readonly LogLine[], { places }: Facts): string[] {
  const held = new Set(places.map(({ sittingId, personId }) => `${sittingId} ${personId}`));
  const last = new Map<string, { wanted: boolean; at: number }>();
  for (const line of log) {
    if (line.kind !== 'done' || (line.op !== 'place' && line.op !== 'giveUp')) continue;
    last.set(`${line.sittingId} ${line.personId}`, { wanted: line.op === 'place', at: line.at });
  }
  const asked = new Map(
    log.flatMap((line) =>
      line.kind === 'asked' && line.op === 'giveUp' ? [[`${line.id} ${line.personId}`, line.at]] : [],
    ),
  );
  return [...last].flatMap(([key, { wanted, at }]) => {
    if ((asked.get(key) ?? 0) > at || held.has(key) === wanted) return [];
    return [wanted ? `place ${key}` : `giving up of place ${key}`];
  });
}

function lostAttempts(log: readonly LogLine[], { attempts }: Facts): string[] {
  const byId = new Map(attempts.map((attempt) => [String(attempt['_id']), attempt]));
  return [
    ...doneOf(log, 'start').flatMap(({ attemptId, personId, sittingId }) => {
      const held = byId.get(attemptId);
      const isTheirs = String(held?.['personId']) === personId && String(held?.['sittingId']) === sittingId;
      return isTheirs ? [] : [`attempt ${attemptId}`];
    }),
    ...doneOf(log, 'submit').flatMap(({ attemptId }) =>
      byId.get(attemptId)?.['finishedAt'] instanceof Date ? [] : [`submission of ${attemptId}`],
    ),
  ];
}

/** Each acknowledged answer is in the attempt's history as it was, and the last of an item is the one that counts. */
function lostAnswers(log: readonly LogLine[], { attempts }: Facts): string[] {
  const byId = new Map(attempts.map((attempt) => [String(attempt['_id']), attempt]));
  return doneOf(log, 'answer').flatMap((answer) => {
    const held = byId.get(answer.attemptId);
    const { attemptId, itemId, sequence } = answer;
    const isThere = held !== undefined && counts(held, answer) && isKept(held, answer);
    return isThere ? [] : [`answer ${sequence} to ${itemId} in ${attemptId}`];
  });
}

/** It is the answer that counts, or one with a higher number has taken its place. */
function counts({ answers }: Document, { itemId, sequence, value }: DoneOf<'answer'>): boolean {
  const held = answers?.[itemId];
  if (held?.sequence !== sequence) return (held?.sequence ?? 0) > sequence;
  return isSame(held.value, value);
}

/** Its history has it for ever. */
function isKept({ history }: Document, { itemId, sequence, value }: DoneOf<'answer'>): boolean {
  const saves: readonly Document[] = history ?? [];
  return saves.some(
    (saved) =>
      String(saved['itemId']) === itemId && saved['sequence'] === sequence && isSame(saved['value'], value),
  );
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function lostMarks(log: readonly LogLine[], { marks }: Facts): string[] {
  const byTask = new Map(marks.map((mark) => [String(mark['taskId']), mark]));
  return doneOf(log, 'mark').flatMap(({ taskId, points }) => {
    const given = (byTask.get(taskId)?.['criteria'] ?? []).map((each: Document) => each['points']);
    return JSON.stringify(given) === JSON.stringify(points) ? [] : [`mark of ${taskId}`];
  });
}

function lostAwards({ attempts, awards }: Facts): string[] {
  const held = new Set(awards.map(({ personId, courseCode }) => `${personId} ${courseCode}`));
  const passed = attempts.filter(
    ({ state, marks, courseCode }) =>
      state === 'RELEASED' && marks?.passed === true && PAPER_ALONE.has(courseCode),
  );
  return passed.flatMap(({ personId, courseCode }) =>
    held.has(`${personId} ${courseCode}`) ? [] : [`award of ${courseCode} to ${personId}`],
  );
}

/** Each end of an attempt and each expiry was told, and what was told has been heard. */
function lostEvents(
  { attempts, awards, journal, outbox, failed, responses }: Facts,
  today: string,
): string[] {
  const told = (type: string, key: string) =>
    new Set(journal.filter((row) => row['type'] === type).map((row) => String(row['data']?.[key])));
  const submitted = told('assessment.attempt.submitted.v1', 'attemptId');
  const expired = told('certification.award.expired.v1', 'awardId');
  const sources = new Set(responses.map(({ source }) => String(source?.id)));
  const ended = attempts.filter(({ finishedAt }) => finishedAt instanceof Date);
  return [
    ...ended.flatMap(({ _id }) => (submitted.has(String(_id)) ? [] : [`event of the end of ${_id}`])),
    ...ended.flatMap(({ _id, state }) =>
      state !== 'AWAITING_MARKER' || sources.has(String(_id)) ? [] : [`written answer of ${_id}`],
    ),
    ...awards.flatMap(({ _id, lastValidDay }) =>
      lastValidDay >= today || expired.has(String(_id)) ? [] : [`expiry of award ${_id}`],
    ),
    ...outbox.map(({ _id, type }) => `delivery of event ${_id} (${type})`),
    ...failed.map(({ _id, reason }) => `work given up: ${_id} (${reason})`),
  ];
}
