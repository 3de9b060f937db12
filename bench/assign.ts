import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { MongoClient, ObjectId } from 'mongodb';
import { ground, numberArgument } from './ground.ts';
import { numbersFrom, quantile } from './measure.ts';

/**
 * `npm run bench -- assign [--people 100000] [--rules 20] [--seed N]`: a force of so many people under so many rules of assignment of
 * every kind, evaluated by the use case that the worker calls, with its journal: all new, nothing changed, every tenth posting
 * changed; then one changed posting at a time. Who is asked is counted beside, from the generated facts alone. Exit code 1 when a
 * count differs, looking at one gives another answer than looking at all, or an evaluation takes 60 s per 100,000 people or more.
 */
const MOST_SECONDS = 60;
const TEAMS = 200;
const ONES = 500;
const CHUNK = 5000;
const RANKS = ['pc', 'pc', 'pc', 'pc', 'pc', 'pc', 'sgt', 'insp', 'pcso', 'ops-staff'];
const ROLES = [
  'response-officer',
  'neighbourhood-officer',
  'call-handler',
  'detective-pip2',
  'patrol-sergeant',
];

const dist = (path: string) => import(join(process.cwd(), 'dist', path)) as Promise<unknown>;
const from = ground();
const people = numberArgument('people', 100_000);
const ruleCount = numberArgument('rules', 20);
const random = numbersFrom(numberArgument('seed', 1));
const { CliModule } = (await dist('apps/cli/src/cli.module.js')) as { CliModule: new () => object };
const certification = (await dist('libs/certification/src/index.js')) as typeof import('@app/certification');
const context = (await dist(
  'libs/platform/src/context/request-context.js',
)) as typeof import('@app/platform/context/request-context.js');
type System = ReturnType<typeof context.systemContext>;

const mongo = await MongoClient.connect(from.mongodbUri);
const db = mongo.db();
const app = await NestFactory.createApplicationContext(CliModule, { logger: ['error'] });
const forceId = new ObjectId();
const ctx = context.systemContext('bench', forceId.toHexString() as System['force']['forceId']);
const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/London' });
const ranks = new Map<string, string>();
const verdict = { isRight: true };
try {
  const codes = await db.collection('certifications').distinct('code', { ofCourse: true });
  const framework = await db
    .collection<{ number: number; content: { skills: { id: string }[] } }>('frameworkVersions')
    .findOne({}, { sort: { number: -1 } });
  const skills = framework?.content.skills ?? [];
  const units = await organisation();
  await population(units, { code: String(codes[0]), skill: String(skills[0]?.id) });
  console.log(`${people} people in ${TEAMS} teams, ${ruleCount} rules, seed ${numberArgument('seed', 1)}`);
  await rules(units, { codes: codes.map(String), skill: String(skills[0]?.id) });
  await evaluated('all new');
  await countSergeants(String(codes[0]));
  await evaluated('nothing changed', 0);
  await moveEveryTenth();
  await evaluated('every tenth posting changed');
  await countSergeants(String(codes[0]));
  await oneAtATime();
  process.exitCode = verdict.isRight ? 0 : 1;
} finally {
  await app.close();
  await mongo.close();
}

/** A force, twenty districts, and teams below them; gives the teams with their districts. */
async function organisation(): Promise<{ team: ObjectId; district: ObjectId }[]> {
  const root = new ObjectId();
  const unit = (_id: ObjectId, parentId: ObjectId | null, path: ObjectId[]) => ({
    ...{ _id, forceId, parentId, path, kind: 'team', name: _id.toHexString(), nameKey: _id.toHexString() },
  });
  const districts = Array.from({ length: 20 }, () => new ObjectId());
  const teams = Array.from({ length: TEAMS }, (_, n) => ({
    ...{ team: new ObjectId(), district: districts[n % districts.length] ?? root },
  }));
  await db
    .collection('units')
    .insertMany([
      unit(root, null, [root]),
      ...districts.map((_id) => unit(_id, root, [root, _id])),
      ...teams.map(({ team, district }) => unit(team, district, [root, district, team])),
    ]);
  return teams;
}

