import { GrantRole, PostPerson, RevokeRole, RoleGrantReader } from '@app/identity';
import { calendarDateOf } from '@app/platform/clock/calendar.js';
import { systemContext } from '@app/platform/context/request-context.js';
import { englishOnly } from '@app/platform/context/words.js';
import { type EvidenceId, RecordEvidence, WithdrawEvidence } from '@app/standing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { World } from '../../support/a-world.js';
import { noSuchId } from './assessment-world.js';
import {
  ANSWER,
  aMarker,
  aMarkingWorld,
  COMPONENT,
  handedIn,
  inDate,
  points,
  type Someone,
  someone,
  TASK,
  TERMS,
  takeNext,
} from './marking-world.js';

const IN_REVIEW =
  'id candidateCode state text marks { id markerId total comment withdrawnAt isFlagged inDateUntil } finals { awarded by comment }';

/** What the moderator sees of a round in a state. */
async function inState(moderator: Someone, roundId: string, state: string): Promise<any[]> {
  const { edges } = await (await moderator.call()).query(
    `query Q($roundId: ID!, $state: ResponseState!) { responsesInRound(roundId: $roundId, state: $state, first: 20) { edges { node { ${IN_REVIEW} } } } }`,
    { roundId, state },
  );
  return (edges as { node: unknown }[]).map(({ node }) => node);
}

async function markNext(marker: Someone, ...given: number[]): Promise<any> {
  const task = await takeNext(marker);
  const input = { taskId: task.id, criteria: points(...given), comment: `By ${marker.personId}` };
  return (await marker.call()).mutate('markResponse', input, TASK);
}

