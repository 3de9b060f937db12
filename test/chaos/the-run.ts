import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import type { Minder } from '../../apps/cli/src/embedded/minder.ts';
import { check, faultsOf, linesOf } from './checker/check.ts';
import { type LogLine, readLines, type TakenMail } from './checker/log.ts';
import { makeGround, scatterExpiries } from './ground.ts';
import type { Child } from './house/child.ts';
import { environment, type House, startApps, startDatabases } from './house/house.ts';
import { type PostOffice, postOffice } from './house/post-office.ts';
import { companyOf } from './load/company.ts';
import { runLoad } from './load/load.ts';
import { keepLooking } from './look.ts';
import { OwnFile } from './own-file.ts';
import { pause } from './pause.ts';
import { type Random, randomOf } from './random.ts';
import { untilRest } from './rest.ts';
import { Striker } from './strikes.ts';

const MINUTE_MS = 60_000;
/** Sends whose sender died hang until their claim runs out: two minutes, and a minute until somebody looks. */
const REST_WITHIN_MS = 240_000;
/** Of each kind. */
const FAULTS_SHOWN = 4;

/** What a run is given. */
export interface RunPlan {
  readonly folder: string;
  readonly minder: Minder;
  readonly minutes: number;
  readonly seed: number;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/** One run: a house built, filled, struck while people work in it, and looked through when it has come to rest. */
export class Run {
  private readonly plan: RunPlan;
  private readonly random: Random;
  private readonly logs: string;
  private readonly began = Date.now();
  private children: readonly Child[] = [];
  private post: PostOffice | undefined;
  private client: MongoClient | undefined;
  private readonly missed = new Map<string, number>();

  constructor(plan: RunPlan) {
    this.plan = plan;
    this.random = randomOf(plan.seed);
    this.logs = join(plan.folder, 'logs');
  }

  /** True when nothing was found. */
  async toTheEnd(): Promise<boolean> {
    const { plan } = this;
    plan.say(`chaos: ${plan.minutes} minutes, seed ${plan.seed}`);
    const file = new OwnFile(this.file('acknowledged.jsonl'));
    const house = await this.build(file);
    const over = new AbortController();
    const stop = () => over.abort();
    plan.signal.addEventListener('abort', stop, { once: true });
    const looking = keepLooking(house, { client: this.mongo(), file, signal: over.signal });
    try {
      const striker = await this.strike(house, file);
      plan.signal.throwIfAborted();
      await this.rest();
      return await this.judge(house, { file, striker });
    } finally {
      stop();
      await looking;
      file.close();
    }
  }

  /** Ends every process that it started. */
  async end(): Promise<void> {
    await this.client?.close(true).catch(() => undefined);
    await Promise.all(this.children.map((child) => child.kill()));
    await this.post?.close();
  }

  /** The files that tell what happened. */
  evidence(): string[] {
    const logs = readdirSync(this.logs).map((name) => join(this.logs, name));
    return [...['acknowledged.jsonl', 'mail.jsonl', 'faults.txt'].map((name) => this.file(name)), ...logs];
  }

  private async build(file: OwnFile): Promise<House> {
    const { plan, logs } = this;
    const place = { folder: plan.folder, logs, minder: plan.minder };
    mkdirSync(logs, { recursive: true });
    const databases = await this.step('Starting a mongod and a redis', () => startDatabases(place));
    this.children = [...databases.mongo.members, databases.redis.child];
    this.client = new MongoClient(databases.mongo.uri, { serverSelectionTimeoutMS: 5000 });
    this.post = await postOffice(this.file('mail.jsonl'), this.random.fork('post'));
    const officers = Math.min(200, Math.max(20, Math.ceil(plan.minutes * 8)));
    const env = environment(databases, plan.folder, null);
    await this.step(`Making two forces of ${officers} officers`, () =>
      makeGround({ env, officers, minder: plan.minder, logs, signal: plan.signal }),
    );
    await this.step('Growing the replica set to three', () => databases.mongo.grow());
    await this.begin(file);
    const house = await this.step('Starting api and two workers', () =>
      startApps(databases, place, environment(databases, plan.folder, this.post?.url ?? null)),
    );
    this.children = house.children;
    return house;
  }

