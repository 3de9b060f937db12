import type { Document } from 'mongodb';
import { type Facts, more } from './facts.ts';

/** What is there more often than it was asked for. */
export function duplicates({ attempts, places, enrolments, marks, responses, journal }: Facts): string[] {
  const twice = (what: string, list: readonly Document[], keyOf: (one: Document) => string) =>
    more(list, keyOf).map(({ key, count }) => `${what} ${key}: ${count} times`);
  const saves = attempts.flatMap(({ _id, history }) =>
    (history ?? []).map((saved: Document) => ({ key: `${_id} ${saved['itemId']} ${saved['sequence']}` })),
  );
  const told = (type: string, key: string) =>
    twice(
      `event ${type} of`,
      journal.filter((row) => row['type'] === type),
      (row) => String(row['data']?.[key]),
    );
  return [
    ...twice('attempt', attempts, ({ personId, sittingId }) => `${personId} ${sittingId}`),
    ...twice('place', places, ({ personId, sittingId }) => `${personId} ${sittingId}`),
    ...twice(
      'enrolment',
      enrolments,
      ({ personId, courseCode, cycle }) => `${personId} ${courseCode} ${cycle}`,
    ),
    ...twice('saved answer', saves, ({ key }) => key),
    ...twice('mark', marks, ({ taskId }) => String(taskId)),
    ...twice('mark of a single-marked response', marks, ({ responseId }) => String(responseId)),
    ...twice('response', responses, ({ source }) => `${source?.id} ${source?.itemId}`),
    ...told('assessment.attempt.submitted.v1', 'attemptId'),
    ...told('assessment.attempt.started.v1', 'attemptId'),
    ...told('certification.award.expired.v1', 'awardId'),
  ];
}

/** A person holds one award of a course in a cycle, and it was granted once. */
export function awardsDoubled({ awards, journal }: Facts): string[] {
  const granted = journal.filter(({ type }) => type === 'certification.award.granted.v1');
  return [
    ...more(awards, ({ personId, courseCode, cycle }) => `${personId} ${courseCode} ${cycle}`),
    ...more(granted, ({ data }) => String(data?.awardId)),
  ].map(({ key, count }) => `award ${key}: ${count} times`);
}
