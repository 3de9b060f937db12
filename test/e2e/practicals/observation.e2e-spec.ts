import { CollectOutcome } from '@app/certification';
import { PostPerson } from '@app/identity';
import { calendarDateOf } from '@app/platform/clock/calendar.js';
import { type EvidenceId, WithdrawEvidence } from '@app/standing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BEGINNING, type World } from '../../support/a-world.js';
import { noSuchId } from '../assessment/assessment-world.js';
import { inDate, type Someone, someone } from '../assessment/marking-world.js';
import {
  aCandidate,
  anAssessor,
  anObservationWorld,
  aSheet,
  MINE,
  OBSERVATION,
  PLAYED,
  REASON,
  recordInput,
  TEN,
  WATCHED,
} from './observation-world.js';

const FIFTEEN = '2026-11-23T15:00:00.000Z';

describe('observations over the API', () => {
  let world: World;
  let watchedId: string;
  let playedId: string;
  let [assessor, lead, secondLead, officer]: Someone[] = [];

  const call = async (one: Someone | undefined) => (one as Someone).call();
  const mutate = async (by: Someone | undefined, name: string, input: object, fields = OBSERVATION) =>
    (await call(by)).mutate(name, input as Record<string, unknown>, fields);
  const refusal = async (by: Someone | undefined, name: string, input: object) =>
    (await call(by)).refusalOf(name, input as Record<string, unknown>);
  const code = async (by: Someone | undefined, name: string, input: object) =>
    (await call(by)).codeOf(name, input as Record<string, unknown>);
  const record = (by: Someone | undefined, candidate: Someone, more: object = {}) =>
    mutate(by, 'recordObservation', recordInput(watchedId, candidate, more as never));
  const sign = (by: Someone | undefined, { id, sheet }: any, more: object = {}) =>
    mutate(by, 'signObservation', { observationId: id, digest: sheet.digest, wasPresent: true, ...more });
  const answer = ({ id, sheet }: any) => ({ observationId: id, digest: sheet.digest });
  const mine = async (candidate: Someone, id: string) =>
    (await call(candidate)).query(`query Q($id: ID!) { myObservation(id: $id) { ${MINE} } }`, { id });
  const seen = async (by: Someone | undefined, id: string) =>
    (await call(by)).send(`query Q($id: ID!) { observation(id: $id) { __typename ${OBSERVATION} } }`, { id });
  const told = async (id: string) =>
    (
      await world.connection
        .collection('journal')
        .find({ type: 'practicals.component.assessed.v1', 'data.sourceId': id })
        .toArray()
    ).map(({ data }) => data);

  beforeAll(async () => {
    ({ world, watchedId, playedId } = await anObservationWorld());
    assessor = await anAssessor(world);
    lead = await someone(world, ['training-lead']);
    secondLead = await someone(world, ['training-lead']);
    officer = await someone(world);
  }, 60_000);
  beforeEach(() => world.at(TEN));
  afterAll(() => world.end());

  it('PRA-05, PRA-13 are planned, done without connection, sent twice, signed by both and count once', async () => {
    const candidate = await aCandidate(world);
    const { personId } = candidate;
    world.at(BEGINNING);
    const plan = { personId, ...WATCHED, assessorId: assessor?.personId, startsAt: FIFTEEN };
    const planned = await mutate(lead, 'planObservation', plan);
    expect(planned).toMatchObject({
      ...{ state: 'PLANNED', number: 1, briefId: watchedId, sheet: null, outcome: null },
      plan: { plannedBy: { id: lead?.personId }, assessor: { id: assessor?.personId }, startsAt: FIFTEEN },
      notes: { en: 'Look at the hands.' },
    });
    expect(await mutate(lead, 'planObservation', plan)).toEqual(planned);
    expect(await mine(candidate, planned.id)).toMatchObject({
      state: 'PLANNED',
      plan: { startsAt: FIFTEEN },
    });

    const sheet = aSheet(['photo'], { note: 'Calm throughout.' });
    const input = recordInput(watchedId, candidate, { observationId: planned.id, sheet });
    world.at('2026-11-23T18:00:00Z');
    const recorded = await mutate(assessor, 'recordObservation', input);
    expect(recorded).toMatchObject({
      ...{ id: planned.id, state: 'RECORDED', outcome: null },
      sheet: { sentAt: TEN, receivedAt: '2026-11-23T18:00:00.000Z', marks: ['CLOCK_OFF'] },
    });
    expect(recorded.sheet.ticks.map((tick: any) => tick.seen)).toEqual([true, true, false, true]);
    world.at('2026-11-23T19:00:00Z');
    const resent = { ...input, sheet: { ...sheet, sentAt: '2026-11-23T18:59:00Z' } };
    expect(await mutate(assessor, 'recordObservation', resent)).toEqual(recorded);
    expect((await mine(candidate, planned.id)).sheet).toBeNull();

    const signature = await sign(assessor, recorded);
    expect(signature).toMatchObject({
      ...{ state: 'SIGNED', inDateUntil: '2027-01-01', releasedAt: null },
      assessorSignature: { by: { id: assessor?.personId }, digest: recorded.sheet.digest },
      outcome: { percent: 75, passed: true, criticalMissed: [], on: '2026-11-23', lastValidDay: null },
    });
    const shown = await mine(candidate, planned.id);
    expect(shown).toMatchObject({
      ...{ state: 'SIGNED', sheet: { digest: recorded.sheet.digest, note: 'Calm throughout.' } },
      assessorSignature: { by: { name: expect.stringContaining('Marlowe') } },
    });
    expect(JSON.stringify(shown)).not.toContain('Look at the hands');
    expect(await told(planned.id)).toEqual([]);

    const released = await mutate(candidate, 'acknowledgeObservation', answer(recorded), MINE);
    expect(released).toMatchObject({ state: 'RELEASED', releasedAt: '2026-11-23T19:00:00.000Z' });
    expect(await mutate(candidate, 'acknowledgeObservation', answer(recorded), MINE)).toEqual(released);
    expect(await told(planned.id)).toEqual([
      expect.objectContaining({ personId, ...WATCHED, on: '2026-11-23', percent: 75, passed: true }),
    ]);
    expect(await refusal(candidate, 'disputeObservation', { ...answer(recorded), reason: REASON })).toBe(
      'OBSERVATION_STATE',
    );
  });

  it('PRA-05 begun on the spot: two at once are one, and another sheet under the id changes nothing', async () => {
    const candidate = await aCandidate(world);
    const input = recordInput(watchedId, candidate);
    const both = await Promise.all([
      mutate(assessor, 'recordObservation', input),
      mutate(assessor, 'recordObservation', input),
    ]);
    expect(both[0]).toEqual(both[1]);
    const id = String(input['observationId']);
    expect(both[0].id).toBe(id);
    const other = { ...input, sheet: aSheet(['bag']) };
    expect(await refusal(assessor, 'recordObservation', other)).toBe('OBSERVATION_OTHER_SHEET');
    expect(await refusal(lead, 'recordObservation', input)).toBe('OBSERVATION_OTHER_SHEET');
    expect((await seen(assessor, id)).data?.['observation']).toEqual(both[0]);
  });

  it('PRA-09 one critical criterion missed fails the whole', async () => {
    const candidate = await aCandidate(world);
    const failed = await sign(assessor, await record(assessor, candidate, { sheet: aSheet(['gloves']) }));
    expect(failed.outcome).toMatchObject({ percent: 75, passed: false, criticalMissed: ['gloves'] });
    await mutate(candidate, 'acknowledgeObservation', answer(failed), MINE);
    expect(await told(failed.id)).toMatchObject([{ percent: 75, passed: false }]);
    const again = await record(assessor, candidate);
    expect(await refusal(assessor, 'signObservation', { ...answer(again), wasPresent: true })).toBe(
      'OBSERVATION_COOLING_DOWN',
    );
    world.at('2026-11-25T10:00:00Z');
    const later = (day: number) =>
      aSheet(['gloves'], {
        ...{ startedAt: `2026-11-${day}T09:30:00Z`, finishedAt: `2026-11-${day}T09:50:00Z` },
        sentAt: `2026-11-${day}T10:00:00Z`,
        ticks: (aSheet(['gloves'])['ticks'] as any[]).map((tick) => ({
          ...tick,
          seenAt: `2026-11-${day}T09:40:00Z`,
        })),
      });
    const second = await sign(assessor, await record(assessor, candidate, { sheet: later(25) }));
    expect(second.number).toBe(3);
    await mutate(candidate, 'acknowledgeObservation', answer(second), MINE);
    world.at('2026-11-28T10:00:00Z');
    const third = await record(assessor, candidate, { sheet: later(28) });
    expect(await refusal(assessor, 'signObservation', { ...answer(third), wasPresent: true })).toBe(
      'OBSERVATION_ATTEMPTS_USED',
    );
  });

  it('PRA-10 a person with no standing signs nothing, and nothing is lost: another who was there signs', async () => {
    const candidate = await aCandidate(world);
    const unskilled = await someone(world, ['assessor']);
    const recorded = await record(unskilled, candidate);
    const signed = { ...answer(recorded), wasPresent: true };
    expect(await mutate(unskilled, 'signObservation', signed)).toMatchObject({
      ...{ __typename: 'Refused', code: 'OBSERVATION_NOT_IN_DATE', rule: 'PRA-10' },
      message:
        'Whoever observes is in date in OLH-01 at level 2 on that day. The sheet, if there is one, is kept: another assessor who was there can sign it, or observe afresh.',
    });
    expect(await refusal(lead, 'signObservation', signed)).toBe('OBSERVATION_NO_ROLE');
    expect(await refusal(assessor, 'signObservation', { ...signed, wasPresent: false })).toBe(
      'OBSERVATION_NOT_PRESENT',
    );
    expect(await refusal(assessor, 'signObservation', { ...signed, digest: 'x' })).toBe(
      'OBSERVATION_SHEET_CHANGED',
    );
    expect((await seen(assessor, recorded.id)).data?.['observation']).toEqual(recorded);
    expect(await sign(assessor, recorded)).toMatchObject({
      ...{ state: 'SIGNED', sheet: { recordedBy: { id: unskilled.personId } } },
      assessorSignature: { by: { id: assessor?.personId } },
    });
  });

  it('PRA-10 nobody observes in their own line', async () => {
    const candidate = await aCandidate(world);
    await world.get(PostPerson).execute(world.system(), {
      ...{ personId: candidate.personId, unitId: world.forces.harbourshire.units['other-team'] as never },
      ...{ rankId: 'pc', roleId: 'response-officer', from: calendarDateOf('2026-11-01') },
      lineManagerId: (assessor as Someone).personId,
    });
    const plan = { personId: candidate.personId, ...WATCHED, startsAt: FIFTEEN };
    expect(await refusal(assessor, 'planObservation', plan)).toBe('OBSERVATION_CONFLICT');
    const recorded = await record(assessor, candidate);
    expect(await refusal(assessor, 'signObservation', { ...answer(recorded), wasPresent: true })).toBe(
      'OBSERVATION_CONFLICT',
    );
  });

  it('PRA-08 in a role-play somebody plays the other part, and the candidate sees only their own', async () => {
    const candidate = await aCandidate(world);
    const player = officer as Someone;
    const input = (players: object[]) =>
      recordInput(playedId, candidate, { ...PLAYED, sheet: aSheet([], { players }) });
    for (const wrong of [[], [{ part: 'officer' }], [{ part: 'caller', personId: candidate.personId }]])
      expect(await refusal(assessor, 'recordObservation', input(wrong))).toBe('OBSERVATION_PLAYERS');
    const stranger = [{ part: 'caller', personId: noSuchId() }];
    expect(await code(assessor, 'recordObservation', input(stranger))).toBe('NOT_FOUND');
    const malformed = [{ part: 'caller', personId: 'x' }];
    expect(await code(assessor, 'recordObservation', input(malformed))).toBe('BAD_USER_INPUT');
    const played = [{ part: 'caller', personId: player.personId }];
    const recorded = await mutate(assessor, 'recordObservation', input(played));
    expect(recorded.sheet.players).toEqual([
      { part: 'caller', person: { id: player.personId, name: expect.stringContaining('Marlowe') } },
    ]);
    expect(recorded.parts).toEqual([
      { key: 'officer', candidate: true },
      { key: 'caller', candidate: false },
    ]);
    expect((await mine(candidate, recorded.id)).parts).toEqual([
      { key: 'officer', text: { en: 'You knock at the door.' } },
    ]);
  });

  it('PRA-11, PRA-12 a corrected sheet loses its signatures, and the one before stays', async () => {
    const candidate = await aCandidate(world);
    const first = await sign(assessor, await record(assessor, candidate, { sheet: aSheet(['label']) }));
    const correction = { ...answer(first), sheet: aSheet(), reason: REASON };
    expect(await code(lead, 'correctObservation', correction)).toBe('NOT_FOUND');
    expect(await refusal(assessor, 'correctObservation', { ...correction, reason: 'Oh' })).toBe(
      'OBSERVATION_REASON_MISSING',
    );
    expect(await refusal(assessor, 'correctObservation', { ...correction, digest: 'x' })).toBe(
      'OBSERVATION_SHEET_CHANGED',
    );
    const corrected = await mutate(assessor, 'correctObservation', correction);
    expect(corrected).toMatchObject({
      ...{ state: 'RECORDED', assessorSignature: null, outcome: null },
      earlierSheets: [
        {
          ...{ reason: REASON, sheet: { digest: first.sheet.digest } },
          ...{ assessorSignature: { digest: first.sheet.digest }, replacedBy: { id: assessor?.personId } },
        },
      ],
    });
    expect(await mutate(assessor, 'correctObservation', correction)).toEqual(corrected);
    expect(await refusal(candidate, 'acknowledgeObservation', answer(corrected))).toBe('OBSERVATION_STATE');
    await sign(assessor, corrected);
    expect(await refusal(candidate, 'acknowledgeObservation', answer(first))).toBe(
      'OBSERVATION_SHEET_CHANGED',
    );
    expect(await mutate(candidate, 'acknowledgeObservation', answer(corrected), MINE)).toMatchObject({
      outcome: { percent: 100, passed: true },
    });
  });

  it('PRA-14 a dispute goes to a lead who had no part in it, and nothing counts until then', async () => {
    const candidate = await aCandidate(world);
    const first = await sign(assessor, await record(lead, candidate, { sheet: aSheet(['gloves']) }));
    const dispute = { ...answer(first), reason: REASON };
    expect(await refusal(candidate, 'disputeObservation', { ...dispute, reason: 'No' })).toBe(
      'OBSERVATION_REASON_MISSING',
    );
    const disputed = await mutate(candidate, 'disputeObservation', dispute, MINE);
    expect(disputed).toMatchObject({ state: 'DISPUTED', dispute: { reason: REASON, confirmed: null } });
    expect(await mutate(candidate, 'disputeObservation', dispute, MINE)).toEqual(disputed);
    expect(await refusal(candidate, 'acknowledgeObservation', answer(first))).toBe('OBSERVATION_STATE');
    const waiting = await (await call(secondLead)).query(
      'query { observations(state: DISPUTED) { edges { node { id dispute { reason } } } } }',
    );
    expect(waiting.edges).toContainEqual({ node: { id: first.id, dispute: { reason: REASON } } });
    const decision = { observationId: first.id, confirm: false, reason: 'The gloves were on.' };
    expect(await refusal(lead, 'decideObservationDispute', decision)).toBe('OBSERVATION_DISPUTE_INVOLVED');
    expect(await code(assessor, 'decideObservationDispute', decision)).toBe('FORBIDDEN');
    expect(await refusal(secondLead, 'decideObservationDispute', { ...decision, reason: ' ' })).toBe(
      'OBSERVATION_REASON_MISSING',
    );
    const aside = await mutate(secondLead, 'decideObservationDispute', decision);
    expect(aside).toMatchObject({ state: 'SET_ASIDE', dispute: { confirmed: false } });
    expect(await mutate(secondLead, 'decideObservationDispute', decision)).toEqual(aside);
    expect(await refusal(secondLead, 'decideObservationDispute', { ...decision, confirm: true })).toBe(
      'OBSERVATION_STATE',
    );
    expect(await told(first.id)).toEqual([]);

    const fresh = await sign(
      assessor,
      await record(assessor, candidate, { sheet: aSheet(['label', 'bag']) }),
    );
    await mutate(candidate, 'disputeObservation', { ...answer(fresh), reason: REASON }, MINE);
    const confirmed = { observationId: fresh.id, confirm: true, reason: 'Neither label nor bag.' };
    expect(await mutate(secondLead, 'decideObservationDispute', confirmed)).toMatchObject({
      ...{ state: 'RELEASED', candidateSignature: null },
    });
    expect(await told(fresh.id)).toMatchObject([{ percent: 50, passed: false }]);
    expect((await mine(candidate, fresh.id)).dispute.decisionReason).toBe('Neither label nor bag.');
  });

  it('PRA-19 silence holds nothing up for ever', async () => {
    const candidate = await aCandidate(world);
    const signed = await sign(assessor, await record(assessor, candidate));
    const input = { observationId: signed.id, reason: 'Asked three times.' };
    expect(await refusal(secondLead, 'concludeObservation', input)).toBe('OBSERVATION_TIME_TO_ANSWER');
    expect(await code(assessor, 'concludeObservation', input)).toBe('FORBIDDEN');
    world.at('2026-12-07T10:00:00Z');
    const concluded = await mutate(secondLead, 'concludeObservation', input, 'state conclusionReason');
    expect(concluded).toMatchObject({ state: 'RELEASED', conclusionReason: input.reason });
    expect(await mutate(secondLead, 'concludeObservation', input, 'state conclusionReason')).toEqual(
      concluded,
    );
    expect(await told(signed.id)).toMatchObject([{ on: '2026-11-23', passed: true }]);
  });

  it('PRA-15 two people void it, and what rested on it falls', async () => {
    const candidate = await aCandidate(world);
    const passed = await sign(assessor, await record(assessor, candidate));
    await mutate(candidate, 'acknowledgeObservation', answer(passed), MINE);
    const { id: observationId } = passed;
    const [outcome] = await told(observationId);
    const { personId, courseCode, versionId, componentKey, sourceId } = outcome;
    await world.get(CollectOutcome).execute(world.system(), {
      ...{ personId, courseCode, versionId, componentKey, sourceId },
      ...{ on: calendarDateOf('2026-11-23'), percent: null, passed: true },
    });
    const counted = async () =>
      world.connection
        .collection('certificationCycles')
        .countDocuments({ outcomes: { $elemMatch: { sourceId: observationId, counts: true } } });
    expect(await counted()).toBe(1);
    const proposal = { observationId, reason: 'The wrong person was seen.' };
    const decision = { observationId, confirm: true };
    expect(await refusal(lead, 'decideObservationVoid', decision)).toBe('OBSERVATION_VOID_NOT_PROPOSED');
    const stranger = await anAssessor(world);
    expect(await code(stranger, 'proposeObservationVoid', proposal)).toBe('NOT_FOUND');
    expect(await refusal(lead, 'proposeObservationVoid', { ...proposal, reason: '' })).toBe(
      'OBSERVATION_REASON_MISSING',
    );
    const proposed = await mutate(lead, 'proposeObservationVoid', proposal);
    expect(proposed).toMatchObject({ state: 'RELEASED', voiding: { state: 'PROPOSED' } });
    expect(await mutate(lead, 'proposeObservationVoid', proposal)).toEqual(proposed);
    expect(await refusal(secondLead, 'proposeObservationVoid', proposal)).toBe('OBSERVATION_VOID_PROPOSED');
    expect(await refusal(lead, 'decideObservationVoid', decision)).toBe('OBSERVATION_VOID_OWN');
    expect((await mine(candidate, observationId)).voidReason).toBeNull();
    const voided = await mutate(secondLead, 'decideObservationVoid', decision);
    expect(voided).toMatchObject({ state: 'VOIDED', voiding: { state: 'CONFIRMED' } });
    expect(await mutate(secondLead, 'decideObservationVoid', decision)).toEqual(voided);
    expect(await refusal(lead, 'proposeObservationVoid', proposal)).toBe('OBSERVATION_STATE');
    expect((await mine(candidate, observationId)).voidReason).toBe(proposal.reason);
    await world.settle();
    expect(await counted()).toBe(0);
  });

  it('PRA-18 standing lost later flags it', async () => {
    const candidate = await aCandidate(world);
    const losing = await someone(world, ['assessor']);
    const evidenceId = (await inDate(world, losing)) as EvidenceId;
    const signed = await sign(losing, await record(losing, candidate));
    expect(signed.isFlagged).toBe(false);
    await world.get(WithdrawEvidence).execute(world.system(), { evidenceId, reason: 'Given in error' });
    await world.settle();
    const { data } = await seen(losing, signed.id);
    expect(data?.['observation']).toMatchObject({ isFlagged: true, state: 'SIGNED' });
  });

  it('PRA-02, PRA-03, PRA-04 planObservation refuses by code', async () => {
    const candidate = await aCandidate(world);
    const plan = (more: object = {}) => ({
      personId: candidate.personId,
      ...WATCHED,
      startsAt: FIFTEEN,
      ...more,
    });
    const stranger = { personId: officer?.personId };
    expect(await refusal(assessor, 'planObservation', plan(stranger))).toBe('OBSERVATION_NOT_ENROLLED');
    expect(await refusal(assessor, 'planObservation', plan({ startsAt: TEN }))).toBe('OBSERVATION_PLAN_PAST');
    expect(await refusal(lead, 'planObservation', plan())).toBe('OBSERVATION_NO_ROLE');
    const nextYear = { startsAt: '2027-01-02T10:00:00Z' };
    expect(await refusal(assessor, 'planObservation', plan(nextYear))).toBe('OBSERVATION_NOT_IN_DATE');
    expect(await code(assessor, 'planObservation', plan({ componentKey: 'paper' }))).toBe('NOT_FOUND');
    expect(await code(assessor, 'planObservation', plan({ assessorId: noSuchId() }))).toBe('NOT_FOUND');
    expect(await code(assessor, 'planObservation', plan({ startsAt: 'soon' }))).toBe('BAD_USER_INPUT');
    world.at(BEGINNING);
    const planned = await mutate(assessor, 'planObservation', plan());
    world.at(TEN);
    const later = plan({ startsAt: '2026-11-23T16:00:00Z' });
    expect(await refusal(assessor, 'planObservation', later)).toBe('OBSERVATION_OPEN');
    const cancel = { observationId: planned.id };
    expect(await code(await anAssessor(world), 'cancelObservation', cancel)).toBe('NOT_FOUND');
    const cancelled = await mutate(lead, 'cancelObservation', cancel);
    expect(cancelled.state).toBe('CANCELLED');
    expect(await mutate(assessor, 'cancelObservation', cancel)).toEqual(cancelled);
    const taken = await record(assessor, candidate, { observationId: planned.id });
    expect(taken).toMatchObject({ id: planned.id, state: 'RECORDED' });
    expect(await refusal(assessor, 'cancelObservation', cancel)).toBe('OBSERVATION_STATE');
    await mutate(candidate, 'acknowledgeObservation', answer(await sign(assessor, taken)), MINE);
    expect(await refusal(assessor, 'planObservation', plan())).toBe('OBSERVATION_ALREADY_PASSED');
  });

  it('PRA-02, PRA-06, PRA-07 recordObservation refuses by code, and changes nothing', async () => {
    const candidate = await aCandidate(world);
    const refused = (more: object) =>
      refusal(assessor, 'recordObservation', recordInput(watchedId, candidate, more as never));
    const ticks = aSheet()['ticks'] as { tickId: string; criterion: string }[];
    const withTicks = (list: object[]) => ({ sheet: aSheet([], { ticks: list }) });
    world.at(BEGINNING);
    const self = await anAssessor(world);
    await (await self.call()).mutate('enrol', { courseCode: WATCHED.courseCode }, 'id');
    world.at(TEN);
    const before = await world.connection.collection('journal').countDocuments();
    expect(await refused({ briefId: playedId })).toBe('OBSERVATION_BRIEF_OTHER');
    expect(await refused({ personId: officer?.personId })).toBe('OBSERVATION_NOT_ENROLLED');
    expect(await refused(withTicks(ticks.slice(1)))).toBe('OBSERVATION_CRITERION_MISSING');
    const unknown = { ...ticks[0], tickId: 'another-id', criterion: 'poem' };
    expect(await refused(withTicks([...ticks, unknown]))).toBe('OBSERVATION_CRITERION_UNKNOWN');
    expect(await refused(withTicks([...ticks, { ...ticks[0], tickId: 'another-id' }]))).toBe(
      'OBSERVATION_CRITERION_TWICE',
    );
    expect(await refused({ sheet: aSheet([], { sentAt: '2026-11-23T09:49:00Z' }) })).toBe(
      'OBSERVATION_TIMES',
    );
    const future = { finishedAt: '2026-11-23T10:05:01Z', sentAt: '2026-11-23T10:06:00Z' };
    expect(await refused({ sheet: aSheet([], future) })).toBe('OBSERVATION_TIME_FUTURE');
    expect(await refused({ sheet: aSheet([], { startedAt: '2026-11-23T08:54:59Z' }) })).toBe(
      'OBSERVATION_TIME_EARLY',
    );
    expect(await refusal(self, 'recordObservation', recordInput(watchedId, self))).toBe(
      'OBSERVATION_CONFLICT',
    );
    const malformed = (more: object) =>
      code(assessor, 'recordObservation', recordInput(watchedId, candidate, more as never));
    expect(await malformed(withTicks([...ticks, { ...ticks[0] }]))).toBe('BAD_USER_INPUT');
    expect(await malformed(withTicks([{ ...ticks[0], seen: null }]))).toBe('BAD_USER_INPUT');
    expect(await malformed(withTicks([{ ...ticks[0], notApplicable: true }]))).toBe('BAD_USER_INPUT');
    expect(await malformed({ sheet: aSheet([], { note: 'x'.repeat(2001) }) })).toBe('BAD_USER_INPUT');
    expect(await malformed({ observationId: 'x' })).toBe('BAD_USER_INPUT');
    expect(await malformed({ briefId: noSuchId() })).toBe('NOT_FOUND');
    expect(await malformed({ personId: noSuchId() })).toBe('NOT_FOUND');
    expect(await world.connection.collection('journal').countDocuments()).toBe(before);
  });

  it('PRA-16 are nobody’s in another force, and of no use without the permission', async () => {
    const candidate = await aCandidate(world);
    const { id: observationId, sheet } = await record(assessor, candidate);
    const theirs = await anAssessor(world, 'glan-arian');
    const theirLead = await someone(world, ['training-lead'], 'glan-arian');
    const { digest } = sheet;
    const inputs: [string, Record<string, unknown>][] = [
      ['cancelObservation', { observationId }],
      ['correctObservation', { observationId, digest, sheet: aSheet(), reason: REASON }],
      ['signObservation', { observationId, digest, wasPresent: true }],
      ['decideObservationDispute', { observationId, confirm: true, reason: REASON }],
      ['concludeObservation', { observationId, reason: REASON }],
      ['proposeObservationVoid', { observationId, reason: REASON }],
      ['decideObservationVoid', { observationId, confirm: true }],
    ];
    for (const [name, input] of inputs) {
      expect(await code(theirLead, name, input)).toBe('NOT_FOUND');
      expect(await code(lead, name, { ...input, observationId: noSuchId() })).toBe('NOT_FOUND');
      expect(await code(lead, name, { ...input, observationId: 'x' })).toBe('BAD_USER_INPUT');
      expect(await code(officer, name, input)).toBe('FORBIDDEN');
    }
    for (const by of [theirs, officer, assessor])
      expect(await code(by, 'acknowledgeObservation', { observationId, digest })).toBe('NOT_FOUND');
    expect(await code(officer, 'disputeObservation', { observationId, digest, reason: REASON })).toBe(
      'NOT_FOUND',
    );
    const repeat = recordInput(watchedId, candidate, { observationId });
    expect(await code(theirs, 'recordObservation', repeat)).toBe('NOT_FOUND');
    expect(await code(officer, 'recordObservation', repeat)).toBe('FORBIDDEN');
    const plan = { personId: candidate.personId, ...WATCHED, startsAt: FIFTEEN };
    expect(await code(theirs, 'planObservation', plan)).toBe('NOT_FOUND');
    expect(await code(officer, 'planObservation', plan)).toBe('FORBIDDEN');
    const newest = await record(assessor, await aCandidate(world));
    const ours = await aCandidate(world, 'glan-arian');
    const same = recordInput(watchedId, ours, { observationId });
    expect(await mutate(theirs, 'recordObservation', same)).toMatchObject({ id: observationId, number: 1 });
    for (const by of [officer, candidate])
      expect((await seen(by, observationId)).errors[0]?.extensions['code']).toBe('FORBIDDEN');
    expect((await seen(theirLead, newest.id)).errors[0]?.extensions['code']).toBe('NOT_FOUND');
    expect((await seen(theirs, observationId)).data?.['observation'].candidate.id).toBe(ours.personId);
    const desk = await (await call(theirs)).query(
      'query { observationDesk(first: 5) { totalCount edges { node { candidate { id } } } } }',
    );
    expect(desk).toEqual({ totalCount: 1, edges: [{ node: { candidate: { id: ours.personId } } }] });
    const own = await (await call(candidate)).query(
      'query { myObservations { totalCount edges { node { id } } } }',
    );
    expect(own).toEqual({ totalCount: 1, edges: [{ node: { id: observationId } }] });
    const list = await (await call(assessor)).send('query { observations(state: RECORDED) { totalCount } }');
    expect(list.errors[0]?.extensions['code']).toBe('FORBIDDEN');
    const cursor = await (await call(lead)).send(
      `query { observations(state: RECORDED, after: "${Buffer.from('x').toString('base64url')}") { totalCount } }`,
    );
    expect(cursor.errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });

  it('say no in Welsh too', async () => {
    const candidate = await aCandidate(world);
    const reply = await (await call(assessor)).send(
      'mutation M($input: PlanObservationInput!) { planObservation(input: $input) { ... on Refused { message } } }',
      { input: { personId: candidate.personId, ...WATCHED, startsAt: TEN } },
      { 'accept-language': 'cy' },
    );
    expect(reply.data?.['planObservation'].message).toContain('Cynllunnir');
  });
});
