import { setTimeout as wait } from 'node:timers/promises';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { MongoClient, ObjectId } from 'mongodb';
import { ground, numberArgument, startServer } from './ground.ts';
import { numbersFrom, quantile } from './measure.ts';

/**
 * `npm run bench -- due-times [--count 100000] [--minutes 10] [--flush 1] [--seed N]`: so many sittings whose windows open spread
 * over so many real minutes, through the real worker and real BullMQ. First a burst, product and bare BullMQ in turn, for the
 * rates. With `--flush 1` Redis loses everything in the middle. Exit code 1 when one was missed, early or done twice.
 */
const BURST = 5000;
const CONCURRENCY = 10;
const COURSE_CODE = 'OLH-101';

const from = ground();
const redisUrl = process.env['REDIS_URL'] ?? '';
const count = numberArgument('count', 100_000);
const minutes = numberArgument('minutes', 10);
const isFlushed = numberArgument('flush', 0) === 1;
const random = numbersFrom(numberArgument('seed', 1));
const mongo = await MongoClient.connect(from.mongodbUri);
const db = mongo.db();
const force = await db.collection('forces').findOne({ kind: 'territorial' });
if (force === null) throw new Error('The demonstration has no force');
const worker = await startServer('dist/apps/worker/src/main.js', {
  ...{ WORKER_PORT: '0', LOG_LEVEL: 'error', NODE_ENV: 'test' },
});
try {
  const bare = await bareBurst();
  const product = await burst();
  console.log(
    `burst of ${BURST}, in jobs a second: enqueue product ${product.enqueue}, bare BullMQ ${bare.enqueue}`,
  );
  console.log(`${' '.repeat(33)}fire product ${product.fire}, bare BullMQ ${bare.fire}`);
  process.exitCode = (await spread()) ? 0 : 1;
} finally {
  await worker.stop();
  await mongo.close();
}

/** Sittings whose windows open at these instants, with their rows on the timetable. Gives the ids of the rows' sittings. */
async function onTimetable(instants: readonly Date[]): Promise<ObjectId[]> {
  const ids = instants.map(() => new ObjectId());
  for (let at = 0; at < ids.length; at += 10_000) {
    const part = ids.slice(at, at + 10_000);
    await db
      .collection('sittings')
      .insertMany(part.map((_id, n) => sitting(_id, instants[at + n] ?? new Date())));
    await db.collection('dues').insertMany(part.map((_id, n) => due(_id, instants[at + n] ?? new Date())));
  }
  return ids;
}

function sitting(_id: ObjectId, opensAt: Date) {
  const title = { en: 'Benchmark', cy: null, cyState: 'absent' };
  return {
    ...{
      _id,
      forceId: force?._id,
      courseCode: COURSE_CODE,
      courseTitle: title,
      componentKey: 'paper',
      opensAt,
    },
    ...{ closesAt: new Date(opensAt.getTime() + 3_600_000), limitMinutes: 35, seats: 1, seatsLeft: 1 },
    ...{ state: 'SCHEDULED', mode: 'ONLINE', forAll: true, unitIds: [], personIds: [], reminderAt: null },
    ...{ resultsReleasedAt: null, cancelReason: null },
  };
}

function due(sittingId: ObjectId, dueAt: Date) {
  return {
    ...{
      key: `sitting-open-${sittingId.toHexString()}`,
      job: 'assessment.open-sitting',
      forceId: force?._id,
    },
    ...{ payload: { sittingId: sittingId.toHexString() }, dueAt, state: 'waiting', version: 1 },
    ...{ offeredVersion: null, doneAt: null, attempts: 0, notBefore: null, failure: null, lastRun: null },
  };
}

/** The product's rates: from rows on the timetable to jobs in Redis, and from their instant to done. */
async function burst(): Promise<{ enqueue: number; fire: number }> {
  const dueAt = new Date(Date.now() + 15_000);
  const ids = await onTimetable(Array.from({ length: BURST }, () => dueAt));
  const keys = ids.map((id) => `sitting-open-${id.toHexString()}`);
  const began = performance.now();
  await until(
    async () =>
      (await db.collection('dues').countDocuments({ key: { $in: keys }, offeredVersion: null })) === 0,
  );
  const enqueue = Math.round((BURST * 1000) / (performance.now() - began));
  await wait(Math.max(0, dueAt.getTime() - Date.now()));
  const due = performance.now();
  await until(
    async () => (await db.collection('dues').countDocuments({ key: { $in: keys }, state: 'waiting' })) === 0,
  );
  return { enqueue, fire: Math.round((BURST * 1000) / (performance.now() - due)) };
}

