import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { World } from '../../support/a-world.js';
import { COURSE } from './assessment-world.js';
import { type Someone, someone } from './marking-world.js';
import { aFaultyWorld, sit } from './putting-right-world.js';

const WHICH = { courseCode: COURSE, componentKey: 'paper' };
const PANEL = 'id courseCode componentKey itemKeys judges state';
const ITEM_KEYS = ['OLH-101-Q01', 'OLH-101-Q02', 'OLH-101-Q03', 'OLH-101-Q04'];
const PROGRESS =
  'query Q($id: ID!) { panel(id: $id) { rated panel { state } figures { first { judges outOf points percent deviation standardError } second { percent standardError } change { percent meanMove moved } } } }';
const DESK =
  'query Q($id: ID!) { judgesDesk(panelId: $id) { panel { state } items { itemId itemKey points own distribution { judges lowest lowerQuartile median upperQuartile highest mean deviation } } } }';
const COUNTS =
  'query Q($courseCode: ID!, $componentKey: ID!) { borderlineCounts(courseCode: $courseCode, componentKey: $componentKey) { passed failed passMark { percent } byForce { forceId passed failed } } }';
const OWN_PEOPLE =
  'query Q($courseCode: ID!, $componentKey: ID!) { borderline(courseCode: $courseCode, componentKey: $componentKey) { percent passed person { id } } }';

