import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { newId, objectId } from '@app/platform/ids/ids.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AnswerValue } from '../attempt/answer.js';
import type { Attempt } from '../attempt/attempt.js';
import { AttemptRepository } from '../attempt/attempt.repository.js';
import { SaveAnswer } from '../attempt/save-answer.js';
import { SubmitAttempt } from '../attempt/submit-attempt.js';
import { SeededRandom } from '../paper/random.js';
import { SetBlueprint } from '../paper/set-blueprint.js';
import { COURSE, Ground, PAPER_ITEMS } from '../testing/ground.js';
import { ApplyRegrade, ApproveRegrade } from './apply-regrade.js';
import { CancelRegrade, DryRunRegrade } from './dry-run-regrade.js';
import { ProposeRegrade } from './propose-regrade.js';
import type { FallChoice, Regrade, RegradeLine } from './regrade.js';
import { RegradeReader } from './regrade.reader.js';
import { RegradeLineRepository } from './regrade-line.repository.js';
import type { Remedy } from './remedy.js';
import { suppressed, suppressedTotal } from './suppress.js';

const FAULTY = 'OLH-101-Q01';
const REASON = 'Both a and b say the same in law.';
const acceptB: Remedy = { kind: 'accept', answer: { choices: ['b'] } };
const byB: Remedy = { kind: 'rescore', answer: { choices: ['b'] } };

