import { appendFileSync, closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { type Attempt, makeSitting, type Sitting, waitUntilOpen } from './act-sit.js';
import { type Cast, castOf, signIn } from './cast.js';
import { NoAnswer, RefusedByApi } from './client.js';
import { COURSE_CODE, joinForce, type NewOfficer, patiently, teamOf } from './company.js';
import * as documents from './documents.js';
import { type AnswerInput, type Question, SubjectKnowledge } from './subject-knowledge.js';
import { type Transcript, timeOfDay } from './transcript.js';

const OFFICERS = 12;
const WINDOW_MS = 60_000;
/** What dies when, in ms after the sitting opens. */
const KILLS: readonly [number, string][] = [
  [8_000, 'api'],
  [14_000, 'worker'],
  [20_000, 'redis'],
  [27_000, 'api'],
  [27_100, 'redis'],
  [34_000, 'worker'],
  [57_000, 'worker'],
];

/** One acknowledged save, as the client wrote it down when the reply came. */
interface Acknowledged {
  attemptId: string;
  itemId: string;
  sequence: number;
  answer: AnswerInput;
}

/** The client's own file: a line is written, and on disk, before the client goes on. */
class OwnFile {
  readonly path: string;
  readonly lines: Acknowledged[] = [];
  private readonly handle: number;

  constructor() {
    mkdirSync('.lantern', { recursive: true });
    this.path = join('.lantern', `acknowledged-${Date.now()}.jsonl`);
    this.handle = openSync(this.path, 'a');
  }

  write(line: Acknowledged): void {
    appendFileSync(this.handle, `${JSON.stringify(line)}\n`);
    fsyncSync(this.handle);
    this.lines.push(line);
  }

  close(): void {
    closeSync(this.handle);
  }
}

/** Kills api, worker and Redis while answers are being saved; checks that nothing acknowledged is lost, late or twice. */
export async function survivesCrashes(cast: Cast, told: Transcript): Promise<void> {
  const { client: trainer } = await signIn(cast, 'harbourshire.trainer');
  told.step(`${OFFICERS} officers join, enrol and are booked on one sitting`);
  const unit = await teamOf(trainer);
  const officers: NewOfficer[] = [];
  for (let n = 0; n < OFFICERS; n++) officers.push(await joinForce(cast, trainer, unit.id));
  for (const officer of officers)
    await officer.client.do(documents.ENROL, { input: { courseCode: COURSE_CODE } });
  const sitting = await makeSitting(
    trainer,
    officers.map(({ id }) => id),
    told,
    WINDOW_MS,
  );
  await waitUntilOpen(trainer, sitting, told);

  told.step('Answers are saved while api, worker and Redis are killed');
  const file = new OwnFile();
  const attempts = new Map<string, Attempt>();
  await Promise.all([
    ...officers.map(async (officer) => attempts.set(officer.id, await sitAndSave(officer, sitting, file))),
    killAll(sitting, told),
  ]);
  file.close();
  told.say(`${file.lines.length} saves acknowledged, kept in ${file.path}`);

  told.step('After the deadline');
  await watchClosing([...attempts.values()], told);
  await checkPapers(officers, attempts, file, told);
  await checkAwards(officers, told);
}

/** Saves answers round after round until the deadline; every save that is not acknowledged is tried again. */
async function sitAndSave(officer: NewOfficer, sitting: Sitting, file: OwnFile): Promise<Attempt> {
  const attempt = await insist(() =>
    officer.client.do<Attempt>(documents.START, { input: { sittingId: sitting.id } }),
  );
  const knowledge = new SubjectKnowledge('content', COURSE_CODE);
  const lastRound = Date.parse(attempt.deadline) - 12_000;
  for (let sequence = 1; ; sequence++) {
    const final = Date.now() >= lastRound;
    for (const question of attempt.paper) {
      const answer = final ? knowledge.answer(question) : guess(question, sequence, knowledge);
      const saved = await save(officer, attempt, { itemId: question.id, sequence, answer });
      if (saved) file.write({ attemptId: attempt.id, itemId: question.id, sequence, answer });
    }
    if (final) return attempt;
  }
}

/** Some answer of the right shape, another one each round. */
function guess(question: Question, round: number, knowledge: SubjectKnowledge): AnswerInput {
  if (question.type === 'NUMERIC') return { number: round };
  if (question.type === 'SHORT_TEXT') return { text: `guess ${round}` };
  if (question.type === 'SINGLE' || question.type === 'MULTIPLE') {
    return { choices: [question.options[round % question.options.length]?.id ?? ''] };
  }
  return knowledge.answer(question);
}

async function save(
  officer: NewOfficer,
  attempt: Attempt,
  one: Omit<Acknowledged, 'attemptId'>,
): Promise<boolean> {
  for (;;) {
    if (Date.now() >= Date.parse(attempt.deadline)) return false;
    try {
      await officer.client.do(documents.SAVE, {
        input: { attemptId: attempt.id, writer: attempt.writer, ...one },
      });
      return true;
    } catch (error) {
      // A save whose reply was lost and that comes again is the same answer; a refusal after the deadline is the end.
      if (error instanceof RefusedByApi) return false;
      if (!(error instanceof NoAnswer)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function insist<T>(ask: () => Promise<T>): Promise<T> {
  return patiently(
    () =>
      ask().catch((error: unknown) => {
        if (error instanceof NoAnswer) return undefined;
        throw error;
      }),
    30_000,
  );
}

async function killAll(sitting: Sitting, told: Transcript): Promise<void> {
  for (const [after, name] of KILLS) {
    await new Promise((resolve) =>
      setTimeout(resolve, Math.max(0, Date.parse(sitting.opensAt) + after - Date.now())),
    );
    // Read each time: what was killed comes back under another pid.
    const pid = castOf().lantern.pids[name];
    if (pid === undefined) throw new Error(`${name} has no pid in .lantern/run.json`);
    try {
      process.kill(pid, 'SIGKILL');
      told.say(`${timeOfDay(new Date())} SIGKILL ${name}`);
    } catch {
      told.say(`${timeOfDay(new Date())} ${name} was already down`);
    }
  }
}

/** Looks into the database itself, since any read by the API would close what is late. */
async function watchClosing(attempts: readonly Attempt[], told: Transcript): Promise<void> {
  const deadline = Math.max(...attempts.map((attempt) => Date.parse(attempt.deadline)));
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, deadline - Date.now())));
  const mongo = await MongoClient.connect(castOf().lantern.mongodbUri);
  try {
    const open = mongo.db().collection('attempts');
    const closedAt = await patiently(async () => {
      const left = await open.countDocuments({ state: 'OPEN', deadline: { $lte: new Date() } });
      return left === 0 ? Date.now() : undefined;
    });
    told.check(
      'no attempt stays open more than 5 s past its deadline',
      closedAt - deadline <= 5000,
      `${closedAt - deadline} ms`,
    );
    told.say(`all ${attempts.length} closed ${Math.max(0, closedAt - deadline)} ms after the deadline`);
  } finally {
    await mongo.close();
  }
}

async function checkPapers(
  officers: readonly NewOfficer[],
  attempts: ReadonlyMap<string, Attempt>,
  file: OwnFile,
  told: Transcript,
): Promise<void> {
  const last = new Map(file.lines.map((line) => [`${line.attemptId} ${line.itemId}`, line]));
  let lost = 0;
  for (const officer of officers) {
    const id = attempts.get(officer.id)?.id ?? '';
    const marked = await insist(() => officer.client.do<Attempt>(documents.ATTEMPT_QUERY, { id }));
    told.check(
      `${officer.name}: finished at the deadline, marked`,
      marked.finishedAt === marked.deadline && marked.result !== null,
    );
    for (const line of last.values()) {
      if (line.attemptId === id && !isKept(line, marked)) lost += 1;
    }
  }
  told.check(
    `every acknowledged answer is in the marked paper: ${last.size} last answers, lost ${lost}`,
    lost === 0,
  );
}

/** Kept: the same value under the same sequence, or a later save whose reply the client never saw. */
function isKept(line: Acknowledged, marked: Attempt): boolean {
  const held = marked.answers.find(({ itemId }) => itemId === line.itemId);
  if (held === undefined || held.sequence < line.sequence) return false;
  if (held.sequence > line.sequence) return true;
  const [kind, value] = Object.entries(line.answer)[0] ?? [];
  const kept = (held.answer as Record<string, unknown>)[kind ?? ''];
  return JSON.stringify(kept) === JSON.stringify(value);
}

async function checkAwards(officers: readonly NewOfficer[], told: Transcript): Promise<void> {
  let twice = 0;
  let given = 0;
  for (const { client } of officers) {
    const awards = await patiently(async () => {
      const page = await client.do<{ edges: { node: { courseCode: string } }[] }>(documents.MY_AWARDS);
      return page.edges.length > 0
        ? page.edges.filter(({ node }) => node.courseCode === COURSE_CODE)
        : undefined;
    });
    given += awards.length;
    if (awards.length > 1) twice += 1;
  }
  told.check(`${given} awards given, none twice`, twice === 0 && given === officers.length);
}
