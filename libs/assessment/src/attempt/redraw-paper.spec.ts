import type { RequestContext } from '@app/platform/context/request-context.js';
import { englishOnly } from '@app/platform/context/words.js';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { PackItem } from '../item/item.js';
import { LoadItems } from '../item/load-items.js';
import { LoadStimuli } from '../item/load-stimuli.js';
import { ReplayPaper } from '../paper/replay-paper.js';
import { SetBlueprint } from '../paper/set-blueprint.js';
import { COURSE, Ground } from '../testing/ground.js';
import { packItem } from '../testing/items.js';
import type { Attempt, PaperItem } from './attempt.js';
import { ConfirmRecall } from './confirm-recall.js';
import { ResumeAttempt } from './resume-attempt.js';
import { SaveAnswer } from './save-answer.js';
import { SuspendAttempt } from './suspend-attempt.js';

/** The items of a set: `S1-Q1`, `S1-Q2` … on the scenario `S1`. */
const ofSet = (set: string, count: number): PackItem[] =>
  Array.from({ length: count }, (_, place) => packItem(`${set}-Q${place + 1}`, { stimulusId: set }));
const setOf = ({ stimulusId }: PaperItem) => stimulusId ?? null;

describe('a recalled paper with sets', () => {
  let ground: Ground;
  afterEach(() => ground.world.close());

  /** A bank of sets of the sizes given and so many single items, and papers of `count` drawn from it. */
  async function bankOfSets(sizes: readonly number[], singles: number, count: number): Promise<void> {
    ground = await Ground.of();
    await ground.world.connection.collection('items').deleteMany({});
    const sets = sizes.map((size, place) => ofSet(`S${place + 1}`, size));
    await ground.world.get(LoadStimuli).execute(
      ground.system,
      sets.map((_, place) => ({
        ...{
          id: `S${place + 1}`,
          courseCode: COURSE,
          title: englishOnly('A case'),
          text: englishOnly('It was late.'),
        },
        ...{ exhibits: [], warnings: [] },
      })),
    );
    const alone = Array.from({ length: singles }, (_, place) => packItem(`ALONE-${place + 1}`));
    await ground.world.get(LoadItems).execute(ground.system, [...sets.flat(), ...alone]);
    await ground.world.get(SetBlueprint).execute(ground.system, {
      ...{ courseCode: COURSE, componentKey: 'paper', count, quotas: [], revision: 1 },
      scope: [{ skillId: 'OLH-01', maxLevel: 2 }],
    });
  }

  /** Answers these places of a new paper, is called away, and goes on ten minutes later. */
  async function recalled(places: (paper: readonly PaperItem[]) => readonly PaperItem[]) {
    const ctx = await ground.officer();
    const before = await ground.started(ctx);
    const answered = places(before.paper);
    for (const { itemId } of answered) {
      const save = { attemptId: before.id, writer: before.writer, itemId, sequence: 1 };
      await ground.world.get(SaveAnswer).execute(ctx, { ...save, answer: { choices: ['a'] } });
    }
    const attemptId = before.id;
    await ground.world.get(SuspendAttempt).execute(ctx, { attemptId });
    const lead = ground.world.as(await ground.person(), ground.forceId, ['supervisor']);
    await ground.world.get(ConfirmRecall).execute(lead, { attemptId });
    ground.world.clock.advance({ minutes: 10 });
    const goOn = () => ground.world.get(ResumeAttempt).execute(ctx, { attemptId });
    return { ctx, before, answered, goOn };
  }

  const stored = async () => {
    const [attempt] = await ground.world.connection.collection('attempts').find().toArray();
    if (attempt === undefined) throw new Error('No attempt');
    return attempt;
  };
  const ids = (items: readonly PaperItem[]) => items.map(({ itemId }) => itemId);
  const firstOfASet = (paper: readonly PaperItem[]) =>
    paper.filter((item) => setOf(item) !== null).slice(0, 1);

  /** Every set on the paper that is not among the answered items is there whole: with so many items. */
  function expectWhole(after: Attempt, answered: readonly PaperItem[], size: number): void {
    const fresh = after.paper.filter(({ itemId }) => !ids(answered).includes(itemId));
    const sizes = new Map<string, number>();
    for (const item of fresh) {
      const set = setOf(item);
      if (set !== null) sizes.set(set, (sizes.get(set) ?? 0) + 1);
    }
    expect([...sizes.values()].every((count) => count === size)).toBe(true);
  }
  const isReplayed = async (ctx: RequestContext, { id: attemptId }: Attempt) =>
    (await ground.world.get(ReplayPaper).execute(ground.world.system(ctx.force.forceId), { attemptId }))
      .identical;

  it('ASM-93 ASM-94 keeps what was answered of a set; the rest of it is voided and stays away, and new sets come whole', async () => {
    // Four of eight: two sets of two, or one and two single ones; enough single ones to fill an odd gap.
    await bankOfSets([2, 2, 2, 2], 8, 8);
    const { ctx, before, answered, goOn } = await recalled(firstOfASet);
    const after = await goOn();
    expect(after.paper).toHaveLength(8);
    expect(after.lockedItemIds).toEqual(ids(answered));
    expect([...after.voidedItemIds].sort()).toEqual(
      ids(before.paper)
        .filter((id) => !ids(answered).includes(id))
        .sort(),
    );
    const gone = new Set(before.paper.map(setOf).filter((set) => set !== null));
    const fresh = after.paper.filter(({ itemId }) => !ids(answered).includes(itemId));
    // Nothing of a scenario that was shown comes again, answered or not.
    expect(fresh.filter((item) => gone.has(setOf(item) ?? ''))).toEqual([]);
    expectWhole(after, answered, 2);
    expect(await isReplayed(ctx, after)).toBe(true);
  });

  it('ASM-94 voids a set whole that was answered in part where whole sets cannot fill the gap beside it', async () => {
    // Papers of two sets of two: beside one answered item there would be three places, which sets of two never fill.
    await bankOfSets([2, 2, 2, 2], 0, 4);
    const { ctx, before, answered, goOn } = await recalled(firstOfASet);
    const after = await goOn();
    expect(after.paper).toHaveLength(4);
    expect(after.lockedItemIds).toEqual([]);
    expect([...after.voidedItemIds].sort()).toEqual([...ids(before.paper)].sort());
    expect(ids(after.paper).filter((id) => ids(before.paper).includes(id))).toEqual([]);
    expectWhole(after, [], 2);
    expect(await isReplayed(ctx, after)).toBe(true);
    // What was answered is still told by the history.
    const kept = await stored();
    expect((kept['history'] as { itemId: unknown }[]).map(({ itemId }) => String(itemId))).toEqual(
      ids(answered),
    );
  });

  it('ASM-94 keeps a set that was answered whole, beside one voided in part', async () => {
    await bankOfSets([2, 2, 2, 2], 0, 4);
    // Three of four: one set whole, and half of the other.
    const { before, goOn } = await recalled((paper) => paper.slice(0, 3));
    const [first, second] = before.paper;
    expect(first && setOf(first)).toBe(second && setOf(second));
    const after = await goOn();
    expect(ids(after.paper).slice(0, 2)).toEqual(ids(before.paper).slice(0, 2));
    expect(after.lockedItemIds).toEqual(ids(before.paper).slice(0, 2));
    expect([...after.voidedItemIds].sort()).toEqual(ids(before.paper).slice(2).sort());
    expectWhole(after, before.paper.slice(0, 2), 2);
  });

  it('ASM-93 refuses when not even that leaves a paper, and the attempt stays as it was', async () => {
    await bankOfSets([2, 2], 0, 4);
    const { before, goOn } = await recalled(firstOfASet);
    await expect(goOn()).rejects.toThrow('RECALL_BANK_SHORT');
    const kept = await stored();
    expect(kept['state']).toBe('SUSPENDED');
    expect((kept['paper'] as { itemId: unknown }[]).map(({ itemId }) => String(itemId))).toEqual(
      ids(before.paper),
    );
  });
});