describe('a regrade', () => {
  let ground: Ground;
  const get: Ground['world']['get'] = (type) => ground.world.get(type);
  const author = () => ground.world.as(newId<PersonId>(), ground.forceId, ['author']);
  const settle = () => ground.world.settle();

  /** A ground of its own, every paper of which holds the faulty item. */
  async function begin(): Promise<void> {
    ground = await Ground.of();
    await get(SetBlueprint).execute(ground.system, {
      ...{ courseCode: COURSE, componentKey: 'paper', count: PAPER_ITEMS, quotas: [], fixed: [FAULTY] },
      scope: [{ skillId: 'OLH-01', maxLevel: 2 }],
    });
  }

  /** An attempt with so many of the nine other questions right, and that answer to the faulty one. */
  async function attempt(others: number, faulty: string | null): Promise<Attempt> {
    const { ctx, started } = await running(others, faulty);
    return get(SubmitAttempt).execute(ctx, { attemptId: started.id });
  }

  async function running(others: number, faulty: string | null) {
    const ctx = await ground.officer();
    const started = await ground.started(ctx);
    const faultyId = await idOfFaulty();
    const rest = started.paper.filter(({ itemId }) => itemId !== faultyId);
    for (const { itemId } of rest.slice(0, others)) await answer(ctx, started, itemId, 'a');
    if (faulty !== null) await answer(ctx, started, faultyId, faulty);
    return { ctx, started };
  }

  const answer = (
    ctx: RequestContext,
    { id: attemptId, writer }: Attempt,
    itemId: string,
    choice: string,
  ) => {
    const value: AnswerValue = { choices: [choice] };
    return get(SaveAnswer).execute(ctx, {
      attemptId,
      writer,
      itemId: itemId as never,
      sequence: 1,
      answer: value,
    });
  };

  async function idOfFaulty(): Promise<string> {
    const item = await ground.world.connection.collection('items').findOne({ key: FAULTY });
    return String(item?._id);
  }

  async function proposed(remedy: Remedy, ctx = author()): Promise<Regrade> {
    const regrade = await get(ProposeRegrade).execute(ctx, { itemKey: FAULTY, remedy, reason: REASON });
    await settle();
    return get(RegradeReader).byId(regrade.id);
  }

  async function applied(regrade: Regrade, falls: FallChoice = 'APPLY'): Promise<Regrade> {
    const { id: regradeId, run } = regrade;
    await get(ApplyRegrade).execute(author(), { regradeId, run, falls });
    await settle();
    return get(RegradeReader).byId(regradeId);
  }

  async function marksOf({ id }: Attempt) {
    const now = await get(AttemptRepository).byId(ground.system.force, id);
    const { score, percent, passed } = now?.marks ?? { score: -1, percent: -1, passed: false };
    return { score, percent, passed, revisions: now?.revisions ?? [] };
  }

  const linesOf = (regrade: Regrade): Promise<RegradeLine[]> =>
    get(RegradeLineRepository).page(regrade, null, 1000);

  describe('that accepts another answer', () => {
    let fails: Attempt;
    let passes: Attempt;
    let untouched: Attempt;
    let shown: Regrade;

    beforeAll(async () => {
      await begin();
      fails = await attempt(7, 'b');
      passes = await attempt(8, 'b');
      untouched = await attempt(8, 'a');
      shown = await proposed(acceptB);
    });
    afterAll(() => ground.world.close());

    it('ASM-143 first shows who changes mark and who crosses the pass mark, and changes nothing', async () => {
      expect(shown).toMatchObject({ state: 'SHOWN', done: 3, total: 3 });
      expect(shown.counts).toEqual({ looked: 3, changed: 2, rises: 1, falls: 0, awards: 0 });
      const lines = await linesOf(shown);
      const of = (which: Attempt) => lines.find(({ attemptId }) => attemptId === which.id);
      expect(of(fails)).toMatchObject({
        before: { score: 7, passed: false },
        after: { score: 8, passed: true },
      });
      expect(of(fails)?.crosses).toBe('UP');
      expect(of(passes)).toMatchObject({ before: { score: 8 }, after: { score: 9 }, crosses: null });
      expect(of(untouched)).toBeUndefined();
      expect(await marksOf(fails)).toMatchObject({ score: 7, passed: false, revisions: [] });
    });

    it('ASM-148 ASM-149 applies exactly that, keeps both marks, and tells of the change by the day of the work', async () => {
      ground.world.clock.set('2026-11-24T09:00:00Z');
      const regrade = await applied(shown);
      expect(regrade).toMatchObject({ state: 'APPLIED', leftOut: 0 });
      const after = await marksOf(fails);
      expect(after).toMatchObject({ score: 8, percent: 80, passed: true });
      expect(after.revisions).toMatchObject([
        {
          before: { score: 7, percent: 70, passed: false },
          after: { score: 8, percent: 80, passed: true },
          ground: { kind: 'regrade', regradeId: shown.id, remedy: 'accept' },
          ...{ by: shown.proposedBy, approvedBy: null, at: new Date('2026-11-24T09:00:00Z') },
        },
      ]);
      expect(await marksOf(passes)).toMatchObject({ score: 9, percent: 90, passed: true });
      expect(await marksOf(untouched)).toMatchObject({ score: 9, revisions: [] });
      const told = await ground.events('assessment.component.revised.v1');
      expect(told).toContainEqual({
        ...{
          personId: fails.personId,
          courseCode: COURSE,
          versionId: fails.versionId,
          componentKey: 'paper',
        },
        ...{ sourceId: fails.id, on: '2026-11-23', percent: 80, passed: true, wasPassed: false },
      });
      expect(told).toHaveLength(2);
    });

    it('ASM-148 applied once more changes nothing, and the same proposal finds nothing to change', async () => {
      const regrade = await applied(shown);
      expect(regrade.state).toBe('APPLIED');
      expect((await marksOf(fails)).revisions).toHaveLength(1);
      const again = await proposed(acceptB);
      expect(again.counts).toMatchObject({ looked: 3, changed: 0 });
      await get(CancelRegrade).execute(author(), { regradeId: again.id });
    });

    it('ASM-147 marks whatever is handed in later by the corrected key, without a revision', async () => {
      const late = await attempt(7, 'b');
      expect(await marksOf(late)).toMatchObject({ score: 8, passed: true, revisions: [] });
    });
  });

  describe('with a new key', () => {
    let falls: Attempt;
    let rises: Attempt;
    let shown: Regrade;

    beforeAll(async () => {
      await begin();
      falls = await attempt(7, 'a');
      rises = await attempt(7, 'b');
      shown = await proposed(byB);
    });
    afterAll(() => ground.world.close());

    it('ASM-146 needs another person’s approval of exactly those who fall', async () => {
      const { id: regradeId, run, proposedBy } = shown;
      expect(shown.counts).toMatchObject({ changed: 2, rises: 1, falls: 1 });
      const apply = () => get(ApplyRegrade).execute(author(), { regradeId, run, falls: 'APPLY' });
      await expect(apply()).rejects.toMatchObject({ code: 'REGRADE_NOT_APPROVED' });
      const own = ground.world.as(proposedBy, ground.forceId, ['author']);
      await expect(get(ApproveRegrade).execute(own, { regradeId, run })).rejects.toMatchObject({
        code: 'REGRADE_OWN_APPROVAL',
      });
      await get(ApproveRegrade).execute(author(), { regradeId, run });

      // Somebody else hands in before it is applied: the list is another, and so are the falls.
      const more = await attempt(7, 'a');
      const stale = await applied(shown);
      expect(stale).toMatchObject({ state: 'STALE', appliedBy: null });
      expect(await marksOf(falls)).toMatchObject({ score: 8, revisions: [] });
      await expect(apply()).rejects.toMatchObject({ code: 'REGRADE_STALE' });

      await get(DryRunRegrade).execute(author(), { regradeId });
      await settle();
      shown = await get(RegradeReader).byId(regradeId);
      expect(shown).toMatchObject({ state: 'SHOWN', run: 2 });
      expect(shown.counts).toMatchObject({ changed: 3, rises: 1, falls: 2 });
      const second = { regradeId, run: 2 } as const;
      const applySecond = get(ApplyRegrade).execute(author(), { ...second, falls: 'APPLY' });
      await expect(applySecond).rejects.toMatchObject({ code: 'REGRADE_NOT_APPROVED' });
      const approver = author();
      await get(ApproveRegrade).execute(approver, second);
      const approved = await get(RegradeReader).byId(regradeId);
      expect(await get(ApproveRegrade).execute(approver, second)).toEqual(approved);

      const done = await applied(approved);
      expect(done).toMatchObject({ state: 'APPLIED', leftOut: 0 });
      const by = approver.actor.kind === 'person' ? approver.actor.personId : '';
      for (const each of [falls, more]) {
        const marks = await marksOf(each);
        expect(marks).toMatchObject({ score: 7, percent: 70, passed: false });
        expect(marks.revisions).toMatchObject([{ approvedBy: by }]);
      }
      expect((await marksOf(rises)).revisions).toMatchObject([{ approvedBy: null, after: { score: 8 } }]);
    });

    it('ASM-144 is not cancelled or looked at again once it was applied', async () => {
      const { id: regradeId } = shown;
      const inTheWay = { code: 'REGRADE_APPLYING' };
      await expect(get(CancelRegrade).execute(author(), { regradeId })).rejects.toMatchObject(inTheWay);
      await expect(get(DryRunRegrade).execute(author(), { regradeId })).rejects.toMatchObject(inTheWay);
    });
  });

  describe('whose falls are kept out', () => {
    beforeAll(begin);
    afterAll(() => ground.world.close());

    it('ASM-146 raises those who rise, lowers nobody below the pass mark, and lowers those who stay failed', async () => {
      const falls = await attempt(7, 'a');
      const rises = await attempt(7, 'b');
      const fails = await attempt(5, 'a');
      const done = await applied(await proposed(byB), 'KEEP_OUT');
      expect(done).toMatchObject({ state: 'APPLIED', leftOut: 1 });
      expect(await marksOf(falls)).toMatchObject({ score: 8, passed: true, revisions: [] });
      expect(await marksOf(rises)).toMatchObject({ score: 8, passed: true });
      expect(await marksOf(fails)).toMatchObject({ score: 5, passed: false });
      const outcomes = new Map((await linesOf(done)).map(({ attemptId, outcome }) => [attemptId, outcome]));
      expect(outcomes.get(falls.id)).toBe('LEFT_OUT');
      expect(outcomes.get(rises.id)).toBe('APPLIED');
      ground.world.clock.set('2026-11-25T09:00:00Z');
      await settle();
      expect(await get(RegradeReader).byId(done.id)).toMatchObject({ phase: 'done' });
      expect(await marksOf(falls)).toMatchObject({ score: 8, revisions: [] });
    });
  });

  describe('at work', () => {
    beforeAll(begin);
    afterAll(() => ground.world.close());

    it('ASM-140 is about a known version, with a reason and a remedy that fits it', async () => {
      const propose = (more: object) =>
        get(ProposeRegrade).execute(author(), { itemKey: FAULTY, remedy: acceptB, reason: REASON, ...more });
      await expect(propose({ reason: ' short ' })).rejects.toMatchObject({ code: 'REGRADE_REASON_MISSING' });
      await expect(propose({ itemKey: 'OLH-101-Q99' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(propose({ versionNumber: 9 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      const answered = (kind: 'accept' | 'rescore', value: AnswerValue) => ({
        remedy: { kind, answer: value },
      });
      for (const unfit of [{ choices: ['zz'] }, { choices: ['a', 'b'] }, { text: 'a' }, { choices: [] }])
        await expect(propose(answered('accept', unfit))).rejects.toMatchObject({
          code: 'REGRADE_ANSWER_UNFIT',
        });
      await expect(propose(answered('accept', { choices: ['a'] }))).rejects.toMatchObject({
        code: 'REGRADE_ANSWER_RIGHT',
      });
    });

    it('ASM-144 is one for a version; the same proposal is the same; a dry run can be cancelled', async () => {
      const ctx = author();
      const input = { itemKey: FAULTY, remedy: acceptB, reason: REASON };
      const regrade = await get(ProposeRegrade).execute(ctx, input);
      expect(await get(ProposeRegrade).execute(ctx, input)).toEqual(regrade);
      await expect(get(ProposeRegrade).execute(author(), input)).rejects.toMatchObject({
        code: 'REGRADE_AT_WORK',
      });
      const { id: regradeId } = regrade;
      const apply = get(ApplyRegrade).execute(ctx, { regradeId, run: 1, falls: 'APPLY' });
      await expect(apply).rejects.toMatchObject({ code: 'REGRADE_NOT_SHOWN' });
      const cancelled = await get(CancelRegrade).execute(ctx, { regradeId });
      expect(cancelled.state).toBe('CANCELLED');
      expect(await get(CancelRegrade).execute(ctx, { regradeId })).toEqual(cancelled);
      await settle();
      expect(await get(RegradeReader).byId(regradeId)).toMatchObject({ state: 'CANCELLED', done: 0 });
      const late = get(DryRunRegrade).execute(ctx, { regradeId });
      await expect(late).rejects.toMatchObject({ code: 'REGRADE_CANCELLED' });
      const next = await proposed(acceptB);
      const approve = get(ApproveRegrade).execute(ctx, { regradeId: next.id, run: 1 });
      await expect(approve).rejects.toMatchObject({ code: 'REGRADE_NO_FALLS' });
      await get(CancelRegrade).execute(ctx, { regradeId: next.id });
    });

    it('ASM-147 an attempt that runs is untouched by it and is marked by the corrected key when it ends', async () => {
      const { ctx, started } = await running(7, 'b');
      const done = await applied(await proposed(acceptB));
      expect(done.counts.looked).toBe(0);
      await get(SubmitAttempt).execute(ctx, { attemptId: started.id });
      expect(await marksOf(started)).toMatchObject({ score: 8, passed: true, revisions: [] });
    });

    it('ASM-147 one that was being marked by the old key at that very moment is put right by the sweep', async () => {
      const missed = await attempt(7, 'b');
      const { connection, clock } = ground.world;
      // As a transaction that began before the remedy was in force would leave it.
      const faultyId = await idOfFaulty();
      await connection.collection('attempts').updateOne(
        { _id: objectId(missed.id), 'marks.items.itemId': faultyId },
        {
          $set: {
            'marks.items.$.awarded': 0,
            'marks.items.$.correct': false,
            'marks.score': 7,
            'marks.percent': 70,
            'marks.passed': false,
          },
        },
      );
      const before = await marksOf(missed);
      expect(before).toMatchObject({ score: 7, passed: false });
      await connection
        .collection('regrades')
        .updateOne({ state: 'APPLIED' }, { $set: { phase: 'sweep', cursor: null } });
      clock.set('2026-11-23T18:00:00Z');
      await settle();
      expect(await marksOf(missed)).toMatchObject({ score: 8, passed: true });
    });
  });

  describe('of any kind', () => {
    beforeAll(begin);
    afterAll(() => ground.world.close());

    it('ASM-143 ASM-145 makes of every attempt exactly what its dry run showed', async () => {
      const random = new SeededRandom('0123456789abcdef0123456789abcdef');
      const pick = <T>(list: readonly T[]): T => list[random.below(list.length)] as T;
      const attempts: Attempt[] = [];
      for (let count = 0; count < 12; count += 1)
        attempts.push(await attempt(5 + random.below(5), pick(['a', 'b', 'c', null])));
      const remedies: Remedy[] = [acceptB, { kind: 'drop' }, byB, { kind: 'full-marks' }];
      for (const remedy of remedies) {
        const before = new Map(
          await Promise.all(attempts.map(async (each) => [each.id, await marksOf(each)] as const)),
        );
        const shown = await proposed(remedy);
        const lines = new Map((await linesOf(shown)).map((line) => [line.attemptId, line]));
        if (shown.counts.falls > 0)
          await get(ApproveRegrade).execute(author(), { regradeId: shown.id, run: shown.run });
        expect(await applied(shown)).toMatchObject({ state: 'APPLIED', leftOut: 0 });
        for (const each of attempts) {
          const line = lines.get(each.id);
          const { revisions, ...after } = await marksOf(each);
          const { revisions: earlier, ...was } = before.get(each.id) ?? { revisions: [] };
          expect(revisions).toHaveLength(earlier.length + (line === undefined ? 0 : 1));
          const { outOf: _outOf, ...expected } = line?.after ?? { outOf: 10, ...was };
          expect(after).toEqual(expected);
          if (line !== undefined) expect(line.before).toMatchObject(was);
        }
      }
    }, 60_000);

    it('ASM-143 asks the database by an index, whatever it looks for', async () => {
      const { connection } = ground.world;
      const versionId = newId();
      const plans = await Promise.all([
        connection
          .collection('attempts')
          .find({
            'paper.versionId': versionId,
            state: { $in: ['MARKED', 'RELEASED'] },
            _id: { $gt: objectId(newId()) },
          })
          .sort({ _id: 1 })
          .explain(),
        connection
          .collection('regradeLines')
          .find({ regradeId: objectId(newId()), run: 1 })
          .sort({ attemptId: 1 })
          .explain(),
        connection
          .collection('regradeLines')
          .find({ forceId: objectId(newId()), regradeId: objectId(newId()), run: 1 })
          .sort({ attemptId: 1 })
          .explain(),
        connection
          .collection('itemRemedies')
          .find({ itemVersionId: { $in: [objectId(newId())] } })
          .explain(),
      ]);
      for (const plan of plans) {
        const text = JSON.stringify(plan['queryPlanner'].winningPlan);
        expect(text).toContain('IXSCAN');
        expect(text).not.toContain('"COLLSCAN"');
      }
    });
  });

  it('ASM-151 counts below five are told to nobody, nor a sum from which one could be had', () => {
    expect([0, 1, 4, 5, 80].map(suppressed)).toEqual([0, null, null, 5, 80]);
    // 7 + 3: the 3 is hidden, and the sum of 10 would tell it.
    expect(suppressedTotal([7, 3])).toBeNull();
    // 7 + 3 + 3: the hidden add up to 6, which tells of neither force.
    expect(suppressedTotal([7, 3, 3])).toBe(13);
    expect(suppressedTotal([7, 0, 9])).toBe(16);
    expect(suppressedTotal([])).toBe(0);
    expect(suppressedTotal([2, 1])).toBeNull();
  });
});
