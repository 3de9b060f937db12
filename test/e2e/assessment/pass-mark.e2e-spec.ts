import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { World } from '../../support/a-world.js';
import { anAssessmentWorld, COURSE, noSuchId, WINDOW } from './assessment-world.js';
import { type Someone, someone } from './marking-world.js';

const OF_PAPER = { courseCode: COURSE, componentKey: 'paper' } as const;
const ITEM_KEYS = ['OLH-101-Q01', 'OLH-101-Q02'] as const;
const FIGURES =
  'judges outOf points percent deviation standardError items { itemId judges lowest median highest mean }';
const PROGRESS = `query Q($id: ID!) { panel(id: $id) { rated panel { state judges itemKeys } figures { first { ${FIGURES} } second { ${FIGURES} } change { percent meanMove moved } } } }`;
const DESK =
  'query Q($panelId: ID!) { judgesDesk(panelId: $panelId) { panel { state } items { itemId itemKey points own distribution { judges lowest median highest } } } }';
const PASS_MARKS =
  'query Q($courseCode: ID!, $componentKey: ID!) { passMarks(courseCode: $courseCode, componentKey: $componentKey) { number percent steps } }';
const BORDERLINE =
  'query Q($courseCode: ID!, $componentKey: ID!) { borderline(courseCode: $courseCode, componentKey: $componentKey) { attemptId percent passed person { id } } }';
const COUNTS =
  'query Q($courseCode: ID!, $componentKey: ID!) { borderlineCounts(courseCode: $courseCode, componentKey: $componentKey) { passed failed passMark { percent } byForce { forceId passed failed } } }';
const REASON = 'Two judges thought of a candidate above the borderline.';

/** Sits a sitting of its own at ten o'clock of a day, with so many of ten right; the attempt as its candidate sees it. */
async function sitOn(world: World, day: string, { who, right }: { who: Someone; right: number }) {
  const lead = await someone(world, ['training-lead']);
  const [opensAt, closesAt] = [`${day}T10:00:00.000Z`, `${day}T12:00:00.000Z`];
  const sitting = { courseCode: COURSE, ...WINDOW, opensAt, closesAt, seats: 20, mode: 'ONLINE' };
  const { id: sittingId } = await (await lead.call()).mutate('createSitting', sitting, 'id');
  await (await who.call()).mutate('enrol', { courseCode: COURSE }, 'id');
  await (await who.call()).mutate('bookPlace', { sittingId }, 'id');
  world.at(opensAt);
  const caller = await who.call();
  const attempt = await caller.mutate('startAttempt', { sittingId }, 'id writer paper { id }');
  for (const { id: itemId } of attempt.paper.slice(0, right))
    await caller.mutate(
      'saveAnswer',
      { attemptId: attempt.id, writer: attempt.writer, itemId, sequence: 1, answer: { choices: ['a'] } },
      'sequence',
    );
  const ended = 'id result { percent passMark passed }';
  return caller.mutate('submitAttempt', { attemptId: attempt.id }, ended);
}