  /** Notes what was there before anybody did anything. */
  private async begin(file: OwnFile): Promise<void> {
    const db = this.mongo().db('lantern');
    const idsOf = async (collection: string) =>
      (
        await db
          .collection(collection)
          .find({}, { projection: { _id: 1 } })
          .toArray()
      ).map(({ _id }) => String(_id));
    file.write({ kind: 'begun', attempts: await idsOf('attempts'), mails: await idsOf('messageDeliveries') });
    await scatterExpiries(db, this.random.fork('expiries'), this.plan.minutes * MINUTE_MS);
  }

  private async strike(house: House, file: OwnFile): Promise<Striker> {
    const { plan, random } = this;
    const endsAt = Date.now() + plan.minutes * MINUTE_MS;
    const forces = companyOf(plan.folder, house.graphql, { signal: plan.signal, missed: this.missed });
    const striker = new Striker(house, { file, random: random.fork('strikes'), signal: plan.signal });
    const telling = setInterval(() => {
      const left = Math.max(0, Math.round((endsAt - Date.now()) / 1000));
      const struck = [...striker.counts.values()].reduce((sum, count) => sum + count, 0);
      plan.say(`  … ${left} s left, ${struck} strikes, ${file.acknowledged} operations acknowledged`);
    }, 15_000);
    try {
      const stage = { file, random: random.fork('load'), signal: plan.signal, endsAt };
      await Promise.all([runLoad(stage, forces), striker.strikeUntil(endsAt - 3000)]);
      await pause(endsAt - Date.now(), plan.signal);
    } finally {
      clearInterval(telling);
    }
    return striker;
  }

  private async rest(): Promise<void> {
    await this.step('Waiting until nothing that is due is left', async () => {
      const left = await untilRest(this.mongo().db('lantern'), REST_WITHIN_MS, this.plan.signal);
      const words = Object.entries(left).flatMap(([what, count]) =>
        count === 0 ? [] : [`${count} ${what}`],
      );
      if (words.length > 0) this.plan.say(`  ! still open: ${words.join(', ')}`);
    });
  }

  private async judge(
    house: House,
    { file, striker }: { file: OwnFile; striker: Striker },
  ): Promise<boolean> {
    const { say } = this.plan;
    const mail = readLines<TakenMail>(this.file('mail.jsonl'));
    const verdict = await check({
      ...{
        log: readLines<LogLine>(file.path),
        mail,
        client: this.mongo(),
        name: 'lantern',
        readAt: Date.now(),
      },
    });
    say('\nStruck:');
    for (const [what, count] of [...striker.counts].sort()) say(`  ${what}: ${count}`);
    say(
      `Answers that did not come at once: ${[...this.missed].map(([code, count]) => `${code} ${count}`).join(', ')}`,
    );
    const again = house.children.filter(({ failedStarts }) => failedStarts > 0);
    for (const { name, failedStarts } of again)
      say(`Started again, because what it needed was down: ${name} ${failedStarts}`);
    const crashes = house.children.flatMap(({ name, crashes: ended }) =>
      ended.map((how) => `${name} ended by itself: ${how}`),
    );
    const faults = [...faultsOf(verdict), ...crashes];
    writeFileSync(this.file('faults.txt'), faults.map((fault) => `${fault}\n`).join(''));
    for (const [kind, list] of Map.groupBy(faults, (fault) => fault.split(':')[0] ?? '')) {
      for (const fault of list.slice(0, FAULTS_SHOWN)) say(`  ✗ ${fault}`);
      if (list.length > FAULTS_SHOWN)
        say(`  ✗ ${kind}: and ${list.length - FAULTS_SHOWN} more, see faults.txt`);
    }
    say(
      `\n${file.acknowledged} operations acknowledged, ${mail.length} mails taken, ${Math.round((Date.now() - this.began) / 1000)} s in all`,
    );
    for (const line of linesOf(verdict)) say(line);
    return faults.length === 0;
  }

  private mongo(): MongoClient {
    if (this.client === undefined) throw new Error('Not connected');
    return this.client;
  }

  private file(name: string): string {
    return join(this.plan.folder, name);
  }

  private async step<T>(title: string, work: () => Promise<T>): Promise<T> {
    this.plan.signal.throwIfAborted();
    const began = Date.now();
    const value = await work();
    this.plan.say(`  ✓ ${title}  ${((Date.now() - began) / 1000).toFixed(1)} s`);
    return value;
  }
}
