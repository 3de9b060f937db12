import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { MongoClient, ObjectId } from 'mongodb';
import { graphql, ground, numberArgument, signIn, startApi, startServer } from './ground.ts';
import { numbersFrom } from './measure.ts';

/**
 * `npm run bench -- past-import [--rows 200000] [--people 10000] [--seed N]`: a file of past training of so many rows, sent to the real
 * API and brought in by the real worker: checked, applied, and its cover counted. Exit code 1 when applying takes five minutes or
 * the worker's memory grows by more than 400 MB while it does.
 */
const rows = numberArgument('rows', 200_000);
const people = numberArgument('people', 10_000);
const random = numbersFrom(numberArgument('seed', 1));
const BAR_SECONDS = 300;
const BAR_GROWTH_MB = 400;
const SKILLS = ['DEV-01', 'OLH-01', 'DEV-02'];

const from = ground();
const mongo = await MongoClient.connect(from.mongodbUri);
const db = mongo.db();
const api = await startApi();
const worker = await startServer('dist/apps/worker/src/main.js', {
  ...{ WORKER_PORT: '0', LOG_LEVEL: 'error', NODE_ENV: 'test' },
});
try {
  process.exitCode = (await run()) ? 0 : 1;
} finally {
  await worker.stop();
  await api.stop();
  await mongo.close();
}

async function run(): Promise<boolean> {
  const force = await db.collection('forces').findOne({ slug: 'harbourshire' });
  if (force === null) throw new Error('The demonstration has no Harbourshire');
  const numbers = await manyPeople(force._id);
  const token = await signIn(api.url, from, 'harbourshire.trainer');
  const courses = SKILLS.map((skillId, at) => ({
    ...{ course: `Course ${at}`, skills: [{ skillId, level: 1 + (at % 3) }], months: 36 },
  }));
  const columns = { staffNumber: 'No', course: 'Course', completedOn: 'Done', dates: 'ISO' };
  await mutate(token, 'SavePastMapping', { columns, courses }, 'PastMapping { courses { course } }');
  const text = table(numbers);
  const file = await upload(token, text);
  const checking = { fileId: file, source: 'Benchmark', confidence: 'RECORDED' };
  const { id } = await mutate<{ id: string }>(token, 'CheckPast', checking, 'PastImport { id }');
  const checked = await through(token, id, 'CHECKED');
  console.log(
    `${rows} rows, ${(text.length / 1e6).toFixed(1)} MB: checked in ${checked.seconds.toFixed(1)} s`,
  );
  const before = worstMemory();
  await mutate(token, 'ApplyPast', { pastImportId: id }, 'PastImport { id }');
  const applied = await through(token, id, 'APPLIED');
  const rate = Math.round(rows / applied.seconds);
  console.log(
    `applied in ${applied.seconds.toFixed(1)} s: ${rate} rows/s, ${applied.evidence} pieces of evidence`,
  );
  const peak = Math.max(...applied.memory);
  const early = applied.memory.slice(0, Math.ceil(applied.memory.length / 4));
  console.log(
    `worker’s memory: before ${before} MB, first quarter at most ${Math.max(...early)} MB, peak ${peak} MB`,
  );
  const counted = performance.now();
  while (
    (await db.collection('coverStale').countDocuments()) > 0 ||
    (await db.collection('outbox').countDocuments()) > 0
  )
    await wait(200);
  const events = await db.collection('journal').countDocuments({ type: 'standing.evidence.imported.v1' });
  console.log(
    `cover counted ${((performance.now() - counted) / 1000).toFixed(1)} s later, by ${events} events`,
  );
  const stored = await db.collection('evidence').countDocuments({ 'provenance.importId': id });
  const isWhole = stored === applied.evidence && applied.kept + applied.duplicates === rows;
  console.log(
    `kept ${applied.kept}, duplicates ${applied.duplicates}, evidence stored ${stored}: ${isWhole ? 'whole' : 'NOT WHOLE'}`,
  );
  return isWhole && applied.seconds < BAR_SECONDS && peak - Math.max(...early) < BAR_GROWTH_MB;
}

interface Progress {
  readonly state: string;
  readonly processed: number;
  readonly kept: number;
  readonly duplicates: number;
  readonly evidence: number;
}

async function through(token: string, id: string, state: string) {
  const began = performance.now();
  const memory: number[] = [];
  let told = 0;
  for (;;) {
    const now = await graphql<Progress>(
      ...([api.url, token] as const),
      'query P($id: ID!) { pastImport(id: $id) { state processed kept duplicates evidence } }',
      { id },
    );
    memory.push(worstMemory());
    const seconds = (performance.now() - began) / 1000;
    if (now.state === state) return { ...now, seconds, memory };
    if (now.state === 'FAILED') throw new Error('The import failed');
    if (now.processed - told >= rows / 4) {
      told = now.processed;
      console.log(`  ${now.state.toLowerCase()}: ${told} of ${rows} rows after ${seconds.toFixed(1)} s`);
    }
    await wait(250);
  }
}

/** Resident memory of the worker, in MB: the child of this process that is the worker. */
function worstMemory(): number {
  const children = execFileSync('ps', ['--ppid', String(process.pid), '-o', 'pid=,args='], {
    encoding: 'utf8',
  });
  const line = children.split('\n').find((each) => each.includes('apps/worker'));
  const status = readFileSync(`/proc/${line?.trim().split(/\s+/)[0] ?? 'self'}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}

/** People beside those of the demonstration, each posted as one of its officers is. */
async function manyPeople(forceId: ObjectId): Promise<string[]> {
  const officer = await db.collection('people').findOne({ forceIds: forceId });
  const posting = await db.collection('postings').findOne({ forceId });
  if (officer === null || posting === null) throw new Error('The demonstration has no officers');
  const numbers = Array.from({ length: people }, (_, at) => `BENCH${at}`);
  for (let at = 0; at < people; at += 5000) {
    const part = numbers.slice(at, at + 5000).map((number) => ({ number, _id: new ObjectId() }));
    await db.collection('people').insertMany(
      part.map(({ _id, number }) => ({
        ...officer,
        _id,
        email: null,
        staffNumbers: [{ forceId, number }],
      })),
    );
    await db
      .collection('postings')
      .insertMany(part.map(({ _id }) => ({ ...posting, _id: new ObjectId(), personId: _id })));
  }
  return numbers;
}

function table(numbers: readonly string[]): string {
  const lines = ['No,Course,Done'];
  for (let row = 0; row < rows; row++) {
    const day = new Date(Date.UTC(2019, 0, 1 + Math.floor(random() * 2500))).toISOString().slice(0, 10);
    const number = numbers[Math.floor(random() * numbers.length)] ?? '';
    lines.push(`${number},Course ${Math.floor(random() * SKILLS.length)},${day}`);
  }
  return `${lines.join('\n')}\n`;
}

async function upload(token: string, body: string): Promise<string> {
  const reply = await fetch(`${api.url}/files?purpose=past-training&name=past.csv`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'text/csv', authorization: `Bearer ${token}` },
  });
  if (reply.status !== 201) throw new Error(await reply.text());
  return ((await reply.json()) as { id: string }).id;
}

function mutate<T>(token: string, name: string, input: object, fields: string): Promise<T> {
  const field = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  const query = `mutation M($input: ${name}Input!) { ${field}(input: $input) { __typename ... on ${fields} ... on Refused { message } } }`;
  return graphql<T>(api.url, token, query, { input });
}