describe('marking by people', () => {
  describe('two blind markers and a moderator', () => {
    let world: World;
    let [candidate, one, other, moderator]: Someone[] = [];
    let attemptId: string;
    let roundId: string;

    beforeAll(async () => {
      world = await aMarkingWorld();
      candidate = await someone(world);
      one = await aMarker(world);
      other = await aMarker(world);
      moderator = await someone(world, ['moderator']);
      [attemptId = ''] = await handedIn(world, [candidate]);
    }, 60_000);
    afterAll(() => world.end());

    const attempt = async () =>
      (await (candidate as Someone).call()).query(
        'query Q($id: ID!) { attempt(id: $id) { state result { score percent passed } } }',
        { id: attemptId },
      );
    const own = async () => {
      const query =
        'query Q($id: ID) { myMarkedResponses(sourceId: $id) { totalCount edges { node { awarded outOf comment criteria { criterion points } } } } }';
      return (await (candidate as Someone).call()).query(query, { id: attemptId });
    };

    it('ASM-110 an attempt with a written answer waits, and its candidate sees nothing', async () => {
      expect(await attempt()).toEqual({ state: 'AWAITING_MARKER', result: null });
      const lead = await (moderator as Someone).call();
      const round = await lead.mutate('openRound', TERMS, 'id openedAt');
      roundId = String(round.id);
      expect(await lead.mutate('openRound', TERMS, 'id openedAt')).toEqual(round);
      expect(await lead.refusalOf('openRound', { ...TERMS, tolerance: 2 })).toBe('ROUND_ALREADY_OPEN');
      await world.settle();
      const progress = await lead.query(
        'query Q($id: ID!) { markingRound(id: $id) { progress { notMarked unfilled desks { allocated } } } }',
        { id: roundId },
      );
      expect(progress.progress).toEqual({
        ...{ notMarked: 1, unfilled: 0 },
        desks: [{ allocated: 1 }, { allocated: 1 }],
      });
    });

    it('ASM-118 a rubric works with two markers, and neither sees the other (both fail in Moodle 5.2)', async () => {
      const [first, second] = [one as Someone, other as Someone];
      const mark = await markNext(first, 4, 6);
      expect(mark).toMatchObject({ state: 'MARKED', text: ANSWER, mark: { total: 10 } });
      const task = await takeNext(second);
      expect(task).toMatchObject({ candidateCode: mark.candidateCode, mark: null, files: [] });
      expect(task.rubric.map((line: { points: number }) => line.points)).toEqual([4, 6]);
      const shown = JSON.stringify(task);
      for (const secret of [
        first.personId,
        mark.id,
        mark.mark.id,
        (candidate as Someone).personId,
        attemptId,
      ])
        expect(shown).not.toContain(secret);
      const query = 'query Q($id: ID!) { markingTask(id: $id) { text mark { total } } }';
      const peek = await (await second.call()).send(query, { id: mark.id });
      expect(peek.errors[0]?.extensions['code']).toBe('NOT_FOUND');
      const list = await (await second.call()).query(
        `query { myMarkingTasks { totalCount edges { node { ${TASK} } } } }`,
      );
      expect(list.totalCount).toBe(1);
      expect(JSON.stringify(list)).not.toContain(`By ${first.personId}`);
      for (const [field, args] of [
        ['responsesInRound', `(roundId: "${roundId}", state: IN_MARKING) { totalCount }`],
        ['roundAgreement', `(roundId: "${roundId}") { overall { count } }`],
        ['markingRound', `(id: "${roundId}") { id }`],
      ]) {
        const reply = await (await second.call()).send(`query { ${field}${args} }`);
        expect(reply.errors[0]?.extensions['code']).toBe('FORBIDDEN');
      }
      expect(await markNext(second, 1, 2)).toMatchObject({ mark: { total: 3 } });
      expect(await attempt()).toEqual({ state: 'AWAITING_MARKER', result: null });
    });

    it('ASM-122 what differs goes to the moderator, who alone sets the final mark', async () => {
      const call = await (moderator as Someone).call();
      await call.mutate('acceptMarks', { roundId }, 'id');
      const [response] = await inState(moderator as Someone, roundId, 'IN_REVIEW');
      expect(response.marks.map((mark: { total: number }) => mark.total)).toEqual([10, 3]);
      expect(response.marks[0].inDateUntil).toBe('2027-01-01');
      expect(JSON.stringify(response)).not.toContain((candidate as Someone).personId);
      await call.mutate('releaseMarks', { roundId }, 'id');
      expect(await own()).toMatchObject({ totalCount: 0 });
      const input = { responseId: response.id, criteria: points(3, 5), comment: 'Say which power.' };
      expect(await call.mutate('moderateResponse', input, 'ok')).toMatchObject({ ok: true });
      expect(await call.mutate('moderateResponse', input, 'ok')).toMatchObject({ ok: true });
      const [ready] = await inState(moderator as Someone, roundId, 'READY_FOR_RELEASE');
      expect(ready.finals).toEqual([{ awarded: 8, by: 'moderator', comment: 'Say which power.' }]);
      expect(await own()).toMatchObject({ totalCount: 0 });
      const marked = response.marks[0] as { id: string };
      expect(
        await (await (one as Someone).call()).refusalOf('withdrawMark', {
          markId: marked.id,
          reason: 'Slip.',
        }),
      ).toBe('MARK_IN_REVIEW');
    });

    it('ASM-123, ASM-124 the release completes the attempt, and tells the candidate the mark and no marker', async () => {
      const call = await (moderator as Someone).call();
      await call.mutate('releaseMarks', { roundId }, 'id');
      await call.mutate('releaseMarks', { roundId }, 'id');
      // 2 of 2 by machine and 8 of 10 by people: 10 of 12 is 83 per cent.
      expect(await attempt()).toEqual({
        state: 'RELEASED',
        result: { score: 10, percent: 83, passed: true },
      });
      const shown = await own();
      expect(shown.edges).toEqual([
        { node: { awarded: 8, outOf: 10, comment: 'Say which power.', criteria: points(3, 5) } },
      ]);
      const journal = world.connection.collection('journal');
      const counts = await Promise.all(
        ['assessment.response.released.v1', 'assessment.attempt.marked.v1'].map((type) =>
          journal.countDocuments({ type }),
        ),
      );
      expect(counts).toEqual([1, 1]);
      const [released] = await inState(moderator as Someone, roundId, 'RELEASED');
      const late = { responseId: released.id, criteria: points(0, 0) };
      expect(await call.refusalOf('moderateResponse', late)).toBe('RESPONSE_RELEASED');
      const markId = released.marks[0].id as string;
      const withdrawal = { markId, reason: 'Too late.' };
      expect(await call.refusalOf('withdrawMark', withdrawal)).toBe('RESPONSE_RELEASED');
      const { edges } = await (await (one as Someone).call()).query(
        'query { myMarkingTasks { edges { node { id } } } }',
      );
      const taskId = edges[0].node.id as string;
      expect(
        await (await (one as Someone).call()).refusalOf('markResponse', { taskId, criteria: points(0, 1) }),
      ).toBe('RESPONSE_RELEASED');
      await world.settle();
    });

    it('ASM-125 standing lost later flags the mark and erases nothing', async () => {
      const { personId } = one as Someone;
      const evidence = await world.connection
        .collection('evidence')
        .findOne({ sourceId: `award ${personId}` });
      const id = String(evidence?._id) as EvidenceId;
      await world.get(WithdrawEvidence).execute(world.system(), { evidenceId: id, reason: 'Given in error' });
      await world.get(RecordEvidence).execute(world.system(), {
        ...{ personId: (other as Someone).personId, skillId: 'OLH-01', level: 1, kind: 'negative' },
        ...{ title: englishOnly('Finding'), from: calendarDateOf('2026-11-23'), lastValidDay: null },
        sourceId: 'finding',
      });
      await world.settle();
      const [released] = await inState(moderator as Someone, roundId, 'RELEASED');
      expect(released.marks.map((mark: any) => [mark.total, mark.isFlagged])).toEqual([
        [10, true],
        [3, true],
      ]);
      expect(released.finals).toHaveLength(1);
    });
  });

  describe('refusals by code', () => {
    let world: World;
    let [marker, moderator, officer, otherMarker, otherModerator]: Someone[] = [];
    let roundId: string;

    beforeAll(async () => {
      world = await aMarkingWorld();
      marker = await aMarker(world);
      moderator = await someone(world, ['moderator']);
      officer = await someone(world);
      otherMarker = await aMarker(world, 'glan-arian');
      otherModerator = await someone(world, ['moderator'], 'glan-arian');
      const candidates = [];
      for (let made = 0; made < 6; made++) candidates.push(await someone(world));
      await handedIn(world, candidates);
      const terms = { ...TERMS, doubleMarking: 'NONE' };
      roundId = String((await (await moderator.call()).mutate('openRound', terms, 'id')).id);
      await world.settle();
    }, 60_000);
    afterAll(() => world.end());

    it('ASM-111, ASM-112 openRound', async () => {
      const call = await (moderator as Someone).call();
      for (const wrong of [
        { doubleMarking: 'SAMPLE', doublePercent: 0 },
        { doublePercent: 5 },
        { reviewPercent: 101 },
        { tolerance: -0.5 },
        { tolerance: 0.3 },
      ])
        expect(await call.refusalOf('openRound', { ...TERMS, ...wrong })).toBe('ROUND_TERMS_MALFORMED');
      expect(await call.refusalOf('openRound', { ...TERMS, componentKey: 'none' })).toBe(
        'ROUND_COMPONENT_UNKNOWN',
      );
      expect(await call.codeOf('openRound', { ...TERMS, courseCode: 'XXX-999' })).toBe('NOT_FOUND');
      expect(await call.codeOf('openRound', { ...TERMS, panel: 'ALL' })).toBe('BAD_USER_INPUT');
      expect(await (await (marker as Someone).call()).codeOf('openRound', TERMS)).toBe('FORBIDDEN');
    });

    it('ASM-113 nameMarker and endMarker', async () => {
      const call = await (moderator as Someone).call();
      const input = (who: Someone) => ({ personId: who.personId, ...COMPONENT });
      const named = await call.mutate('nameMarker', input(marker as Someone), 'id namedAt endedAt');
      expect(named.endedAt).toBeNull();
      expect(await call.mutate('nameMarker', input(marker as Someone), 'id namedAt endedAt')).toEqual(named);
      expect(await call.refusalOf('nameMarker', input(officer as Someone))).toBe('NOT_AN_ASSESSOR');
      const unknown = { ...input(marker as Someone), componentKey: 'none' };
      expect(await call.refusalOf('nameMarker', unknown)).toBe('ROUND_COMPONENT_UNKNOWN');
      for (const name of ['nameMarker', 'endMarker']) {
        expect(await call.codeOf(name, input(otherMarker as Someone))).toBe('NOT_FOUND');
        expect(await call.codeOf(name, { ...COMPONENT, personId: noSuchId() })).toBe('NOT_FOUND');
        expect(await call.codeOf(name, { ...COMPONENT, personId: 'x' })).toBe('BAD_USER_INPUT');
        expect(await (await (marker as Someone).call()).codeOf(name, input(marker as Someone))).toBe(
          'FORBIDDEN',
        );
      }
    });

    it('ASM-119, ASM-120, ASM-127 markResponse, skipResponse, handOnResponse and withdrawMark', async () => {
      const me = marker as Someone;
      const task = await takeNext(me);
      expect((await takeNext(me)).id).toBe(task.id);
      const call = await me.call();
      const mark = (criteria: unknown, more = {}) => ({ taskId: task.id, criteria, ...more });
      expect(await call.refusalOf('markResponse', mark(points(5, 1)))).toBe('POINTS_OUT_OF_RANGE');
      expect(await call.refusalOf('markResponse', mark(points(-1, 1)))).toBe('POINTS_OUT_OF_RANGE');
      expect(await call.refusalOf('markResponse', mark(points(0.25, 1)))).toBe('POINTS_OUT_OF_RANGE');
      expect(await call.refusalOf('markResponse', mark(points(1)))).toBe('CRITERION_MISSING');
      expect(await call.refusalOf('markResponse', mark(points(1, 1, 1)))).toBe('CRITERION_UNKNOWN');
      const twice = [...points(1, 1), { criterion: 1, points: 1 }];
      expect(await call.refusalOf('markResponse', mark(twice))).toBe('CRITERION_TWICE');
      const long = mark(points(1, 1), { comment: 'x'.repeat(4001) });
      expect(await call.refusalOf('markResponse', long)).toBe('COMMENT_TOO_LONG');

      expect(await call.mutate('skipResponse', { taskId: task.id }, 'toMark putOff')).toMatchObject({
        ...{ toMark: 6, putOff: 1 },
      });
      const next = await takeNext(me);
      expect(next.id).not.toBe(task.id);
      const handOn = { taskId: next.id, reason: 'I know this handwriting.' };
      expect(await call.refusalOf('handOnResponse', { ...handOn, reason: ' ' })).toBe(
        'MARKING_REASON_MISSING',
      );
      expect(await call.mutate('handOnResponse', handOn, 'toMark')).toMatchObject({ toMark: 5 });
      expect(await call.mutate('handOnResponse', handOn, 'toMark')).toMatchObject({ toMark: 5 });
      expect(await call.refusalOf('skipResponse', { taskId: next.id })).toBe('TASK_ENDED');
      expect(await call.refusalOf('markResponse', { taskId: next.id, criteria: points(1, 1) })).toBe(
        'TASK_ENDED',
      );

      const given = await call.mutate('markResponse', mark(points(1, 2.5)), TASK);
      expect(given).toMatchObject({ state: 'MARKED', mark: { total: 3.5 } });
      expect(await call.mutate('markResponse', mark(points(1, 2.5)), TASK)).toEqual(given);
      expect(await call.refusalOf('markResponse', mark(points(1, 3)))).toBe('MARK_GIVEN');
      expect(await call.refusalOf('skipResponse', { taskId: task.id })).toBe('MARK_GIVEN');
      expect(await call.refusalOf('handOnResponse', { taskId: task.id, reason: 'Late' })).toBe('MARK_GIVEN');

      const withdrawal = { markId: given.mark.id, reason: 'Misread the second page.' };
      expect(await call.refusalOf('withdrawMark', { ...withdrawal, reason: '' })).toBe(
        'MARKING_REASON_MISSING',
      );
      expect(await call.mutate('withdrawMark', withdrawal, 'ok')).toMatchObject({ ok: true });
      expect(await call.mutate('withdrawMark', withdrawal, 'ok')).toMatchObject({ ok: true });
      const again = await call.mutate('markResponse', mark(points(2, 2.5)), TASK);
      expect(again.mark.total).toBe(4.5);
      const ready = await inState(moderator as Someone, roundId, 'READY_FOR_RELEASE');
      const both = ready.find(({ marks }) => marks.length === 2);
      expect(both.marks.map((each: any) => [each.total, each.withdrawnAt !== null])).toEqual([
        [3.5, true],
        [4.5, false],
      ]);

      const strangers: [string, Record<string, unknown>][] = [
        ['markResponse', mark(points(1, 1))],
        ['skipResponse', { taskId: task.id }],
        ['handOnResponse', { taskId: task.id, reason: 'None of mine.' }],
        ['withdrawMark', { markId: again.mark.id, reason: 'None of mine.' }],
      ];
      for (const [name, input] of strangers) {
        const id = 'taskId' in input ? 'taskId' : 'markId';
        expect(await (await (otherMarker as Someone).call()).codeOf(name, input)).toBe('NOT_FOUND');
        expect(await (await (officer as Someone).call()).codeOf(name, input)).toBe('FORBIDDEN');
        expect(await call.codeOf(name, { ...input, [id]: noSuchId() })).toBe('NOT_FOUND');
        expect(await call.codeOf(name, { ...input, [id]: 'x' })).toBe('BAD_USER_INPUT');
      }
    });

    it('ASM-122, ASM-123 moderateResponse, acceptMarks and releaseMarks', async () => {
      const call = await (moderator as Someone).call();
      const [waiting] = await inState(moderator as Someone, roundId, 'NOT_MARKED');
      const input = { responseId: waiting.id, criteria: points(1, 1) };
      expect(await call.refusalOf('moderateResponse', input)).toBe('RESPONSE_NOT_MARKED_YET');
      expect(await call.refusalOf('moderateResponse', { ...input, criteria: points(1) })).toBe(
        'CRITERION_MISSING',
      );
      expect(await call.codeOf('moderateResponse', { ...input, responseId: noSuchId() })).toBe('NOT_FOUND');
      expect(await call.codeOf('moderateResponse', { ...input, responseId: 'x' })).toBe('BAD_USER_INPUT');
      const theirs = await (otherModerator as Someone).call();
      expect(await theirs.codeOf('moderateResponse', input)).toBe('NOT_FOUND');
      for (const name of ['acceptMarks', 'releaseMarks']) {
        expect(await theirs.codeOf(name, { roundId })).toBe('NOT_FOUND');
        expect(await call.codeOf(name, { roundId: noSuchId() })).toBe('NOT_FOUND');
        expect(await call.codeOf(name, { roundId: 'x' })).toBe('BAD_USER_INPUT');
        expect(await (await (marker as Someone).call()).codeOf(name, { roundId })).toBe('FORBIDDEN');
        expect(await call.mutate(name, { roundId }, 'id')).toMatchObject({ id: roundId });
      }
      expect(await (await (marker as Someone).call()).codeOf('moderateResponse', input)).toBe('FORBIDDEN');

      const marked = await markNext(marker as Someone, 2, 2);
      const row = await world.connection
        .collection('markingTasks')
        .findOne({ state: 'MARKED' }, { sort: { _id: -1 } });
      expect(marked.state).toBe('MARKED');
      const personId = (marker as Someone).personId;
      await world.get(GrantRole).execute(world.system(), { personId, bundle: 'moderator' });
      const ownResponse = { responseId: String(row?.['responseId']), criteria: points(4, 6) };
      expect(await (await (marker as Someone).call()).refusalOf('moderateResponse', ownResponse)).toBe(
        'MODERATOR_MARKED',
      );
      expect(await inState(marker as Someone, roundId, 'READY_FOR_RELEASE')).toEqual([]);
    });

    it('ASM-115, ASM-116 a conflict, a lapsed skill and an ended role stop a mark at that moment', async () => {
      const me = marker as Someone;
      const task = await takeNext(me);
      const input = { taskId: task.id, criteria: points(1, 1) };
      const row = await world.connection
        .collection('markingTasks')
        .findOne({ markerId: { $exists: true }, state: 'OPENED' });
      const response = await world.connection.collection('responses').findOne({ _id: row?.['responseId'] });
      world.at('2027-06-01T09:00:00Z');
      expect(await (await me.call()).refusalOf('markResponse', input)).toBe('ASSESSOR_NOT_IN_DATE');
      world.at('2026-11-23T11:00:00Z');
      await world.get(PostPerson).execute(world.system(), {
        ...{ personId: me.personId, unitId: world.forces.harbourshire.units['other-team'] as never },
        ...{ rankId: 'pc', roleId: 'response-officer', from: calendarDateOf('2026-11-01') },
        lineManagerId: String(response?.['personId']) as never,
      });
      expect(await (await me.call()).refusalOf('markResponse', input)).toBe('MARKER_CONFLICT');
    });

    it('ASM-116 whoever is no assessor any more marks nothing', async () => {
      const lapsed = await someone(world, ['assessor']);
      await inDate(world, lapsed);
      const call = await (moderator as Someone).call();
      await call.mutate('nameMarker', { personId: lapsed.personId, ...COMPONENT }, 'id');
      await world.settle();
      const task = await takeNext(lapsed);
      expect(task).not.toBeNull();
      const grants = await world.get(RoleGrantReader).ofPeople(world.system().force, [lapsed.personId]);
      const grantId = grants.get(lapsed.personId)?.[0]?.id as never;
      const caller = await lapsed.call();
      await world.get(RevokeRole).execute(systemContext('test', world.forces.harbourshire.id), { grantId });
      expect(await caller.codeOf('markResponse', { taskId: task.id, criteria: points(1, 1) })).toBe(
        'FORBIDDEN',
      );
    });
  });

  describe('the College’s markers', () => {
    let world: World;
    let [college, moderator, candidate]: Someone[] = [];

    beforeAll(async () => {
      world = await aMarkingWorld();
      college = await aMarker(world, 'college');
      moderator = await someone(world, ['moderator']);
      candidate = await someone(world);
      const foreign = await someone(world, [], 'glan-arian');
      await handedIn(world, [candidate]);
      await handedIn(world, [foreign], 'glan-arian');
    }, 60_000);
    afterAll(() => world.end());

    it('ASM-118 read another force’s response by a code and by allocation alone', async () => {
      const me = college as Someone;
      expect(await takeNext(me)).toBeNull();
      const terms = { ...TERMS, doubleMarking: 'NONE', panel: 'COLLEGE' };
      const { id: roundId } = await (await (moderator as Someone).call()).mutate('openRound', terms, 'id');
      await world.settle();
      const task = await takeNext(me);
      expect(task.text).toBe(ANSWER);
      const shown = JSON.stringify(task);
      for (const secret of [
        (candidate as Someone).personId,
        world.forces.harbourshire.id,
        'Harbourshire',
        'Marlowe',
      ])
        expect(shown).not.toContain(secret);
      const desk = await (await me.call()).query('query { myMarkingDesk { toMark marked } }');
      expect(desk).toEqual({ toMark: 1, marked: 0 });
      const mark = { taskId: task.id, criteria: points(4, 5) };
      expect(await (await me.call()).mutate('markResponse', mark, 'state')).toMatchObject({
        state: 'MARKED',
      });
      const [ready] = await inState(moderator as Someone, String(roundId), 'READY_FOR_RELEASE');
      expect(ready.finals).toEqual([{ awarded: 9, by: 'single', comment: null }]);
    });

    it('ASM-113 who ends gives what was not marked to others', async () => {
      const me = college as Someone;
      const lead = await someone(world, ['moderator'], 'college');
      const late = await someone(world);
      await handedIn(world, [late]);
      const task = await takeNext(me);
      expect(task).not.toBeNull();
      await (await lead.call()).mutate('endMarker', { personId: me.personId, ...COMPONENT }, 'id');
      const input = { taskId: task.id, criteria: points(1, 1) };
      expect(await (await me.call()).refusalOf('markResponse', input)).toBe('TASK_ENDED');
      await world.settle();
      expect(await takeNext(me)).toBeNull();
      const next = await aMarker(world, 'college');
      await world.settle();
      expect((await takeNext(next)).candidateCode).toBe(task.candidateCode);
    });
  });
});
