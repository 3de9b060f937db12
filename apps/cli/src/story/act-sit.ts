import type { Client } from './client.js';
import { COURSE_CODE, type NewOfficer, patiently } from './company.js';
import * as documents from './documents.js';
import { type Question, SubjectKnowledge } from './subject-knowledge.js';
import { type Transcript, timeOfDay } from './transcript.js';

const OPENS_IN_MS = 4000;
const WINDOW_MS = 30_000;
/** How late the clockwork may be, with workers up (DESIGN part 7). */
const TOLERATED_LATENESS_MS = 5000;

/** A sitting as the story carries it. */
export interface Sitting {
  id: string;
  opensAt: string;
  closesAt: string;
}

/** An attempt as the API shows it to its candidate. */
export interface Attempt {
  id: string;
  state: string;
  startedAt: string;
  deadline: string;
  finishedAt: string | null;
  finishedBy: string | null;
  writer: string | null;
  courseTitle: { en: string };
  paper: Question[];
  answers: {
    itemId: string;
    sequence: number;
    answer: { choices: string[] | null; text: string | null; number: number | null };
  }[];
  result: {
    score: number;
    outOf: number;
    percent: number;
    passMark: number;
    passed: boolean;
    items: { itemId: string; correct: boolean }[];
  } | null;
}

/** The training lead schedules a sitting with a short window and books the officers. */
export async function makeSitting(
  trainer: Client,
  personIds: string[],
  told: Transcript,
  windowMs = WINDOW_MS,
): Promise<Sitting> {
  told.step('The training lead makes a sitting and books a place');
  const now = Date.now();
  const opensAt = new Date(now + OPENS_IN_MS).toISOString();
  const closesAt = new Date(now + OPENS_IN_MS + windowMs).toISOString();
  const sitting = await trainer.do<Sitting & { state: string }>(documents.CREATE_SITTING, {
    input: {
      courseCode: COURSE_CODE,
      opensAt,
      closesAt,
      seats: Math.max(4, personIds.length),
      mode: 'ONLINE',
      personIds,
    },
  });
  const booked = await trainer.do<{ placesTaken: number }>(documents.BOOK_PLACES, {
    input: { sittingId: sitting.id, personIds },
  });
  told.say(
    `opens ${timeOfDay(sitting.opensAt)}, closes ${timeOfDay(sitting.closesAt)}, ${booked.placesTaken} place(s) taken`,
  );
  told.check('it waits for its time', sitting.state === 'SCHEDULED', sitting.state);
  return sitting;
}

/** Waits for the job queue to open the sitting, and says when it did. */
export async function waitUntilOpen(trainer: Client, sitting: Sitting, told: Transcript): Promise<void> {
  told.step('The job queue opens the sitting');
  const seenAt = await patiently(async () => {
    const { state } = await trainer.do<{ state: string }>(documents.SITTING, { id: sitting.id });
    return state === 'OPEN' ? Date.now() : undefined;
  }, 30_000);
  const late = seenAt - Date.parse(sitting.opensAt);
  told.say(`due ${timeOfDay(sitting.opensAt)}, seen open ${Math.max(0, late)} ms after`);
  told.check('never early', late >= 0, `${late} ms`);
  told.check('within five seconds', late <= TOLERATED_LATENESS_MS, `${late} ms`);
}

/** The officer answers and does not submit: the clock does, with what was saved. */
export async function leaveToTheClock(
  officer: NewOfficer,
  sitting: Sitting,
  told: Transcript,
): Promise<Attempt> {
  told.step(`${officer.name} sits the paper and leaves it to the clock`);
  const attempt = await officer.client.do<Attempt>(documents.START, { input: { sittingId: sitting.id } });
  const again = await officer.client.do<Attempt>(documents.START, { input: { sittingId: sitting.id } });
  told.check('starting twice gives the one attempt', again.id === attempt.id);
  await answerAll(officer.client, again, told);
  told.say(`deadline ${timeOfDay(attempt.deadline)}; the browser is closed without submitting`);
  await new Promise((resolve) =>
    setTimeout(resolve, Math.max(0, Date.parse(attempt.deadline) - Date.now() + 50)),
  );
  const closed = await patiently(async () => {
    const seen = await officer.client.do<Attempt>(documents.ATTEMPT_QUERY, { id: attempt.id });
    return seen.state === 'OPEN' || seen.result === null ? undefined : seen;
  });
  tellClosing(closed, attempt, told);
  return closed;
}

/** What the clock made of the attempt. */
function tellClosing(closed: Attempt, started: Attempt, told: Transcript): void {
  const { finishedAt, finishedBy, result } = closed;
  told.say(
    `auto-submitted at ${finishedAt === null ? 'no time' : timeOfDay(finishedAt)} by ${String(finishedBy)}`,
  );
  told.check('finished at its deadline exactly', finishedAt === started.deadline, String(finishedAt));
  told.check('by the clock, not by the candidate', finishedBy === 'time', String(finishedBy));
  told.check('every answer saved is in the marked paper', closed.answers.length === started.paper.length);
  if (result !== null) {
    told.say(
      `${result.score} of ${result.outOf} points, ${result.percent} percent, pass mark ${result.passMark}`,
    );
  }
  told.check('passed', result?.passed === true);
}

async function answerAll(client: Client, attempt: Attempt, told: Transcript): Promise<void> {
  const knowledge = new SubjectKnowledge('content', COURSE_CODE);
  told.say(`${attempt.courseTitle.en}, ${attempt.paper.length} questions:`);
  for (const question of attempt.paper) {
    const answer = knowledge.answer(question);
    await client.do(documents.SAVE, {
      input: { attemptId: attempt.id, writer: attempt.writer, itemId: question.id, sequence: 1, answer },
    });
    told.say(`  ${String(question.number)}. ${question.stem.en}`);
  }
}
