import { LoadItems, SetBlueprint } from '@app/assessment';
import { GrantRole } from '@app/identity';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { packItem } from '../../../libs/assessment/src/testing/items.js';
import { RUBRIC } from '../../../libs/assessment/src/testing/marking-ground.js';
import type { World } from '../../support/a-world.js';
import { COURSE, noSuchId } from './assessment-world.js';
import {
  aMarker,
  aMarkingWorld,
  COMPONENT,
  handedIn,
  inDate,
  points,
  type Someone,
  someone,
  TERMS,
  takeNext,
} from './marking-world.js';
import { aFaultyWorld, FAULTY, idOfFaulty, sit } from './putting-right-world.js';

const APPEAL = 'id kind state askedAt decideBy isOverdue decidedAt remedy regradeId';
const STATEMENT = 'The fire alarm rang twice and the room was cleared for ten minutes.';
const REASONS = 'The log of the sitting bears out what the candidate says in every point.';
const OWN =
  'query Q($id: ID!) { attempt(id: $id) { lastAppealDay result { score attemptsLeft } revisions { ground } appeals { statement reasons appeal { id state remedy regradeId } } } }';
const EVIDENCE =
  'query Q($id: ID!) { appealEvidence(appealId: $id) { statement state finishedBy timeAllowed { en } marks { score } pauses { kind } paper { id } saves { place itemId sequence at answer { choices } } incidents { kind note } responses { id text rubric { criterion points } } } }';
const WAITING =
  'query { appealsWaiting(first: 50) { totalCount edges { node { id isOverdue person { id } } } } }';