function pick<T>(list: readonly T[]): T {
  const one = list[Math.floor(random() * list.length)];
  if (one === undefined) throw new Error('Nothing to pick from');
  return one;
}

function dayFromToday(days: number): string {
  return new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Postings for all, a second for every tenth, leave for every twentieth, awards and evidence for two in three. */
async function population(
  units: { team: ObjectId }[],
  { code, skill }: { code: string; skill: string },
): Promise<void> {
  const title = { en: 'Benchmark', cy: null, cyState: 'absent' };
  for (let at = 0; at < people; at += CHUNK) {
    const ids = Array.from({ length: Math.min(CHUNK, people - at) }, () => new ObjectId());
    const who = ids.map((personId) => ({ forceId, personId }));
    const postings = who.flatMap((one) => [
      posting(one, units),
      ...(random() < 0.1 ? [posting(one, units)] : []),
    ]);
    for (const { personId, rankId } of postings) {
      const key = personId.toHexString();
      ranks.set(key, `${ranks.get(key) ?? ''} ${rankId}`);
    }
    await db.collection('postings').insertMany(postings);
    const away = who.filter(() => random() < 0.05);
    await db
      .collection('absences')
      .insertMany(
        away.map((one) => ({ ...one, from: dayFromToday(-20), to: dayFromToday(10), clockStopped: true })),
      );
    const trained = who.filter(() => random() < 0.66);
    await db.collection('awards').insertMany(
      trained.map((one) => ({
        ...{ ...one, serial: new ObjectId().toHexString(), courseCode: code, courseTitle: title, cycle: 1 },
        ...{
          versionId: 'bench',
          versionNumber: 1,
          awardedOn: dayFromToday(-300),
          skills: [],
          withdrawn: null,
        },
        lastValidDay: dayFromToday(Math.floor(random() * 400) - 30),
      })),
    );
    await db.collection('evidence').insertMany(
      trained.map((one) => ({
        ...{ ...one, skillId: skill, level: pick([1, 2, 3]), kind: 'award', title, ended: null },
        ...{ sourceId: one.personId.toHexString(), certification: null, recordedAt: new Date(0) },
        ...{ from: dayFromToday(-300), lastValidDay: dayFromToday(300) },
      })),
    );
  }
}

function posting(one: { forceId: ObjectId; personId: ObjectId }, units: { team: ObjectId }[]) {
  return {
    ...{ _id: new ObjectId(), ...one, unitId: pick(units).team, rankId: pick(RANKS), roleId: pick(ROLES) },
    ...{ from: dayFromToday(-Math.floor(random() * 2000)), to: null as string | null, shiftPattern: null },
    ...{ contractedHours: null, lineManagers: [], deputies: [], expectedEnd: null, revision: 1 },
  };
}

/** Rules of every kind in turn, switched on by the use cases; the first asks all sergeants for the first certification. */
async function rules(
  units: { team: ObjectId; district: ObjectId }[],
  { codes, skill }: { codes: string[]; skill: string },
): Promise<void> {
  await app.get(certification.SetAssignmentGuard).execute(ctx, { percent: 100 });
  const kinds: ((n: number) => import('@app/certification').Condition)[] = [
    () => ({ kind: 'rank', rankIds: ['sgt'] }),
    (n) => ({ kind: 'unit', unitIds: [units[n]?.district.toHexString() as never] }),
    (n) => ({ kind: 'role', roleIds: [ROLES[n % ROLES.length] ?? 'response-officer'] }),
    () => ({ kind: 'posted', since: null, withinDays: 365 }),
    () => ({ kind: 'gap', skillId: skill, level: 2 }),
    (n) => ({ kind: 'expiring', code: codes[0] ?? '', withinDays: 30 + n }),
  ];
  for (let n = 0; n < ruleCount; n += 1) {
    const kind = kinds[n % kinds.length];
    if (kind === undefined) continue;
    const rule = await app.get(certification.SaveAssignmentRule).execute(ctx, {
      ...{
        ruleId: null,
        title: `Rule ${n}`,
        code: n === 0 ? (codes[0] ?? '') : (codes[1 + (n % (codes.length - 1))] ?? ''),
      },
      ...{
        audience: { match: 'all', conditions: [kind(n)] },
        minimumDays: n % 3 === 1 ? 30 : 0,
        recheck: true,
      },
      due: { kind: 'after', base: 'rule', months: 3, days: n },
    });
    const began = performance.now();
    const preview = await app.get(certification.PreviewAssignmentRule).execute(ctx, rule);
    if (n < kinds.length)
      console.log(
        `  preview (${kind(n).kind}): ${preview.newly} newly, ${((performance.now() - began) / 1000).toFixed(1)} s`,
      );
    await app.get(certification.SwitchOnAssignmentRule).execute(ctx, { ruleId: rule.id });
  }
}

/** One evaluation of the force. */
async function evaluated(what: string, expected?: number): Promise<void> {
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 50);
  const before = process.memoryUsage.rss();
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  const seen = await app.get(certification.EvaluateForce).execute(ctx);
  const seconds = (performance.now() - began) / 1000;
  const used = process.cpuUsage(cpu);
  clearInterval(watch);
  const mb = (bytes: number) => Math.round(bytes / 2 ** 20);
  console.log(
    `${what}: people ${seen.people}, rules ${ruleCount}, changed ${seen.changed}, ${seconds.toFixed(1)} s (${((used.user + used.system) / 1e6).toFixed(1)} s of one core), ` +
      `${Math.round(seen.people / seconds)} people/s, memory ${mb(before)} MB before, peak ${mb(peak)} MB`,
  );
  must(seen.people === people, `${seen.people} people were looked at`);
  must(expected === undefined || seen.changed === expected, `${seen.changed} changed`);
  must(seconds < (MOST_SECONDS * people) / 100_000, `it took ${seconds.toFixed(1)} s`);
}