describe('pass marks by panels', () => {
  let world: World;
  let judges: Someone[];
  let publisher: Someone;
  let panelId: string;
  let [first, second]: string[] = [];

  beforeAll(async () => {
    world = await anAssessmentWorld();
    judges = [];
    for (let count = 0; count < 3; count += 1) judges.push(await someone(world, ['reviewer'], 'college'));
    publisher = await someone(world, ['publisher'], 'college');
  }, 120_000);
  afterAll(() => world.end());

  const judgeIds = () => judges.map(({ personId }) => personId);
  const opening = (more: object = {}) => ({
    ...{ ...OF_PAPER, itemKeys: ITEM_KEYS, judgeIds: judgeIds() },
    ...more,
  });
  const ratings = (...percents: number[]) => ({
    panelId,
    ratings: [first, second].map((itemId, index) => ({ itemId, percent: percents[index] })),
  });
  const judge = (index: number) => (judges[index] as Someone).call();

  it('ASM-161 openPanel: sizes, judges and items are checked; one panel of a component is at work', async () => {
    const caller = await publisher.call();
    expect(await caller.refusalOf('openPanel', opening({ judgeIds: judgeIds().slice(1) }))).toBe(
      'PANEL_TOO_SMALL',
    );
    expect(await caller.refusalOf('openPanel', opening({ itemKeys: ['OLH-101-Q01', 'OLH-101-Q01'] }))).toBe(
      'PANEL_TOO_SMALL',
    );
    expect(await caller.refusalOf('openPanel', opening({ itemKeys: ['OLH-101-Q99'] }))).toBe(
      'PANEL_ITEM_UNKNOWN',
    );
    const officer = (await world.as('officer')).personId;
    const withOfficer = opening({ judgeIds: [...judgeIds().slice(1), officer] });
    expect(await caller.refusalOf('openPanel', withOfficer)).toBe('NOT_A_JUDGE');
    expect(await caller.codeOf('openPanel', opening({ courseCode: 'XXX-999' }))).toBe('NOT_FOUND');
    expect(await caller.codeOf('openPanel', opening({ judgeIds: ['x'] }))).toBe('BAD_USER_INPUT');
    for (const key of ['officer', 'trainer', 'author'] as const)
      expect(await (await world.as(key)).codeOf('openPanel', opening())).toBe('FORBIDDEN');
    expect(await world.stranger().codeOf('openPanel', opening())).toBe('UNAUTHENTICATED');
    expect(await world.connection.collection('passMarkPanels').countDocuments()).toBe(0);

    const opened = await caller.mutate('openPanel', opening(), 'id state judges itemKeys');
    expect(opened).toMatchObject({ state: 'ROUND_ONE', judges: 3, itemKeys: ITEM_KEYS });
    panelId = opened.id;
    expect(await caller.refusalOf('openPanel', opening())).toBe('PANEL_OPEN_ALREADY');
  });

  it('ASM-162 a judge rates every item alone; the round closes with three', async () => {
    const desk = await (await judge(0)).query(DESK, { panelId });
    expect(desk.items).toMatchObject(
      ITEM_KEYS.map((itemKey) => ({ itemKey, points: 1, own: null, distribution: null })),
    );
    [first, second] = desk.items.map(({ itemId }: { itemId: string }) => itemId);
    const caller = await judge(0);
    for (const wrong of [ratings(60), ratings(60, 101), ratings(-1, 80)])
      expect([
        await caller.refusalOf('rateItems', {
          panelId,
          ratings: wrong.ratings.filter(({ percent }) => percent !== undefined),
        }),
      ]).toEqual(['RATINGS_INCOMPLETE']);
    await caller.mutate('rateItems', ratings(10, 10), 'id');
    // Said again it takes the place of the last.
    await caller.mutate('rateItems', ratings(60, 80), 'id');
    await (await judge(1)).mutate('rateItems', ratings(70, 90), 'id');
    const closing = { panelId, round: 1 };
    expect(await (await publisher.call()).refusalOf('closePanelRound', closing)).toBe('PANEL_TOO_FEW_RATED');
    await (await judge(2)).mutate('rateItems', ratings(50, 70), 'id');

    const outsider = await someone(world, ['reviewer'], 'college');
    expect(await (await outsider.call()).codeOf('rateItems', ratings(60, 80))).toBe('NOT_FOUND');
    const none = { ...ratings(60, 80), panelId: noSuchId() };
    expect(await caller.codeOf('rateItems', none)).toBe('NOT_FOUND');
    expect(await caller.codeOf('rateItems', { ...none, panelId: 'x' })).toBe('BAD_USER_INPUT');
    expect(await (await world.as('officer')).codeOf('rateItems', ratings(60, 80))).toBe('FORBIDDEN');
    const { figures, rated } = await (await publisher.call()).query(PROGRESS, { id: panelId });
    expect([figures, rated]).toEqual([null, 3]);

    const closed = await (await publisher.call()).mutate('closePanelRound', closing, 'state');
    expect(closed.state).toBe('ROUND_TWO');
    expect((await (await publisher.call()).mutate('closePanelRound', closing, 'state')).state).toBe(
      'ROUND_TWO',
    );
    for (const key of ['officer', 'author', 'trainer'] as const)
      expect(await (await world.as(key)).codeOf('closePanelRound', closing)).toBe('FORBIDDEN');
  });

  it('ASM-162 ASM-163 the second round shows how the first lay; the figures are those worked out by hand', async () => {
    const desk = await (await judge(1)).query(DESK, { panelId });
    expect(desk.items).toMatchObject([
      { own: 70, distribution: { judges: 3, lowest: 50, median: 60, highest: 70 } },
      { own: 90, distribution: { judges: 3, lowest: 70, median: 80, highest: 90 } },
    ]);
    await (await judge(2)).mutate('rateItems', ratings(60, 80), 'id');
    const decision = { panelId, steps: 0 };
    expect(await (await publisher.call()).refusalOf('setPassMark', decision)).toBe('PANEL_NOT_CLOSED');
    await (await publisher.call()).mutate('closePanelRound', { panelId, round: 2 }, 'state');
    expect(await (await judge(0)).refusalOf('rateItems', ratings(60, 80))).toBe('PANEL_NOT_RATING');

    // First: totals 1.4, 1.6, 1.2 of 2: mean 1.4, s = 0.2, s/√3 = 0.11547. Second: 1.4, 1.6 (first word), 1.4: mean 1.46667,
    // s = √(0.0266667 / 2) = 0.11547, s/√3 = 0.0666667. In per cent of 2 points: halve and times a hundred.
    const { figures } = await (await publisher.call()).query(PROGRESS, { id: panelId });
    expect(figures.first).toMatchObject({ judges: 3, outOf: 2, points: 1.4, percent: 70, deviation: 10 });
    expect(figures.first.standardError).toBe(5.77);
    expect(figures.second).toMatchObject({ judges: 3, points: 1.47, percent: 73.33, deviation: 5.77 });
    expect(figures.second.standardError).toBe(3.33);
  });

  it('ASM-160 ASM-164 somebody who was no judge decides; attempts that began before keep theirs', async () => {
    const earlier = await someone(world);
    const before = await sitOn(world, '2026-11-24', { who: earlier, right: 7 });
    expect(before.result).toMatchObject({ percent: 70, passMark: 80, passed: false });

    const decision = { panelId, steps: -1, reason: REASON };
    const caller = await publisher.call();
    expect(await caller.refusalOf('setPassMark', { ...decision, steps: -2.5 })).toBe('PASS_MARK_STEPS');
    expect(await caller.refusalOf('setPassMark', { ...decision, reason: 'So.' })).toBe(
      'PASS_MARK_REASON_MISSING',
    );
    const both = await someone(world, ['reviewer', 'publisher'], 'college');
    expect(await (await both.call()).codeOf('setPassMark', { ...decision, panelId: noSuchId() })).toBe(
      'NOT_FOUND',
    );
    expect(await caller.codeOf('setPassMark', { ...decision, panelId: 'x' })).toBe('BAD_USER_INPUT');
    for (const key of ['officer', 'author', 'trainer'] as const)
      expect(await (await world.as(key)).codeOf('setPassMark', decision)).toBe('FORBIDDEN');

    // 73.33 less one standard error of 3.33 is 70.
    const set = await caller.mutate('setPassMark', decision, 'number percent panelPercent standardError');
    expect(set).toMatchObject({ number: 1, percent: 70, panelPercent: 73.33, standardError: 3.33 });
    expect(await caller.mutate('setPassMark', decision, 'number percent')).toMatchObject({ number: 1 });
    expect(await caller.refusalOf('setPassMark', { panelId, steps: 0 })).toBe('PANEL_NOT_CLOSED');
    expect(await caller.refusalOf('endPanel', { panelId })).toBe('PANEL_NOT_RATING');
    expect(await caller.query(PASS_MARKS, OF_PAPER)).toEqual([{ number: 1, percent: 70, steps: -1 }]);

    const later = await someone(world);
    const after = await sitOn(world, '2026-11-25', { who: later, right: 7 });
    expect(after.result).toMatchObject({ percent: 70, passMark: 70, passed: true });
    const low = await someone(world);
    await sitOn(world, '2026-11-26', { who: low, right: 6 });
    const old = await (await earlier.call()).query(
      'query Q($id: ID!) { attempt(id: $id) { result { passMark passed } } }',
      { id: before.id },
    );
    expect(old.result).toEqual({ passMark: 80, passed: false });

    // ASM-165: within 3.33 of 70 and held to it: the one at 70. Not the one before the mark, not the one at 60.
    expect(await (await world.as('trainer')).query(BORDERLINE, OF_PAPER)).toEqual([
      { attemptId: after.id, percent: 70, passed: true, person: { id: later.personId } },
    ]);
    expect(await (await world.as('otherTrainer')).query(BORDERLINE, OF_PAPER)).toEqual([]);
    // One of one force is fewer than five: no figure tells of them.
    const counts = await (await publisher.call()).query(COUNTS, OF_PAPER);
    expect(counts).toMatchObject({ passMark: { percent: 70 }, passed: null });
    const refused = await (await world.as('officer')).send(BORDERLINE, OF_PAPER);
    expect(refused.errors[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('ASM-162 ASM-164 a judge does not decide; whoever kept silent in the first round is not heard in the second; a panel may be ended', async () => {
    const judging = await someone(world, ['reviewer', 'publisher'], 'college');
    judges = [...judges, judging];
    const opened = await (await publisher.call()).mutate('openPanel', opening(), 'id');
    panelId = opened.id;
    for (let index = 0; index < 3; index += 1)
      await (await judge(index)).mutate('rateItems', ratings(0, 0), 'id');
    await (await publisher.call()).mutate('closePanelRound', { panelId, round: 1 }, 'state');
    expect(await (await judging.call()).refusalOf('rateItems', ratings(60, 80))).toBe('PANEL_NOT_RATING');
    await (await publisher.call()).mutate('closePanelRound', { panelId, round: 2 }, 'state');
    const decision = { panelId, steps: 0 };
    expect(await (await judging.call()).refusalOf('setPassMark', decision)).toBe('PASS_MARK_JUDGED');
    // Three judges said 0: a pass mark of 0 is none.
    expect(await (await publisher.call()).refusalOf('setPassMark', decision)).toBe('PASS_MARK_OUT_OF_RANGE');
    for (const [id, code] of [
      [noSuchId(), 'NOT_FOUND'],
      ['x', 'BAD_USER_INPUT'],
    ])
      expect(await (await publisher.call()).codeOf('endPanel', { panelId: id })).toBe(code);
    expect(await (await world.as('author')).codeOf('endPanel', { panelId })).toBe('FORBIDDEN');
    const ended = await (await publisher.call()).mutate('endPanel', { panelId }, 'state');
    expect(ended.state).toBe('ENDED');
    expect(await (await publisher.call()).mutate('endPanel', { panelId }, 'state')).toEqual(ended);
  });
});
