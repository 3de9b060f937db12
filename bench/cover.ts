import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { type Db, MongoClient, ObjectId } from 'mongodb';
import { ground, numberArgument } from './ground.ts';
import { numbersFrom, quantile } from './measure.ts';

/**
 * `npm run bench -- cover [--seed N] [--most 200000] [--rounds 60] [--middle 0] [--growing 0]`: one force-wide cover query (all units × all skills) over forces of
 * 200 to 200,000 generated officers, with the units fixed and with them growing, the rebuild of each from evidence in a process
 * of its own, and beside it the same figures by aggregation over the evidence. Exit code 1 when a bar is missed.
 */
const SIZES = [200, 2000, 20_000, 200_000];
const FIXED_TEAMS = 40;
const OFFICERS_A_TEAM = 100;
const PIECES = 12;
const LARGEST_RATIO = 1.5;
const LONGEST_REBUILD_S = 120;
const ROLES = ['response-officer', 'neighbourhood-officer', 'detective', 'intelligence-analyst'];
const PATTERNS = [null, null, '2-2-2-4 A', '2-2-2-4 B', '2-2-2-4 C'];
const DAY_MS = 86_400_000;
const TODAY = new Date(new Date().toISOString().slice(0, 10));

const from = ground();
const most = numberArgument('most', 200_000);
const rounds = numberArgument('rounds', 60);
const seed = numberArgument('seed', 1);
/** `--middle 0` leaves out the sizes between the first and the largest, `--growing 0` the forces whose units grow. */
const hasMiddle = numberArgument('middle', 1) === 1;
const hasGrowing = numberArgument('growing', 1) === 1;
const mongo = await MongoClient.connect(from.mongodbUri, { writeConcern: { w: 1, journal: false } });
const db = mongo.db();

interface Line {
  readonly officers: number;
  readonly units: number;
  readonly fixed: boolean;
  readonly slug: string;
  readonly forceId: ObjectId;
  readonly rebuildS: number;
  readonly peakMB: number;
}

const skills = await skillsOfFramework(db);
const lines: Line[] = [];
const sizes = SIZES.filter((size) => size <= most && (hasMiddle || size === SIZES[0] || size === most));
for (const fixed of hasGrowing ? [true, false] : [true]) {
  for (const officers of sizes) {
    const made = await force(officers, fixed);
    lines.push({ ...made, ...(await rebuild(made.slug)) });
  }
}
process.exitCode = (await measure()) ? 0 : 1;
await mongo.close();

async function skillsOfFramework(database: Db): Promise<string[]> {
  const framework = await database
    .collection<{ content: { skills: { id: string }[] } }>('frameworkVersions')
    .findOne({}, { sort: { _id: -1 } });
  const found = framework?.content.skills ?? [];
  if (found.length === 0) throw new Error('The demonstration has no framework');
  return found.map(({ id }) => id);
}

