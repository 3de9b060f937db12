import { AddForce, AddPerson, GrantRole } from '@app/identity';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { englishOnly } from '@app/platform/context/words.js';
import { newId } from '@app/platform/ids/ids.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { COURSE, Ground } from '../testing/ground.js';
import { ClosePanelRound, EndPanel } from './close-panel-round.js';
import { OpenPanel } from './open-panel.js';
import type { Panel } from './panel.js';
import { PanelReader } from './panel.reader.js';
import { PanelRepository } from './panel.repository.js';
import { PassMarkReader } from './pass-mark.reader.js';
import { RateItems } from './rate-items.js';
import { SetPassMark } from './set-pass-mark.js';

const KEYS = ['OLH-101-Q01', 'OLH-101-Q02', 'OLH-101-Q03', 'OLH-101-Q04'];
const JUDGES = 6;

describe('a panel of judges, all at once', () => {
  let ground: Ground;
  let publisher: RequestContext;
  let judges: RequestContext[];
  let panel: Panel;
  const get: Ground['world']['get'] = (type) => ground.world.get(type);
  const idOf = (ctx: RequestContext) => (ctx.actor.kind === 'person' ? ctx.actor.personId : ('' as PersonId));

  beforeAll(async () => {
    ground = await Ground.of();
    const college = await get(AddForce).execute(ground.world.system(), {
      ...{ slug: 'college', name: englishOnly('College of Policing'), kind: 'college' },
      ...{ shortCode: 'COP', bilingual: false },
    });
    const system = ground.world.system(college.id);
    judges = [];
    for (let count = 0; count < JUDGES; count += 1) {
      const { id: personId } = await get(AddPerson).execute(system, {
        ...{ givenName: 'Jo', familyName: `Judge${count}`, staffNumber: `J${count}`, email: null },
      });
      await get(GrantRole).execute(system, { personId, bundle: 'assessor' });
      judges.push(ground.world.as(personId, college.id, ['assessor']));
    }
    publisher = ground.world.as(newId<PersonId>(), college.id, ['publisher']);
  });
  afterAll(() => ground.world.close());
  beforeEach(async () => {
    panel = await get(OpenPanel).execute(publisher, opening());
  });

  const opening = () => ({
    ...{ courseCode: COURSE, componentKey: 'paper', itemKeys: KEYS, judgeIds: judges.map(idOf) },
  });
  const rate = (ctx: RequestContext, ...percents: number[]) =>
    get(RateItems).execute(ctx, {
      panelId: panel.id,
      ratings: panel.items.map(({ itemId }, place) => ({ itemId, percent: percents[place] ?? 0 })),
    });
  const close = (round: number) => get(ClosePanelRound).execute(publisher, { panelId: panel.id, round });
  const end = () => get(EndPanel).execute(publisher, { panelId: panel.id });

  it('ASM-161 opened by six at once is one', async () => {
    await end();
    const settled = await Promise.allSettled(
      Array.from({ length: 6 }, () => get(OpenPanel).execute(publisher, opening())),
    );
    const opened = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    expect(opened).toHaveLength(1);
    const refused = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []));
    expect(refused).toEqual(Array.from({ length: 5 }, () => 'PANEL_OPEN_ALREADY'));
    panel = opened[0] as Panel;
    await end();
  });

  it('ASM-162 all judges at once are each heard once', async () => {
    await Promise.all(judges.map((judge, place) => rate(judge, place, place, place, place)));
    const heard = await get(PanelRepository).ratings(panel.id, 1);
    expect(new Map(heard.map(({ judgeId, percents }) => [judgeId, Object.values(percents)]))).toEqual(
      new Map(judges.map((judge, place) => [idOf(judge), [place, place, place, place]])),
    );
    await end();
  });

  it('ASM-162 whoever rates while the round is closed is heard in it or refused: never counted afterwards', async () => {
    for (const judge of judges.slice(0, 3)) await rate(judge, 50, 50, 50, 50);
    const [closed, ...late] = await Promise.allSettled([
      close(1),
      ...judges.slice(3).map((judge) => rate(judge, 90, 90, 90, 90)),
    ]);
    expect(closed.status).toBe('fulfilled');
    const { data } = await journalOf('assessment.panel.round-closed.v1');
    const heard = await get(PanelRepository).ratings(panel.id, 1);
    // What the closing counted is what stays: nobody got into the first round behind it.
    expect(data['judges']).toBe(heard.length);
    expect(late.filter(({ status }) => status === 'fulfilled')).toHaveLength(heard.length - 3);
    await end();
  });

  it('ASM-162 in the second round too: the figures that are decided on are those that stay', async () => {
    await Promise.all(judges.map((judge) => rate(judge, 50, 50, 50, 50)));
    await close(1);
    await Promise.allSettled([close(2), ...judges.map((judge) => rate(judge, 100, 100, 100, 100))]);
    const { data } = await journalOf('assessment.panel.round-closed.v1');
    expect(data['judges']).toBe((await get(PanelRepository).ratings(panel.id, 2)).length);
    const { figures } = await get(PanelReader).progress(panel.id);
    const moved = Number(data['judges']);
    // So many judges at 100 and the rest at 50, of six.
    expect(figures?.second.percent).toBe(Math.round(100 * ((50 * JUDGES + 50 * moved) / JUDGES)) / 100);
    await end();
  });

  it('ASM-163 ASM-164 judges who change their mind change the mark; a half rounds up', async () => {
    // First: totals 2.6, 2.8, 2.2. Second: the third says 2.7 instead. Mean 8.1 / 3 = 2.7 of 4 = 67.5 %.
    // Deviations −0.1, 0.1, 0: squares 0.02, / 2 = 0.01, root 0.1; / √3 = 0.057735 of 4 = 1.44 %.
    const [one, two, three] = judges as [RequestContext, RequestContext, RequestContext];
    await rate(one, 80, 60, 70, 50);
    await rate(two, 90, 70, 60, 60);
    await rate(three, 70, 50, 50, 50);
    await close(1);
    await rate(three, 90, 60, 60, 60);
    await close(2);
    const { figures } = await get(PanelReader).progress(panel.id);
    expect(figures?.first).toMatchObject({ percent: 63.33, standardError: 4.41 });
    expect(figures?.second).toMatchObject({ percent: 67.5, standardError: 1.44 });
    // The third moved by 20, 10, 10, 10: 50 over twelve ratings, four of which moved; by 0.5 / 3 points of 4.
    expect(figures?.change).toEqual({ percent: 4.17, meanMove: 4.17, moved: 33.33 });
    const decide = (steps: number, reason?: string) =>
      get(SetPassMark).execute(publisher, { panelId: panel.id, steps, reason });
    await expect(decide(-2.5, 'Far too high for anybody.')).rejects.toMatchObject({
      code: 'PASS_MARK_STEPS',
    });
    const settled = await Promise.allSettled([decide(0), decide(0), decide(0)]);
    const numbers = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value.number] : []));
    expect(new Set(numbers)).toEqual(new Set([1]));
    expect(await get(PassMarkReader).history(COURSE, 'paper')).toMatchObject([
      { number: 1, percent: 68, panelPercent: 67.5, standardError: 1.44, steps: 0, reason: null },
    ]);
    expect(await get(PassMarkReader).of(COURSE, 'paper')).toBe(68);
  });

  async function journalOf(type: string): Promise<{ data: Record<string, unknown> }> {
    const rows = await ground.world.connection
      .collection('journal')
      .find({ type })
      .sort({ _id: -1 })
      .toArray();
    return { data: rows[0]?.['data'] as Record<string, unknown> };
  }
});