/** Who is asked by the rule for sergeants, beside who is one. */
async function countSergeants(code: string): Promise<void> {
  const asked = await db.collection('assignments').countDocuments({ forceId, code, state: 'assigned' });
  const holdings = await db
    .collection('certificationHoldings')
    .countDocuments({ forceId, code, 'assignment.endedOn': null, assignment: { $ne: null } });
  const sergeants = [...ranks.values()].filter((all) => all.split(' ').includes('sgt')).length;
  console.log(`  sergeants ${sergeants}, assigned ${asked}, asked to hold it ${holdings}`);
  must(asked === sergeants && holdings === sergeants, 'the counts differ');
}

/** Gives every tenth person another rank, in all their postings. */
async function moveEveryTenth(): Promise<void> {
  const chosen = [...ranks.keys()].filter((_, n) => n % 10 === 0);
  for (let at = 0; at < chosen.length; at += CHUNK)
    await db.collection('postings').bulkWrite(chosen.slice(at, at + CHUNK).map((key) => move(key)));
}

function move(key: string) {
  const isSergeant = (ranks.get(key) ?? '').split(' ').includes('sgt');
  const rankId = isSergeant ? 'pc' : 'sgt';
  ranks.set(key, ` ${rankId}`);
  return { updateMany: { filter: { forceId, personId: new ObjectId(key) }, update: { $set: { rankId } } } };
}

/** One posting changes, and its person is looked at: what the worker does on the event, timed alone. */
async function oneAtATime(): Promise<void> {
  const took: number[] = [];
  let changed = 0;
  const all = [...ranks.keys()];
  for (let n = 0; n < ONES; n += 1) {
    const key = pick(all);
    await db.collection('postings').bulkWrite([move(key)]);
    const began = performance.now();
    const seen = await app.get(certification.EvaluatePeople).execute([{ ctx, personId: key as never }]);
    took.push(performance.now() - began);
    changed += Math.min(1, seen.changed);
  }
  const sorted = `median ${quantile(took, 0.5).toFixed(1)} ms, p99 ${quantile(took, 0.99).toFixed(1)} ms`;
  console.log(`one changed posting: ${sorted}; ${changed} of ${ONES} changed what is asked`);
  must(changed === ONES, 'some changed nothing');
  await evaluated('after them', 0);
}

function must(isSo: boolean, otherwise: string): void {
  if (isSo) return;
  console.log(`  WRONG: ${otherwise}`);
  verdict.isRight = false;
}