/** A force of so many officers with at least twelve pieces of evidence each, written as identity and standing write them. */
async function force(officers: number, fixed: boolean) {
  const random = numbersFrom(seed * 7919 + officers + (fixed ? 1 : 0));
  const teams = fixed ? FIXED_TEAMS : Math.max(2, Math.ceil(officers / OFFICERS_A_TEAM));
  const slug = `bench-${fixed ? 'fixed' : 'growing'}-${officers}`;
  const forceId = new ObjectId();
  const began = performance.now();
  await db.collection('forces').insertOne({
    ...{ _id: forceId, slug, name: { en: slug, cy: null, cyState: 'absent' }, shortCode: slug },
    ...{ kind: 'territorial', bilingual: false, effectiveFrom: null, effectiveTo: null, mergedInto: null },
  });
  const teamIds = await tree(forceId, teams);
  const atOnce = 1000;
  for (let at = 0; at < officers; at += atOnce) {
    const some = Array.from({ length: Math.min(atOnce, officers - at) }, (_, n) => ({
      _id: new ObjectId(),
      team: teamIds[(at + n) % teamIds.length] ?? forceId,
    }));
    await db.collection('people').insertMany(
      some.map(({ _id }) => ({
        ...{ _id, givenName: 'B', familyName: 'B', sortKey: String(_id), email: null, language: 'en' },
        ...{
          forceIds: [forceId],
          staffNumbers: [],
          accountStatus: 'invited',
          suspendedIn: [],
          fedIn: [],
          revision: 1,
        },
      })),
      { ordered: false },
    );
    await db.collection('postings').insertMany(
      some.map((each) => posting(forceId, each, random)),
      { ordered: false },
    );
    await db.collection('evidence').insertMany(
      some.flatMap(({ _id }) => pieces(forceId, _id, random)),
      { ordered: false },
    );
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.log(`${slug}: ${officers} officers in ${teams + 9} units, generated in ${seconds} s`);
  return { officers, units: teams + 9, fixed, slug, forceId };
}

async function tree(forceId: ObjectId, teams: number): Promise<ObjectId[]> {
  const root = new ObjectId();
  const unit = (_id: ObjectId, name: string, kind: string, above: ObjectId[]) => ({
    ...{ _id, forceId, name, nameKey: name, kind, parentId: above.at(-1) ?? null, path: [...above, _id] },
  });
  const districts = Array.from({ length: 8 }, () => new ObjectId());
  const teamIds = Array.from({ length: teams }, () => new ObjectId());
  await db
    .collection('units')
    .insertMany([
      unit(root, 'command', 'command', []),
      ...districts.map((id, n) => unit(id, `district ${n}`, 'district', [root])),
      ...teamIds.map((id, n) =>
        unit(id, `team ${n}`, 'team', [root, districts[n % districts.length] ?? root]),
      ),
    ]);
  return teamIds;
}

function day(offset: number): string {
  return new Date(TODAY.getTime() + offset * DAY_MS).toISOString().slice(0, 10);
}

function posting(forceId: ObjectId, { _id, team }: { _id: ObjectId; team: ObjectId }, random: () => number) {
  const since = -Math.floor(random() * 2000) - 1;
  const to = random() < 0.1 ? day(Math.floor(random() * 700)) : null;
  return {
    ...{ forceId, personId: _id, unitId: team, rankId: 'pc', from: day(since), to, contractedHours: 40 },
    ...{
      roleId: ROLES[Math.floor(random() * ROLES.length)],
      lineManagers: [],
      deputies: [],
      expectedEnd: null,
    },
    ...{ shiftPattern: PATTERNS[Math.floor(random() * PATTERNS.length)] ?? null, revision: 1 },
    known: [{ at: new Date(TODAY.getTime() + since * DAY_MS), to }],
  };
}

function pieces(forceId: ObjectId, personId: ObjectId, random: () => number) {
  const count = PIECES + Math.floor(random() * 4);
  const first = Math.floor(random() * skills.length);
  return Array.from({ length: count }, (_, n) => {
    const since = -Math.floor(random() * 1000);
    const months = [12, 24, 36][Math.floor(random() * 3)] ?? 12;
    const recordedAt = new Date(TODAY.getTime() + since * DAY_MS + 12 * 3_600_000);
    return {
      ...{
        _id: new ObjectId(),
        forceId,
        personId,
        skillId: skills[(first + n * 7) % skills.length],
        sourceId: `s${n}`,
      },
      ...{ level: 1 + Math.floor(random() * 3), kind: random() < 0.03 ? 'negative' : 'award' },
      ...{ title: { en: 'Course', cy: 'Cwrs', cyState: 'checked' }, certification: null, from: day(since) },
      ...{ lastValidDay: day(since + months * 30), recordedAt, ended: null },
    };
  });
}

/** The command of the product, in a process of its own: how long it says it took, and the most memory it held. */
async function rebuild(slug: string): Promise<{ rebuildS: number; peakMB: number }> {
  const child = spawn(process.execPath, ['dist/apps/cli/src/main.js', 'rebuild-cover', slug], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  createInterface({ input: child.stdout }).on('line', (line) => {
    said = line;
    console.log(`  ${line}`);
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  const [, seconds, peak] = /in ([\d.]+) s, at most ([\d.]+) MB/.exec(said) ?? [];
  if (code !== 0 || seconds === undefined || peak === undefined)
    throw new Error(`rebuild-cover ${slug}: ${said}`);
  return { rebuildS: Number(seconds), peakMB: Number(peak) };
}

/** A module of the product as it was built. */
function built(path: string): Promise<unknown> {
  return import(new URL(`../dist/${path}`, import.meta.url).href);
}

/** What the benchmark asks of the product. */
interface ForceCover {
  of(scope: object, request: object): Promise<{ unitId: string | null; skills: { inDate: number[] }[] }[]>;
}

/** Interleaved: each round asks each force once, so that a slow moment of the machine falls on all of them. */
async function measure(): Promise<boolean> {
  const { NestFactory } = await import('@nestjs/core');
  const { CliModule } = (await built('apps/cli/src/cli.module.js')) as { CliModule: never };
  const capability = (await built('libs/capability/src/index.js')) as { ForceCoverReader: never };
  const app = await NestFactory.createApplicationContext(CliModule, { logger: ['error'] });
  const reader = app.get<ForceCover>(capability.ForceCoverReader);
  const took = new Map(lines.map(({ slug }) => [slug, [] as number[]]));
  for (let round = -5; round < rounds; round++) {
    for (const { slug, forceId } of lines) {
      const began = performance.now();
      await reader.of({ forceId: forceId.toHexString() }, { on: day(round % 300) });
      if (round >= 0) took.get(slug)?.push(performance.now() - began);
    }
  }
  const naive = new Map<string, number>();
  for (const { slug, forceId } of lines.filter(({ fixed }) => fixed))
    naive.set(slug, await aggregate(forceId));
  await app.close();
  return report(took, naive);
}

/** What the query would cost without counts: who is in date, from the evidence of everybody, by unit, skill and level. */
async function aggregate(forceId: ObjectId): Promise<number> {
  const began = performance.now();
  const on = day(0);
  await db
    .collection('evidence')
    .aggregate(
      [
        {
          $match: {
            forceId,
            ended: null,
            kind: { $ne: 'negative' },
            from: { $lte: on },
            lastValidDay: { $gte: on },
          },
        },
        { $group: { _id: { personId: '$personId', skillId: '$skillId' }, level: { $max: '$level' } } },
        {
          $lookup: {
            from: 'postings',
            localField: '_id.personId',
            foreignField: 'personId',
            as: 'posting',
            pipeline: [{ $match: { forceId } }],
          },
        },
        { $unwind: '$posting' },
        {
          $group: {
            _id: { unitId: '$posting.unitId', skillId: '$_id.skillId', level: '$level' },
            n: { $sum: 1 },
          },
        },
      ],
      { allowDiskUse: true, maxTimeMS: 600_000, hint: 'forceId_1_personId_1_skillId_1_kind_1_sourceId_1' },
    )
    .toArray();
  return performance.now() - began;
}

function report(took: ReadonlyMap<string, number[]>, naive: ReadonlyMap<string, number>): boolean {
  console.log(
    '\nunits     officers   units   query p50     p99   rebuild      peak   aggregation over evidence',
  );
  for (const { slug, fixed, officers, units, rebuildS, peakMB } of lines) {
    const own = took.get(slug) ?? [];
    const beside = naive.get(slug);
    const cells = [
      (fixed ? 'fixed' : 'growing').padEnd(8),
      String(officers).padStart(10),
      String(units).padStart(8),
      `${quantile(own, 0.5).toFixed(2)} ms`.padStart(12),
      quantile(own, 0.99).toFixed(1).padStart(8),
      `${rebuildS.toFixed(1)} s`.padStart(10),
      `${peakMB.toFixed(0)} MB`.padStart(10),
      beside === undefined ? '' : `${beside.toFixed(0)} ms`.padStart(12),
    ];
    console.log(cells.join(''));
  }
  const medians = lines.filter(({ fixed }) => fixed).map(({ slug }) => quantile(took.get(slug) ?? [], 0.5));
  const ratio = Math.max(...medians) / Math.min(...medians);
  const slowest = Math.max(...lines.map(({ rebuildS }) => rebuildS));
  console.log(
    `units fixed: largest median ${ratio.toFixed(2)} × the smallest (bar ${LARGEST_RATIO}); longest rebuild ${slowest.toFixed(1)} s (bar ${LONGEST_REBUILD_S})`,
  );
  return ratio <= LARGEST_RATIO && slowest <= LONGEST_REBUILD_S;
}
