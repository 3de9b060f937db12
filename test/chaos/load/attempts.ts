import { join } from 'node:path';
import {
  type AnswerInput,
  type Question,
  SubjectKnowledge,
} from '../../../apps/cli/src/story/subject-knowledge.ts';
import { pause } from '../pause.ts';
import type { Random } from '../random.ts';
import { bookForOneself, makeSitting, placePeople, type Sitting } from './bookings.ts';
import { type Client, Over, Refused } from './client.ts';
import type { Force, Stage } from './company.ts';
import * as documents from './documents.ts';

const CONTENT = join(import.meta.dirname, '../../../content');

/** One line of sittings: a force, a course, and whoever has not sat it yet. */
export interface Line {
  readonly force: Force;
  readonly courseCode: string;
  readonly people: readonly Client[];
  readonly atOnce: number;
  /** A minute ahead with a reminder, rather than at once. */
  readonly reminds: boolean;
}

interface Attempt {
  readonly id: string;
  readonly writer: string;
  readonly deadline: string;
  readonly paper: readonly Question[];
}

/** One sitting after another, until the people or the time run out. */
export async function runLine(stage: Stage, line: Line): Promise<void> {
  const { random } = stage;
  const waiting = [...line.people];
  const knowledge = new SubjectKnowledge(CONTENT, line.courseCode);
  while (waiting.length > 0 && !stage.signal.aborted) {
    const opensInMs = line.reminds ? 60_000 + random.between(7_000, 10_000) : random.between(4_000, 7_000);
    const lastsMs = random.between(12_000, 18_000);
    if (Date.now() + opensInMs + lastsMs > stage.endsAt) return;
    const people = waiting.splice(0, line.atOnce);
    for (const person of people) await enrol(stage, person, line.courseCode);
    const plan = {
      courseCode: line.courseCode,
      opensInMs,
      lastsMs,
      reminds: line.reminds,
      seats: people.length,
    };
    const sitting = await makeSitting(stage, line.force.trainer, plan);
    if (sitting === null) continue;
    await Promise.all([
      placePeople(stage, line.force.trainer, { sitting, people: people.slice(1) }),
      ...people.map((person, n) =>
        quietly(() =>
          sit(stage, person, {
            sitting,
            knowledge,
            books: n === 0,
            random: random.fork(`${sitting.opensAt}/${n}`),
          }),
        ),
      ),
    ]);
  }
}

async function enrol(stage: Stage, person: Client, courseCode: string): Promise<void> {
  await person.ask(documents.ENROL, { courseCode });
  stage.file.write({ kind: 'done', op: 'enrol', personId: person.personId, courseCode });
}

interface Seat {
  readonly sitting: Sitting;
  readonly knowledge: SubjectKnowledge;
  readonly books: boolean;
  readonly random: Random;
}

/** One person's attempt: started, answered a few times over, handed in or left to the clock. */
async function sit(stage: Stage, person: Client, seat: Seat): Promise<void> {
  const { sitting, random } = seat;
  if (seat.books) await bookForOneself(stage, person, { sitting, changesMind: random.next() < 0.5 });
  await pause(sitting.opensAt - Date.now() + random.between(0, 1500), stage.signal);
  const attempt = await start(stage, person, sitting);
  if (attempt === null) return;
  const deadline = Date.parse(attempt.deadline);
  const rounds = random.between(1, 3);
  const [knows, handsIn] = [random.next() < 0.7, random.next() < 0.6];
  for (let sequence = 1; sequence <= rounds; sequence++) {
    for (const question of attempt.paper) {
      const isRight = knows && sequence === rounds;
      const value = answerTo(question, { seat, sequence, isRight });
      if (!(await save(stage, person, { attempt, itemId: question.id, sequence, value }))) return;
      await pause(random.between(50, 350), stage.signal);
    }
  }
  if (!handsIn) return;
  await pause(random.between(0, 2000), stage.signal);
  stage.file.write({ kind: 'asked', op: 'submit', id: attempt.id, personId: person.personId });
  await person.ask(documents.SUBMIT, { attemptId: attempt.id }, deadline + 10_000);
  stage.file.write({ kind: 'done', op: 'submit', attemptId: attempt.id });
}

async function start(stage: Stage, person: Client, sitting: Sitting): Promise<Attempt | null> {
  const { personId } = person;
  while (Date.now() < sitting.closesAt - 1000) {
    try {
      const attempt = await person.ask<Attempt>(documents.START, { sittingId: sitting.id }, sitting.closesAt);
      const [attemptId, deadline] = [attempt.id, Date.parse(attempt.deadline)];
      stage.file.write({ kind: 'done', op: 'start', attemptId, sittingId: sitting.id, personId, deadline });
      return attempt;
    } catch (error) {
      // No place yet, or not open yet by that server's clock: both pass.
      if (!(error instanceof Refused)) throw error;
      await pause(300, stage.signal);
    }
  }
  return null;
}

interface Save {
  readonly attempt: Attempt;
  readonly itemId: string;
  readonly sequence: number;
  readonly value: AnswerInput;
}

/** Whether the answer was acknowledged: it is not when time is up. */
async function save(
  stage: Stage,
  person: Client,
  { attempt, itemId, sequence, value }: Save,
): Promise<boolean> {
  const { id: attemptId, writer } = attempt;
  try {
    const input = { attemptId, writer, itemId, sequence, answer: value };
    await person.ask(documents.SAVE, input, Date.parse(attempt.deadline) + 2000);
  } catch (error) {
    if (error instanceof Refused || error instanceof Over) return false;
    throw error;
  }
  stage.file.write({ kind: 'done', op: 'answer', attemptId, itemId, sequence, value });
  return true;
}

function answerTo(
  question: Question,
  { seat, sequence, isRight }: { seat: Seat; sequence: number; isRight: boolean },
): AnswerInput {
  if (question.type === 'WRITTEN')
    return { text: `Entry ${sequence}: seized at 10:14, and why it was lawful.` };
  if (isRight) return seat.knowledge.answer(question);
  if (question.type === 'NUMERIC') return { number: seat.random.between(0, 100) };
  if (question.type === 'SHORT_TEXT') return { text: `guess ${seat.random.between(0, 1000)}` };
  if (question.type === 'TRUE_FALSE') return { choices: [seat.random.next() < 0.5 ? 'true' : 'false'] };
  if (question.type === 'MATCH') return seat.knowledge.answer(question);
  return { choices: [seat.random.of(question.options).id] };
}

/** An actor whose time is up stops, and nothing is wrong. */
export async function quietly(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof Over) && !(error instanceof Refused)) throw error;
  }
}
