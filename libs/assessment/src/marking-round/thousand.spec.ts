import { createHash } from 'node:crypto';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mean, standardDeviation } from 'simple-statistics';
import { Ground } from '../testing/ground.js';
import { aMarker, someoneUnder, WRITTEN, written } from '../testing/marking-ground.js';
import { AcceptMarks } from './accept-marks.js';
import { AllocateResponses } from './allocate-responses.js';
import { MarkResponse } from './mark-response.js';
import { MarkedResponseReader } from './marked-response.reader.js';
import { MarkingDesk, type TaskOnDesk } from './marking-desk.reader.js';
import type { MarkingRound } from './marking-round.js';
import { ModerateResponse } from './moderate-response.js';
import { OpenRound } from './open-round.js';
import { ReleaseMarks } from './release-marks.js';
import { RoundReader } from './round.reader.js';
import { SubmitForMarking } from './submit-for-marking.js';
import { TakeNextResponse } from './take-next-response.js';

const CANDIDATES = 1000;
const MARKERS = 20;
const TOLERANCE = 1;

/** What the test itself knows was given: by candidate's code, each marker's total. */
interface Given {
  readonly markerId: PersonId;
  readonly total: number;
}

describe('a thousand candidates and twenty markers', () => {
  let ground: Ground;
  let markers: RequestContext[];
  let moderator: RequestContext;
  let round: MarkingRound;
  const candidateIds: PersonId[] = [];
  const managers = new Map<PersonId, PersonId>();
  const candidateOfCode = new Map<string, PersonId>();
  const given = new Map<string, Given[]>();
  const idOf = (ctx: RequestContext) => (ctx.actor.kind === 'person' ? ctx.actor.personId : ('' as PersonId));
  const twice = () => [...given].filter(([, marks]) => marks.length === 2);

  beforeAll(async () => {
    ground = await Ground.of();
    markers = [];
    for (let count = 0; count < MARKERS; count++) markers.push(await aMarker(ground));
    moderator = ground.world.as(await ground.person(), ground.forceId, ['officer', 'moderator']);
    await candidates();
    const submit = ground.world.get(SubmitForMarking);
    await inBatches(candidateIds, async (personId) => {
      const [response] = await submit.execute(ground.system, [written(personId)]);
      candidateOfCode.set(response?.candidateCode ?? '', personId);
    });
    round = await ground.world.get(OpenRound).execute(moderator, {
      ...WRITTEN,
      ...{
        doubleMarking: 'SAMPLE',
        doublePercent: 25,
        reviewPercent: 5,
        tolerance: TOLERANCE,
        panel: 'FORCE',
      },
    });
    await ground.world.get(AllocateResponses).execute(ground.system, { ...WRITTEN, again: false });
    await Promise.all(markers.map(markAll));
  }, 180_000);
  afterAll(() => ground.world.close());

  /** Every marker is a candidate too and manages some; the rest are managed by somebody whom a marker manages. */
  async function candidates(): Promise<void> {
    const sergeants: PersonId[] = [];
    for (const marker of markers) {
      const sergeant = await someoneUnder(ground, idOf(marker));
      managers.set(sergeant, idOf(marker));
      sergeants.push(sergeant);
    }
    candidateIds.push(...markers.map(idOf));
    const places = Array.from({ length: CANDIDATES - MARKERS }, (_, place) => place);
    await inBatches(places, async (place) => {
      const marker = idOf(markers[place % MARKERS] as RequestContext);
      const manager = place % 2 === 0 ? marker : (sergeants[place % 19] as PersonId);
      const personId = await someoneUnder(ground, manager);
      managers.set(personId, manager);
      candidateIds.push(personId);
    });
  }

  async function markAll(marker: RequestContext): Promise<void> {
    const [next, mark, desk] = [
      ground.world.get(TakeNextResponse),
      ground.world.get(MarkResponse),
      ground.world.get(MarkingDesk),
    ];
    for (let taskId = await next.execute(marker); taskId !== null; taskId = await next.execute(marker)) {
      const task = await desk.task(marker, taskId);
      const points = judged(task.candidateCode, idOf(marker));
      const criteria = points.map((each, place) => ({ criterion: place + 1, points: each }));
      await mark.execute(marker, { taskId, criteria, comment: `By ${idOf(marker)}` });
      const marks = given.get(task.candidateCode) ?? [];
      marks.push({ markerId: idOf(marker), total: points.reduce((total, each) => total + each, 0) });
      given.set(task.candidateCode, marks);
    }
  }

  async function deskOf(marker: RequestContext): Promise<TaskOnDesk[]> {
    return [
      ...(await ground.world.get(MarkingDesk).page(marker, { isMarked: null }, { limit: 500, after: null }))
        .rows,
    ];
  }

  it('ASM-114 allocates even within one, each response once or twice, never twice to one marker', () => {
    const loads = markers.map((marker) =>
      [...given.values()].flat().filter((mark) => mark.markerId === idOf(marker)),
    );
    const sizes = loads.map(({ length }) => length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    expect(given.size).toBe(CANDIDATES);
    // 250 expected; five standard deviations of a binomial are 69.
    expect(Math.abs(twice().length - 250)).toBeLessThan(69);
    expect(
      [...given.values()].every((marks) => new Set(marks.map((mark) => mark.markerId)).size === marks.length),
    ).toBe(true);
  });

  it('ASM-115 lets nobody mark themselves or anybody in their own line', () => {
    const lineOf = (personId: PersonId): PersonId[] => {
      const manager = managers.get(personId);
      return manager === undefined ? [] : [manager, ...lineOf(manager)];
    };
    let inLines = 0;
    for (const [code, marks] of given) {
      const candidate = candidateOfCode.get(code) as PersonId;
      inLines += lineOf(candidate).filter((id) => markers.some((marker) => idOf(marker) === id)).length;
      const judges = marks.map(({ markerId }) => markerId);
      expect(judges.some((judge) => judge === candidate || lineOf(candidate).includes(judge))).toBe(false);
    }
    expect(inLines).toBeGreaterThan(900);
  });

  it('ASM-118 shows a marker their own marks and nothing of anybody else’s', async () => {
    const everybody = [...candidateIds, ...managers.values(), idOf(moderator), ground.forceId];
    for (const marker of markers) {
      const tasks = await deskOf(marker);
      const own = [...given].filter(([, marks]) => marks.some(({ markerId }) => markerId === idOf(marker)));
      expect(tasks.map(({ candidateCode }) => candidateCode).sort()).toEqual(
        own.map(([code]) => code).sort(),
      );
      for (const { candidateCode, mark } of tasks) {
        const mine = given.get(candidateCode)?.find(({ markerId }) => markerId === idOf(marker));
        expect([mark?.total, mark?.comment]).toEqual([mine?.total, `By ${idOf(marker)}`]);
      }
      const shown = JSON.stringify(tasks).replaceAll(`By ${idOf(marker)}`, '');
      expect(everybody.filter((id) => shown.includes(id))).toEqual([]);
      expect(Object.keys(tasks[0] ?? {}).sort()).toEqual(
        [
          ...['candidateCode', 'componentKey', 'courseCode', 'fileIds', 'id', 'isPutOff', 'mark'],
          ...['prompt', 'rubric', 'state', 'text'],
        ].sort(),
      );
    }
    const [one, other] = (twice()[0] as [string, Given[]])[1] as [Given, Given];
    const theirs = (await deskOf(ground.world.as(one.markerId, ground.forceId)))[0] as TaskOnDesk;
    const stranger = ground.world.as(other.markerId, ground.forceId);
    await expect(ground.world.get(MarkingDesk).task(stranger, theirs.id)).rejects.toThrow('no such record');
  });

  it('ASM-126 figures equal those worked out from contingency tables', async () => {
    const figures = await ground.world.get(RoundReader).agreement(moderator, round);
    const pairs = twice().map(([, marks]) => marks as [Given, Given]);
    const both = [...pairs, ...pairs.map(([one, other]) => [other, one] as [Given, Given])];
    expect(figures.overall.count).toBe(pairs.length);
    expect(figures.overall.exact).toBeCloseTo(mean(pairs.map(([a, b]) => Number(a.total === b.total))), 12);
    for (const [name, power] of KAPPAS) expectKappa(figures.overall[name], both, power);
    const perPair = Map.groupBy(pairs, (pair) =>
      pair
        .map(({ markerId }) => markerId)
        .sort()
        .join(' '),
    );
    expect(figures.pairs).toHaveLength(perPair.size);
    for (const figure of figures.pairs) {
      const ordered = (perPair.get(`${figure.markerId} ${figure.otherId}`) ?? []).map(
        ([a, b]): [Given, Given] => (a.markerId === figure.markerId ? [a, b] : [b, a]),
      );
      for (const [name, power] of KAPPAS) expectKappa(figure[name], ordered, power);
    }
    for (const marker of markers) {
      const deviations = both
        .filter(([own]) => own.markerId === idOf(marker))
        .map(([own, other]) => 10 * (own.total - other.total));
      const figure = figures.markers.find(({ markerId }) => markerId === idOf(marker))?.severity;
      const n = deviations.length;
      expect(figure?.count).toBe(n);
      expect(figure?.mean).toBeCloseTo(mean(deviations), 9);
      const error = (standardDeviation(deviations) * Math.sqrt(n / (n - 1))) / Math.sqrt(n);
      expect(figure?.standardError).toBeCloseTo(error, 9);
    }
  });

  it('ASM-121, ASM-122, ASM-123 sends what differs to the moderator, and releases nothing before', async () => {
    const reader = ground.world.get(RoundReader);
    const apart = twice().filter(([, [a, b]]) => Math.abs((a?.total ?? 0) - (b?.total ?? 0)) > TOLERANCE);
    const { states } = await reader.progress(moderator, round);
    const sampled = states.IN_REVIEW - apart.length;
    expect(states.MARKING_COMPLETED).toBe(twice().length - apart.length);
    // 5 per cent of about 750 single-marked: five standard deviations are 30.
    expect(Math.abs(sampled - 37)).toBeLessThan(30);
    const candidate = ground.world.as(candidateIds[500] as PersonId, ground.forceId);
    const own = () =>
      ground.world
        .get(MarkedResponseReader)
        .ofPerson(candidate, { sourceId: null }, { limit: 10, after: null });
    expect((await own()).rows).toEqual([]);

    await ground.world.get(AcceptMarks).execute(moderator, { roundId: round.id });
    const review = { round, state: 'IN_REVIEW' } as const;
    const { rows } = await reader.responsesOf(moderator, review, { limit: 1000, after: null });
    expect(rows).toHaveLength(states.IN_REVIEW);
    const criteria = [1, 2].map((criterion) => ({ criterion, points: 2 }));
    for (const { id } of rows)
      await ground.world.get(ModerateResponse).execute(moderator, { responseId: id, criteria });
    expect((await own()).rows).toEqual([]);
    await ground.world.get(ReleaseMarks).execute(moderator, { roundId: round.id });
    expect((await reader.progress(moderator, round)).states.RELEASED).toBe(CANDIDATES);
    expect(await ground.events('assessment.response.released.v1')).toHaveLength(CANDIDATES);
    const [shown] = (await own()).rows;
    expect(shown).toMatchObject({ outOf: 10 });
    expect(
      markers.filter((marker) => JSON.stringify({ ...shown, comment: '' }).includes(idOf(marker))),
    ).toEqual([]);
  }, 60_000);
});

/** Twenty at a time: each is a transaction of its own. */
async function inBatches<T>(all: readonly T[], each: (one: T) => Promise<void>): Promise<void> {
  for (let from = 0; from < all.length; from += 20) await Promise.all(all.slice(from, from + 20).map(each));
}

const KAPPAS = [
  ['kappa', 0],
  ['linearKappa', 1],
  ['quadraticKappa', 2],
] as const;

/** Points for the two criteria that look like judgement: the candidate's worth, and a little of the marker's own. */
function judged(code: string, markerId: string): number[] {
  const draw = (text: string, below: number) =>
    createHash('sha256').update(text).digest().readUInt32BE() % below;
  return [4, 6].map((most, place) => {
    const worth = draw(`${code} ${place}`, most + 1);
    return Math.min(most, Math.max(0, worth + (draw(`${code} ${markerId} ${place}`, 5) - 2) / 2));
  });
}

/** Kappa by agreements, from the table of counts over all 21 possible totals: (Σ v·o − Σ v·e) / (1 − Σ v·e). */
function expectKappa(actual: number | null, pairs: readonly [Given, Given][], power: number): void {
  const size = 21;
  const at = (mark: Given) => Math.round(mark.total * 2);
  const counts = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  for (const [one, other] of pairs) {
    const cells = counts[at(one)] ?? [];
    cells[at(other)] = (cells[at(other)] ?? 0) + 1;
  }
  const n = pairs.length;
  const rows = counts.map((row) => row.reduce((total, count) => total + count, 0));
  const columns = counts.map((_, column) => counts.reduce((total, row) => total + (row[column] ?? 0), 0));
  const agreement = (share: (row: number, column: number) => number): number => {
    const weighted = counts.flatMap((cells, row) =>
      cells.map((_, column) => {
        const apart = Math.abs(row - column) / (size - 1);
        return (power === 0 ? Number(row === column) : 1 - apart ** power) * share(row, column);
      }),
    );
    return weighted.reduce((total, each) => total + each, 0);
  };
  const cell = (list: readonly number[] | undefined, place: number) => list?.[place] ?? 0;
  const observed = agreement((row, column) => cell(counts[row], column) / n);
  const chance = agreement((row, column) => (cell(rows, row) * cell(columns, column)) / n / n);
  if (1 - chance < 1e-12) expect(actual).toBeNull();
  else expect(actual).toBeCloseTo((observed - chance) / (1 - chance), 9);
}