describe('appeals and extenuating circumstances', () => {
  describe('about a paper that a machine marks', () => {
    let world: World;
    let candidate: Someone;
    let decider: Someone;
    let attemptId: string;
    let appealId: string;

    beforeAll(async () => {
      world = await aFaultyWorld();
      candidate = await someone(world);
      decider = await someone(world, ['training-lead']);
      [attemptId = ''] = await sit(world, [{ who: candidate, others: 6, faulty: 'b' }]);
    }, 120_000);
    afterAll(() => world.end());

    const ask = (more: object = {}) => ({ attemptId, kind: 'APPEAL', statement: STATEMENT, ...more });
    const own = async () => (await candidate.call()).query(OWN, { id: attemptId });
    const evidence = async (who: Someone, id = appealId) => (await who.call()).send(EVIDENCE, { id });

    it('ASM-152 ASM-153 askAppeal: good, malformed, unknown, another’s, repeated', async () => {
      const caller = await candidate.call();
      expect(await caller.refusalOf('askAppeal', ask({ statement: 'unfair' }))).toBe('APPEAL_WORDS_MISSING');
      const asked = await caller.mutate('askAppeal', ask(), APPEAL);
      expect(asked).toMatchObject({ kind: 'APPEAL', state: 'ASKED', isOverdue: false, remedy: null });
      // Asked on 23 November: 28 days are up at the end of 21 December.
      expect(asked.decideBy).toBe('2026-12-22T00:00:00.000Z');
      appealId = asked.id;
      expect(await caller.mutate('askAppeal', ask(), APPEAL)).toEqual(asked);
      expect(await caller.refusalOf('askAppeal', ask({ kind: 'EXTENUATING' }))).toBe('APPEAL_OPEN');
      expect(await own()).toMatchObject({
        lastAppealDay: '2026-12-13',
        appeals: [{ statement: STATEMENT, reasons: null, appeal: { state: 'ASKED' } }],
      });
      expect(await caller.codeOf('askAppeal', ask({ attemptId: 'x' }))).toBe('BAD_USER_INPUT');
      expect(await caller.codeOf('askAppeal', ask({ kind: 'PLEA' }))).toBe('BAD_USER_INPUT');
      expect(await caller.codeOf('askAppeal', ask({ attemptId: noSuchId() }))).toBe('NOT_FOUND');
      for (const key of ['officer', 'trainer', 'otherOfficer'] as const)
        expect(await (await world.as(key)).codeOf('askAppeal', ask())).toBe('NOT_FOUND');
      expect(await world.stranger().codeOf('askAppeal', ask())).toBe('UNAUTHENTICATED');
      const words = await world.connection.collection('appeals').findOne({});
      expect(JSON.stringify(words)).not.toContain('alarm');
    });

    it('ASM-155 ASM-159 the evidence is for whoever is uninvolved: every save, the log, never a key or a reason', async () => {
      const faultyId = await idOfFaulty(world);
      const { data } = await evidence(decider);
      const seen = data?.['appealEvidence'];
      expect(seen).toMatchObject({
        statement: STATEMENT,
        state: 'RELEASED',
        finishedBy: 'person',
        pauses: [],
      });
      expect(seen).toMatchObject({ timeAllowed: { en: '35 minutes' }, marks: { score: 6 }, responses: [] });
      expect(seen.saves).toHaveLength(7);
      expect(seen.saves[6]).toMatchObject({ itemId: faultyId, sequence: 1, answer: { choices: ['b'] } });
      expect(seen.saves[6].at).toBe('2026-11-23T10:00:00.000Z');
      const places = seen.paper.map(({ id }: { id: string }) => id);
      expect(seen.saves.map(({ itemId, place }: any) => places[place - 1] === itemId)).toEqual(
        Array(7).fill(true),
      );
      const viewed = { type: 'assessment.appeal-evidence.viewed.v1' };
      expect(await world.connection.collection('journal').countDocuments(viewed)).toBe(1);

      const waiting = await (await decider.call()).query(WAITING);
      expect(waiting.edges).toContainEqual({
        node: { id: appealId, isOverdue: false, person: { id: candidate.personId } },
      });
      for (const key of ['officer', 'supervisor', 'invigilator', 'author'] as const) {
        const caller = await world.as(key);
        for (const query of [WAITING, EVIDENCE]) {
          const reply = await caller.send(query, query === EVIDENCE ? { id: appealId } : {});
          expect(reply.errors[0]?.extensions['code']).toBe('FORBIDDEN');
        }
      }
      const abroad = await (await world.as('otherTrainer')).send(EVIDENCE, { id: appealId });
      expect(abroad.errors[0]?.extensions['code']).toBe('NOT_FOUND');
    });

    it('ASM-155 nobody decides their own, nor that of whom they invigilated; ASM-156 upheld for a regrade it names a question', async () => {
      const decide = (more: object = {}) => ({ appealId, remedy: null, reasons: REASONS, ...more });
      await world
        .get(GrantRole)
        .execute(world.system(), { personId: candidate.personId, bundle: 'training-lead' });
      expect(await (await candidate.call()).refusalOf('decideAppeal', decide())).toBe('APPEAL_INVOLVED');
      expect((await evidence(candidate)).errors[0]?.extensions).toMatchObject({
        ...{ code: 'REFUSED', refusal: 'APPEAL_INVOLVED' },
      });
      const caller = await decider.call();
      expect(await caller.refusalOf('decideAppeal', decide({ reasons: 'No.' }))).toBe('APPEAL_WORDS_MISSING');
      expect(await caller.refusalOf('decideAppeal', decide({ remedy: 'REGRADE' }))).toBe(
        'APPEAL_ITEM_MISSING',
      );
      expect(await caller.refusalOf('decideAppeal', decide({ remedy: 'REMARK' }))).toBe(
        'APPEAL_NOTHING_TO_REMARK',
      );
      expect(await caller.codeOf('decideAppeal', decide({ appealId: 'x' }))).toBe('BAD_USER_INPUT');
      expect(await caller.codeOf('decideAppeal', decide({ appealId: noSuchId() }))).toBe('NOT_FOUND');
      expect(await (await world.as('otherTrainer')).codeOf('decideAppeal', decide())).toBe('NOT_FOUND');
      for (const key of ['officer', 'supervisor', 'publisher'] as const)
        expect(await (await world.as(key)).codeOf('decideAppeal', decide())).toBe('FORBIDDEN');
      expect(await world.stranger().codeOf('decideAppeal', decide())).toBe('UNAUTHENTICATED');

      const upheld = decide({ remedy: 'REGRADE', itemId: await idOfFaulty(world) });
      const decided = await caller.mutate('decideAppeal', upheld, APPEAL);
      expect(decided).toMatchObject({ state: 'UPHELD', remedy: 'REGRADE', regradeId: null });
      expect(await caller.mutate('decideAppeal', upheld, APPEAL)).toEqual(decided);
      const second = await someone(world, ['training-lead']);
      expect(await (await second.call()).refusalOf('decideAppeal', decide())).toBe('APPEAL_ENDED');
      expect((await own()).appeals).toMatchObject([{ reasons: REASONS, appeal: { state: 'UPHELD' } }]);
      const withdraw = await (await candidate.call()).refusalOf('withdrawAppeal', { appealId });
      expect(withdraw).toBe('APPEAL_ENDED');
      expect(await (await candidate.call()).refusalOf('askAppeal', ask())).toBe('APPEAL_DECIDED');
    });

    it('ASM-156 the College learns which item is thought faulty, and its regrade answers the appeal', async () => {
      const author = await world.as('author');
      const asked = 'query Q($code: ID!) { regradesAsked(courseCode: $code) { itemId versionNumber } }';
      expect(await author.query(asked, { code: COURSE })).toEqual([
        { itemId: await idOfFaulty(world), versionNumber: 1 },
      ]);
      const proposal = {
        itemKey: FAULTY,
        remedy: 'ACCEPT',
        answer: { choices: ['b'] },
        reason: 'As the appeal says.',
      };
      const { id } = await author.mutate('proposeRegrade', proposal, 'id');
      expect(await author.query(asked, { code: COURSE })).toEqual([]);
      expect((await own()).appeals[0].appeal.regradeId).toBe(id);
      await world.settle();
      world.at('2026-11-23T11:00:00Z');
      const later = await world.as('author');
      await later.mutate('applyRegrade', { regradeId: id, run: 1, falls: 'KEEP_OUT' }, 'id');
      await world.settle();
      expect(await own()).toMatchObject({ result: { score: 7 }, revisions: [{ ground: 'REGRADE' }] });
    });

    it('ASM-153 ASM-158 once the outcome has changed it may be asked again; a fresh attempt is one beyond the course’s', async () => {
      const caller = await candidate.call();
      const asked = await caller.mutate('askAppeal', ask({ kind: 'EXTENUATING' }), 'id');
      const withdrawn = await caller.mutate('withdrawAppeal', { appealId: asked.id }, APPEAL);
      expect(withdrawn.state).toBe('WITHDRAWN');
      expect(await caller.mutate('withdrawAppeal', { appealId: asked.id }, APPEAL)).toEqual(withdrawn);
      for (const [id, code] of [
        [noSuchId(), 'NOT_FOUND'],
        ['x', 'BAD_USER_INPUT'],
      ])
        expect(await caller.codeOf('withdrawAppeal', { appealId: id })).toBe(code);
      for (const key of ['officer', 'otherOfficer'] as const)
        expect(await (await world.as(key)).codeOf('withdrawAppeal', { appealId: asked.id })).toBe(
          'NOT_FOUND',
        );
      expect(await world.stranger().codeOf('withdrawAppeal', { appealId: asked.id })).toBe('UNAUTHENTICATED');

      // The course allows three attempts, of which one is used.
      expect((await own()).result.attemptsLeft).toBe(2);
      const { id } = await caller.mutate('askAppeal', ask({ statement: `${STATEMENT} Again.` }), 'id');
      const decision = { appealId: id, remedy: 'FRESH_ATTEMPT', reasons: REASONS };
      await (await decider.call()).mutate('decideAppeal', decision, 'id');
      expect((await own()).result.attemptsLeft).toBe(3);
      // The three left are attempts 2, 3 and 4, a day apart; there is no fifth.
      const started: unknown[] = [];
      for (const day of [27, 28, 29, 30]) started.push(await sitsOn(`2026-11-${day}`));
      expect(started).toEqual([2, 3, 4, 'NO_ATTEMPTS_LEFT']);
    });

    /** The number of the attempt that the candidate then has, or why there is none. */
    async function sitsOn(day: string): Promise<unknown> {
      world.at(`${day}T09:00:00Z`);
      const lead = await someone(world, ['training-lead']);
      const window = { opensAt: `${day}T10:00:00.000Z`, closesAt: `${day}T12:00:00.000Z` };
      const sitting = { courseCode: COURSE, seats: 500, mode: 'ONLINE', ...window };
      const { id: sittingId } = await (await lead.call()).mutate('createSitting', sitting, 'id');
      await (await candidate.call()).mutate('bookPlace', { sittingId }, 'id');
      world.at(`${day}T10:30:00Z`);
      const caller = await candidate.call();
      const attempt = await caller.mutate('startAttempt', { sittingId }, 'id number');
      if (attempt.code !== undefined) return attempt.code;
      await caller.mutate('submitAttempt', { attemptId: attempt.id }, 'id');
      return attempt.number;
    }

    it('ASM-152 not before there is an outcome, nor after the last day; ASM-154 an appeal nobody decides is overdue', async () => {
      const slow = await someone(world);
      const [id = ''] = await sit(world, [{ who: slow, others: 2, faulty: 'a' }]);
      world.at('2026-12-13T23:00:00Z');
      const input = { attemptId: id, kind: 'APPEAL', statement: STATEMENT };
      const { id: waiting } = await (await slow.call()).mutate('askAppeal', input, 'id');
      world.at('2027-01-11T00:00:01Z');
      await world.settle();
      const { edges } = await (await decider.call()).query(WAITING);
      const line = edges.map(({ node }: any) => node).find((node: any) => node.id === waiting);
      expect(line.isOverdue).toBe(true);
      const row = await world.connection
        .collection('journal')
        .findOne({ type: 'assessment.appeal.overdue.v1' });
      expect(row?.['data']).toMatchObject({ appealId: waiting, at: '2027-01-11T00:00:00.000Z' });
      await (await slow.call()).mutate('withdrawAppeal', { appealId: waiting }, 'id');
      expect(await (await slow.call()).refusalOf('askAppeal', input)).toBe('APPEAL_TOO_LATE');
      const late = await (await slow.call()).refusalOf('askAppeal', { ...input, kind: 'EXTENUATING' });
      expect(late).toBe('APPEAL_TOO_LATE');
    });
  });

  describe('about answers that people mark', () => {
    let world: World;
    let [candidate, marker, moderator, second]: Someone[] = [];
    let attemptId: string;
    let appealId: string;
    let responseId: string;

    beforeAll(async () => {
      world = await aMarkingWorld();
      candidate = await someone(world);
      marker = await aMarker(world);
      moderator = await someone(world, ['moderator']);
      second = await someone(world, ['moderator']);
      [attemptId = ''] = await handedIn(world, [candidate]);
    }, 120_000);
    afterAll(() => world.end());

    const call = (who: Someone | undefined) => (who as Someone).call();
    const own = async () => (await call(candidate)).query(OWN, { id: attemptId });
    const ask = { kind: 'APPEAL', statement: 'The second criterion was met in the last sentence.' };
    const remark = (...given: number[]) => ({
      appealId,
      responseId,
      criteria: points(...given),
      comment: 'Seen anew.',
    });

    it('ASM-152 tells circumstances before the outcome, and appeals only after it', async () => {
      const caller = await call(candidate);
      expect(await caller.refusalOf('askAppeal', { ...ask, attemptId })).toBe('APPEAL_TOO_EARLY');
      const told = await caller.mutate('askAppeal', { ...ask, attemptId, kind: 'EXTENUATING' }, 'id');
      await caller.mutate('withdrawAppeal', { appealId: told.id }, 'id');
      await (await call(moderator)).mutate('openRound', { ...TERMS, doubleMarking: 'NONE' }, 'id');
      await world.settle();
      const task = await takeNext(marker as Someone);
      const mark = { taskId: task.id, criteria: points(2, 3), comment: null };
      await (await call(marker)).mutate('markResponse', mark, 'id');
      const round = await world.connection.collection('markingRounds').findOne({});
      await (await call(moderator)).mutate('releaseMarks', { roundId: String(round?._id) }, 'id');
      // 2 by the machine and 5 of 10 by the marker: 7 of 12.
      expect((await own()).result.score).toBe(7);
      appealId = (await caller.mutate('askAppeal', { ...ask, attemptId }, 'id')).id;
    });

    it('ASM-155 its marker neither decides nor marks it again', async () => {
      await world.get(GrantRole).execute(world.system(), {
        ...{ personId: (marker as Someone).personId, bundle: 'moderator' },
      });
      const decision = { appealId, remedy: 'REMARK', reasons: REASONS };
      expect(await (await call(marker)).refusalOf('decideAppeal', decision)).toBe('APPEAL_INVOLVED');
      const seen = await (await call(moderator)).query(EVIDENCE, { id: appealId });
      responseId = seen.responses[0].id;
      expect(await (await call(moderator)).refusalOf('remarkResponse', remark(4, 6))).toBe(
        'REMARK_NOT_DECIDED',
      );
      await (await call(moderator)).mutate('decideAppeal', decision, 'id');
      expect(await (await call(marker)).refusalOf('remarkResponse', remark(4, 6))).toBe('APPEAL_INVOLVED');
    });

    it('ASM-157 somebody uninvolved and in date marks again; both marks stay; no pass is taken away', async () => {
      expect(await (await call(second)).refusalOf('remarkResponse', remark(4, 5))).toBe(
        'ASSESSOR_NOT_IN_DATE',
      );
      await inDate(world, second as Someone);
      expect(await (await call(second)).refusalOf('remarkResponse', remark(4))).toBe('CRITERION_MISSING');
      expect(await (await call(second)).refusalOf('remarkResponse', remark(4, 9))).toBe(
        'POINTS_OUT_OF_RANGE',
      );
      expect(await (await call(second)).mutate('remarkResponse', remark(4, 5), 'ok')).toMatchObject({
        ok: true,
      });
      expect(await (await call(second)).mutate('remarkResponse', remark(4, 5), 'ok')).toMatchObject({
        ok: true,
      });
      // 2 + 9 of 12: 91 per cent, passed.
      expect(await own()).toMatchObject({ result: { score: 11 }, revisions: [{ ground: 'APPEAL' }] });
      const told = await world.connection
        .collection('journal')
        .findOne({ type: 'assessment.component.revised.v1' });
      expect(told?.['data']).toMatchObject({
        sourceId: attemptId,
        percent: 91,
        passed: true,
        wasPassed: false,
      });
      expect(await (await call(second)).refusalOf('remarkResponse', remark(0, 0))).toBe('REMARK_WOULD_FAIL');
      const response = await world.connection.collection('responses').findOne({});
      expect(response?.['finals'].map(({ awarded }: { awarded: number }) => awarded)).toEqual([5, 9]);

      const input = remark(4, 5);
      expect(await (await call(second)).codeOf('remarkResponse', { ...input, appealId: noSuchId() })).toBe(
        'NOT_FOUND',
      );
      expect(await (await call(second)).codeOf('remarkResponse', { ...input, responseId: noSuchId() })).toBe(
        'NOT_FOUND',
      );
      expect(await (await call(second)).codeOf('remarkResponse', { ...input, appealId: 'x' })).toBe(
        'BAD_USER_INPUT',
      );
      const abroad = await someone(world, ['moderator'], 'glan-arian');
      expect(await (await abroad.call()).codeOf('remarkResponse', input)).toBe('NOT_FOUND');
      for (const key of ['officer', 'trainer'] as const)
        expect(await (await world.as(key)).codeOf('remarkResponse', input)).toBe('FORBIDDEN');
      expect(await world.stranger().codeOf('remarkResponse', input)).toBe('UNAUTHENTICATED');
    });

    it('ASM-152 a voided attempt has no outcome to appeal against', async () => {
      const other = await someone(world);
      const [id = ''] = await handedIn(world, [other]);
      const reason = 'The room lost power twice; nobody could read.';
      const propose = { attemptId: id, reason, isMisconduct: false };
      await (await world.as('trainer')).mutate('proposeVoid', propose, 'state');
      await (await world.as('secondTrainer')).mutate('decideVoid', { attemptId: id, confirm: true }, 'state');
      expect(await (await other.call()).refusalOf('askAppeal', { ...ask, attemptId: id })).toBe(
        'APPEAL_ATTEMPT_VOIDED',
      );
    });
  });

  describe('about two answers that people mark', () => {
    let world: World;
    let [candidate, marker, moderator, second]: Someone[] = [];
    let attemptId: string;
    afterAll(() => world.end());

    beforeAll(async () => {
      world = await aMarkingWorld();
      const written = { points: 10, content: { type: 'written', rubric: RUBRIC } } as const;
      await world.get(LoadItems).execute(world.system(), [packItem('OLH-101-W02', written)]);
      await world.get(SetBlueprint).execute(world.system(), {
        ...{ ...COMPONENT, count: 3, scope: [{ skillId: 'OLH-01', maxLevel: 2 }] },
        quotas: [
          { count: 2, types: ['written'] },
          { count: 1, types: ['single'] },
        ],
      });
      candidate = await someone(world);
      marker = await aMarker(world);
      moderator = await someone(world, ['moderator']);
      second = await someone(world, ['moderator']);
      await inDate(world, second);
      [attemptId = ''] = await handedIn(world, [candidate]);
      await (await moderator.call()).mutate('openRound', { ...TERMS, doubleMarking: 'NONE' }, 'id');
      await world.settle();
      for (let count = 0; count < 2; count += 1) {
        const task = await takeNext(marker);
        const mark = { taskId: task.id, criteria: points(2, 3), comment: null };
        await (await marker.call()).mutate('markResponse', mark, 'id');
      }
      const round = await world.connection.collection('markingRounds').findOne({});
      await (await moderator.call()).mutate('releaseMarks', { roundId: String(round?._id) }, 'id');
    }, 120_000);

    const call = (who: Someone | undefined) => (who as Someone).call();
    const own = async () => (await call(candidate)).query(OWN, { id: attemptId });

    it('ASM-155 ASM-157 who marks one again marks the other again too, and has then a part in whatever is asked next', async () => {
      // 2 by the machine, 5 and 5 of ten: 12 of 22.
      expect((await own()).result.score).toBe(12);
      const ask = { attemptId, kind: 'APPEAL', statement: STATEMENT };
      const { id: appealId } = await (await call(candidate)).mutate('askAppeal', ask, 'id');
      await (await call(moderator)).mutate(
        'decideAppeal',
        { appealId, remedy: 'REMARK', reasons: REASONS },
        'id',
      );
      const seen = await (await call(moderator)).query(EVIDENCE, { id: appealId });
      world.at('2026-11-23T10:05:00Z');
      const scores: number[] = [];
      for (const { id: responseId } of seen.responses as { id: string }[]) {
        const remark = { appealId, responseId, criteria: points(4, 5) };
        expect(await (await call(second)).mutate('remarkResponse', remark, 'ok')).toMatchObject({ ok: true });
        scores.push((await own()).result.score);
      }
      // 2 + 9 + 5, then 2 + 9 + 9.
      expect(scores).toEqual([16, 20]);

      world.at('2026-11-23T10:06:00Z');
      const { id: next } = await (await call(candidate)).mutate('askAppeal', ask, 'id');
      const decision = { appealId: next, remedy: null, reasons: REASONS };
      expect(await (await call(second)).refusalOf('decideAppeal', decision)).toBe('APPEAL_INVOLVED');
      expect(await (await call(moderator)).mutate('decideAppeal', decision, APPEAL)).toMatchObject({
        ...{ state: 'NOT_UPHELD', remedy: null },
      });
    });
  });
});