/** Bare BullMQ's rates: the same number of delayed jobs, each doing one acknowledged write. */
async function bareBurst(): Promise<{ enqueue: number; fire: number }> {
  const queue = new Queue('bare', { connection: { url: redisUrl } });
  const dueAt = Date.now() + 10_000;
  const began = performance.now();
  for (let at = 0; at < BURST; at += 500) {
    const delay = dueAt - Date.now();
    await queue.addBulk(
      Array.from({ length: 500 }, (_, n) => ({ name: 'bare', data: { n: at + n }, opts: { delay } })),
    );
  }
  const enqueue = Math.round((BURST * 1000) / (performance.now() - began));
  await wait(Math.max(0, dueAt - Date.now()));
  const due = performance.now();
  let done = 0;
  const consumer = new Worker(
    'bare',
    async (job) => {
      await db.collection('bare').insertOne({ _id: new ObjectId(), n: (job.data as { n: number }).n });
      done += 1;
    },
    { connection: { url: redisUrl, maxRetriesPerRequest: null }, concurrency: CONCURRENCY },
  );
  await until(async () => done >= BURST);
  const fire = Math.round((BURST * 1000) / (performance.now() - due));
  await consumer.close();
  await queue.obliterate({ force: true });
  await queue.close();
  return { enqueue, fire };
}

/** All instants, spread evenly at random over the minutes. Returns whether every one was met, once and never early. */
async function spread(): Promise<boolean> {
  const start = Date.now() + 30_000;
  const instants = Array.from(
    { length: count },
    () => new Date(start + Math.floor(random() * minutes * 60_000)),
  );
  const ids = await onTimetable(instants);
  console.log(`${count} due times spread over ${minutes} minutes are on the timetable`);
  await Promise.all([
    isFlushed ? flushAt(start + minutes * 30_000) : undefined,
    progress(start + minutes * 60_000),
  ]);
  const allowed = Date.now() + 60_000;
  const waiting = () =>
    db.collection('dues').countDocuments({ job: 'assessment.open-sitting', state: 'waiting' });
  await until(async () => Date.now() > allowed || (await waiting()) === 0);
  return judge(ids);
}

async function flushAt(instant: number): Promise<void> {
  await wait(Math.max(0, instant - Date.now()));
  const redis = new Redis(redisUrl);
  const held = await redis.dbsize();
  const waiting = { job: 'assessment.open-sitting', state: 'waiting' } as const;
  const before = await db.collection('dues').countDocuments(waiting);
  await redis.flushall();
  const began = performance.now();
  await until(
    async () => (await redis.exists('lantern:lantern-was-here')) === 1 || performance.now() - began > 30_000,
  );
  await until(
    async () => (await db.collection('dues').countDocuments({ ...waiting, offeredVersion: null })) === 0,
  );
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const after = await db.collection('dues').countDocuments(waiting);
  console.log(
    `Redis flushed: it held ${held} keys for ${before} waiting due times; after ${seconds} s all ${after} still waiting were offered again`,
  );
  await redis.quit();
}

async function progress(end: number): Promise<void> {
  while (Date.now() < end) {
    await wait(Math.min(30_000, Math.max(0, end - Date.now())));
    const done = await db
      .collection('dues')
      .countDocuments({ job: 'assessment.open-sitting', state: 'done' });
    console.log(`  ${Math.max(0, done - BURST)} of ${count} done`);
  }
}

async function judge(ids: readonly ObjectId[]): Promise<boolean> {
  const late: number[] = [];
  let early = 0;
  const keys = new Set(ids.map((id) => `sitting-open-${id.toHexString()}`));
  for await (const row of db.collection('dues').find({ job: 'assessment.open-sitting', state: 'done' })) {
    if (!keys.has(row['key'] as string)) continue;
    const by = (row['doneAt'] as Date).getTime() - (row['dueAt'] as Date).getTime();
    if (by < 0) early += 1;
    late.push(by);
  }
  const open = await db.collection('sittings').countDocuments({ _id: { $in: [...ids] }, state: 'OPEN' });
  const [twice] = await db
    .collection('journal')
    .aggregate(
      [
        { $match: { type: 'assessment.sitting.opened.v1' } },
        { $group: { _id: '$data.sittingId', n: { $sum: 1 } } },
        { $match: { n: { $gt: 1 } } },
        { $count: 'n' },
      ],
      { allowDiskUse: true },
    )
    .toArray();
  const missed = count - Math.min(late.length, open);
  const doubled = (twice?.['n'] as number | undefined) ?? 0;
  console.log(`fired ${late.length} of ${count}: missed ${missed}, early ${early}, twice ${doubled}`);
  console.log(
    `lateness median ${quantile(late, 0.5)} ms, p99 ${quantile(late, 0.99)} ms, most ${quantile(late, 1)} ms`,
  );
  return missed === 0 && early === 0 && doubled === 0;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await wait(100);
}