describe('the borderline of a pass mark', () => {
  let world: World;
  let judges: Someone[];
  let early: Someone;
  let earlyAttempt: { id: string; writer: string };
  let panelId: string;
  let itemIds: string[];

  beforeAll(async () => {
    world = await aFaultyWorld();
    judges = [];
    for (const bundle of ['assessor', 'reviewer', 'author'])
      judges.push(await someone(world, [bundle], 'college'));
    early = await someone(world);
    earlyAttempt = await startsEarly();
  }, 120_000);
  afterAll(() => world.end());

  const publisher = () => world.as('publisher');
  const opening = () => ({ ...WHICH, itemKeys: ITEM_KEYS, judgeIds: judges.map(({ personId }) => personId) });
  const ratings = (...percents: number[]) =>
    percents.map((percent, place) => ({ itemId: itemIds[place], percent }));
  const rate = async (who: Someone | undefined, ...percents: number[]) =>
    (await (who as Someone).call()).mutate('rateItems', { panelId, ratings: ratings(...percents) }, PANEL);
  const progress = async () => (await publisher()).query(PROGRESS, { id: panelId });

  /** Somebody's attempt that runs from 09:10, with seven of ten right answers by 09:15. */
  async function startsEarly(): Promise<{ id: string; writer: string }> {
    const lead = await someone(world, ['training-lead']);
    const window = { opensAt: '2026-11-23T09:10:00.000Z', closesAt: '2026-11-23T12:00:00.000Z' };
    const sitting = { courseCode: COURSE, ...window, seats: 20, mode: 'ONLINE' };
    const { id: sittingId } = await (await lead.call()).mutate('createSitting', sitting, 'id');
    const caller = await early.call();
    await caller.mutate('enrol', { courseCode: COURSE }, 'id');
    await caller.mutate('bookPlace', { sittingId }, 'id');
    world.at('2026-11-23T09:10:00Z');
    const attempt = await (await early.call()).mutate(
      'startAttempt',
      { sittingId },
      'id writer paper { id }',
    );
    for (const { id: itemId } of (attempt.paper as { id: string }[]).slice(0, 7)) {
      const { id: attemptId, writer } = attempt;
      const answer = { attemptId, writer, itemId, sequence: 1, answer: { choices: ['a'] } };
      await (await early.call()).mutate('saveAnswer', answer, 'sequence');
    }
    return attempt;
  }

  it('ASM-163 lies around what two rounds of ratings come to, as worked out by hand', async () => {
    const close = async (round: number) =>
      (await publisher()).mutate('closePanelRound', { panelId, round }, 'state');
    panelId = (await (await publisher()).mutate('openPanel', opening(), 'id')).id;
    const desk = await (await (judges[0] as Someone).call()).query(DESK, { id: panelId });
    itemIds = desk.items.map(({ itemId }: { itemId: string }) => itemId);
    await rate(judges[0], 40, 40, 60, 60);
    await rate(judges[1], 70, 70, 70, 70);
    await rate(judges[2], 95, 85, 90, 90);
    await close(1);
    const again = await (await (judges[0] as Someone).call()).query(DESK, { id: panelId });
    // 40, 70, 95: mean 205/3; deviations −28⅓, 1⅔, 26⅔: squares 1516⅔, /2 = 758⅓, root 27.54.
    expect(again.items[0]).toMatchObject({
      own: 40,
      distribution: {
        ...{ judges: 3, lowest: 40, lowerQuartile: 40, median: 70, upperQuartile: 95, highest: 95 },
        ...{ mean: 68.33, deviation: 27.54 },
      },
    });
    for (const { personId } of judges) expect(JSON.stringify(again)).not.toContain(personId);
    // The second judge stands by their first word.
    await rate(judges[0], 50, 50, 50, 50);
    await rate(judges[2], 90, 90, 90, 90);
    await close(2);
    const { figures, rated } = await progress();
    expect(rated).toBe(2);
    // First: totals 2.0, 2.8, 3.6 of 4: mean 2.8 = 70 %; deviations −0.8, 0, 0.8: squares 1.28, /2 = 0.64, root 0.8 = 20 %;
    // /√3 = 0.46188 = 11.55 %. The second has the same totals.
    expect(figures.first).toEqual({
      ...{ judges: 3, outOf: 4, points: 2.8, percent: 70, deviation: 20, standardError: 11.55 },
    });
    expect(figures.second).toEqual({ percent: 70, standardError: 11.55 });
    // Totals did not move. Single ratings: 10, 10, 10, 10; none; 5, 5, 0, 0: 50 over twelve, six of twelve.
    expect(figures.change).toEqual({ percent: 0, meanMove: 4.17, moved: 50 });

    world.at('2026-11-23T09:20:00Z');
    expect(await (await publisher()).query(COUNTS, WHICH)).toBeNull();
    const set = await (await publisher()).mutate('setPassMark', { panelId, steps: 0 }, 'percent setAt');
    expect(set).toMatchObject({ percent: 70, setAt: '2026-11-23T09:20:00.000Z' });
  });

  it('ASM-160 holds for attempts that start afterwards: who was sitting keeps the mark they began under', async () => {
    const caller = await early.call();
    await caller.mutate('submitAttempt', { attemptId: earlyAttempt.id }, 'id');
    const look = 'query Q($id: ID!) { attempt(id: $id) { result { percent passMark passed } } }';
    const outcomeOf = async (who: Someone, id: string | undefined) =>
      (await (await who.call()).query(look, { id })).result;
    expect(await outcomeOf(early, earlyAttempt.id)).toEqual({ percent: 70, passMark: 80, passed: false });
    const next = await someone(world);
    const [id] = await sit(world, [{ who: next, others: 6, faulty: 'a' }]);
    expect(await outcomeOf(next, id)).toEqual({ percent: 70, passMark: 70, passed: true });
  });

  it('ASM-165 the borderline lies within one standard error of 70: a force sees its own people, the College counts', async () => {
    // 58.45 to 81.55: 60, 70 and 80 per cent lie within, 50 and 90 outside.
    const people = (count: number, force?: 'glan-arian') =>
      Promise.all(Array.from({ length: count }, () => someone(world, [], force)));
    const [fifty, sixty, ninety, ...eighties] = await people(7);
    const others = (who: Someone | undefined, right: number) => ({
      who: who as Someone,
      others: right - 1,
      faulty: 'a',
    });
    await sit(world, [
      ...[others(fifty, 5), others(sixty, 6), others(ninety, 9)],
      ...eighties.map((who) => others(who, 8)),
    ]);
    const abroad = (await people(5, 'glan-arian')).map((who) => others(who, 7));
    await sit(world, abroad, 'glan-arian');

    const own = await (await world.as('trainer')).query(OWN_PEOPLE, WHICH);
    // The one of the last test at 70, one at 60, four at 80. Not the early one, who was held to another mark.
    expect(own.map(({ percent, passed }: any) => [percent, passed])).toEqual([
      ...[
        [60, false],
        [70, true],
      ],
      ...Array.from({ length: 4 }, () => [80, true]),
    ]);
    const shown = new Set(own.map(({ person }: any) => person.id));
    expect(shown.has(sixty?.personId)).toBe(true);
    for (const who of [fifty, ninety, early]) expect(shown.has(who?.personId)).toBe(false);
    expect(await (await world.as('otherTrainer')).query(OWN_PEOPLE, WHICH)).toHaveLength(5);

    const counts = await (await publisher()).query(COUNTS, WHICH);
    expect(counts.passMark.percent).toBe(70);
    const byForce = new Map(counts.byForce.map((each: any) => [each.forceId, [each.passed, each.failed]]));
    // Five of Harbourshire passed, and one did not: that one is not told, nor a sum that would tell it.
    expect(byForce.get(world.forces.harbourshire.id)).toEqual([5, null]);
    expect(byForce.get(world.forces['glan-arian'].id)).toEqual([5, 0]);
    expect([counts.passed, counts.failed]).toEqual([10, null]);
    for (const [key, query] of [
      ['author', OWN_PEOPLE],
      ['publisher', OWN_PEOPLE],
      ['officer', OWN_PEOPLE],
      ['supervisor', OWN_PEOPLE],
      ['trainer', COUNTS],
      ['officer', COUNTS],
    ] as const) {
      const reply = await (await world.as(key)).send(query, WHICH);
      expect(reply.errors[0]?.extensions['code']).toBe('FORBIDDEN');
    }
  });
});
