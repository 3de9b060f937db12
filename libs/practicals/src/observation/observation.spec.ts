import { GrantAdjustment, NO_FIELDS } from '@app/assessment';
import { GrantRole, RevokeRole, RoleGrantReader } from '@app/identity';
import { calendarDateOf } from '@app/platform/clock/calendar.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { englishOnly } from '@app/platform/context/words.js';
import { newId, objectId } from '@app/platform/ids/ids.js';
import { Enrol } from '@app/progress';
import { type EvidenceId, RecordEvidence } from '@app/standing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { COURSE, Ground } from '../../../assessment/src/testing/ground.js';
import { someoneUnder } from '../../../assessment/src/testing/marking-ground.js';
import type { Brief, BriefContent } from '../brief/brief.js';
import { PublishBrief } from '../brief/publish-brief.js';
import { PracticalsModule } from '../practicals.module.js';
import { AcknowledgeObservation } from './acknowledge-observation.js';
import { CancelObservation } from './cancel-observation.js';
import type { SheetInput } from './check-sheet.js';
import { ConcludeObservation } from './conclude-observation.js';
import { CorrectObservation } from './correct-observation.js';
import { DecideObservationDispute } from './decide-observation-dispute.js';
import { DisputeObservation } from './dispute-observation.js';
import { FlagObservations } from './flag-observations.js';
import type { Observation, ObservationId } from './observation.js';
import { ObservationReader } from './observation.reader.js';
import { PlanObservation } from './plan-observation.js';
import { RecordObservation } from './record-observation.js';
import { digestOf as digestOfSheet, type Sheet } from './sheet.js';
import { SignObservation } from './sign-observation.js';
import { DecideObservationVoid, ProposeObservationVoid } from './void-observation.js';

const WATCHED = { courseCode: COURSE, componentKey: 'watched' } as const;
const NOT_FOUND = { code: 'NOT_FOUND' };
const CRITERIA = ['gloves', 'label', 'photo', 'bag'];
const content: BriefContent = {
  ...{ ...WATCHED, form: 'observation', title: englishOnly('Seize a phone') },
  ...{ instructions: englishOnly('Do it.'), notes: englishOnly('Look at the hands.'), tasks: [], parts: [] },
  criteria: CRITERIA.map((key) => ({ key, text: englishOnly(key), critical: key === 'gloves' })),
  ...{ sharedPercent: null, passPercent: 75, maxAttempts: 2, coolDownHours: 24, validityMonths: null },
  ...{ skillId: 'OLH-01', level: 2 },
};
const at = (time: string) => new Date(`2026-11-23T${time}:00Z`);
const idOf = (ctx: RequestContext) => (ctx.actor.kind === 'person' ? ctx.actor.personId : ('' as PersonId));
const digestOf = ({ sheet }: Observation) => sheet?.digest ?? '';
const REASON = 'The label was there all the time.';

/** A sheet of half past nine; what was not seen is named. */
function sheet(missed: string[] = [], more: Partial<SheetInput> = {}): SheetInput {
  return {
    ...{ startedAt: at('09:30'), finishedAt: at('09:50'), sentAt: at('10:00'), players: [] },
    ticks: CRITERIA.map((criterion) => ({
      ...{ tickId: `tick-${criterion}`, criterion, seen: !missed.includes(criterion), seenAt: at('09:40') },
    })),
    ...more,
  };
}

describe('observations', () => {
  let ground: Ground;
  let brief: Brief;
  let assessor: RequestContext;
  let lead: RequestContext;
  let evidenceId: EvidenceId;

  const get = <T>(type: new (...args: never[]) => T) => ground.world.get(type);
  const anAssessor = async (bundles = ['officer', 'assessor'], skilled = true) => {
    const personId = await ground.person();
    if (bundles.includes('assessor'))
      await get(GrantRole).execute(ground.system, { personId, bundle: 'assessor' });
    if (skilled) {
      const evidence = await get(RecordEvidence).execute(ground.system, {
        ...{ personId, skillId: 'OLH-01', level: 2, kind: 'award', title: englishOnly('Course') },
        ...{ from: calendarDateOf('2026-01-01'), lastValidDay: null, sourceId: `course ${personId}` },
      });
      evidenceId = evidence.id;
    }
    return ground.world.as(personId, ground.forceId, bundles);
  };
  const record = (by: RequestContext, candidate: RequestContext, more: object = {}) =>
    get(RecordObservation).execute(by, {
      ...{ observationId: newId<ObservationId>(), personId: idOf(candidate), ...WATCHED },
      ...{ briefId: brief.id, sheet: sheet(), ...more },
    });
  const sign = (by: RequestContext, observation: Observation, more: object = {}) =>
    get(SignObservation).execute(by, {
      ...{ observationId: observation.id, digest: digestOf(observation), wasPresent: true, ...more },
    });
  const acknowledge = (by: RequestContext, observation: Observation, digest = digestOf(observation)) =>
    get(AcknowledgeObservation).execute(by, { observationId: observation.id, digest });
  const dispute = (by: RequestContext, observation: Observation, reason = REASON) =>
    get(DisputeObservation).execute(by, {
      ...{ observationId: observation.id, digest: digestOf(observation), reason },
    });
  const decide = (by: RequestContext, { id: observationId }: Observation, confirm: boolean) =>
    get(DecideObservationDispute).execute(by, { observationId, confirm, reason: 'I asked all three.' });
  const plan = (by: RequestContext, candidate: RequestContext, more: object = {}) =>
    get(PlanObservation).execute(by, {
      ...{ personId: idOf(candidate), ...WATCHED, assessorId: null, startsAt: at('15:00'), ...more },
    });
  const told = async (type: string, id: string) =>
    (await ground.events(type)).filter((data) => data['observationId'] === id || data['sourceId'] === id);

  beforeAll(async () => {
    ground = await Ground.of({ imports: [PracticalsModule] });
    ground.world.clock.set('2026-11-23T08:00:00Z');
    brief = await get(PublishBrief).execute(ground.system, { ...content, read: null });
    assessor = await anAssessor();
    lead = await anAssessor(['officer', 'training-lead'], false);
  });
  beforeEach(() => ground.world.clock.set('2026-11-23T08:00:00Z'));
  afterAll(() => ground.world.close());

  /** Somebody enrolled at eight; then it is ten. */
  const atTen = async () => {
    const candidate = await ground.officer();
    ground.world.clock.set('2026-11-23T10:00:00Z');
    return candidate;
  };

  it('PRA-05, PRA-13 are recorded on the spot, signed by both and counted once', async () => {
    const candidate = await atTen();
    const observationId = newId<ObservationId>();
    const recorded = await record(assessor, candidate, { observationId, sheet: sheet(['photo']) });
    expect(recorded).toMatchObject({ id: observationId, state: 'RECORDED', number: 1, outcome: null });
    expect(recorded.sheet).toMatchObject({ receivedAt: at('10:00'), sentAt: at('10:00'), marks: [] });
    const signature = await sign(assessor, recorded);
    expect(signature).toMatchObject({
      state: 'SIGNED',
      assessorSignature: { personId: idOf(assessor), digest: digestOf(recorded), at: at('10:00') },
      outcome: { percent: 75, passed: true, criticalMissed: [], on: '2026-11-23' },
    });
    expect(signature.assessorSignature?.standing).toMatchObject({
      isInDate: true,
      held: 2,
      on: '2026-11-23',
    });
    expect(await sign(assessor, recorded)).toEqual(signature);
    expect(await told('practicals.component.assessed.v1', observationId)).toEqual([]);
    const released = await acknowledge(candidate, signature);
    expect(released).toMatchObject({ state: 'RELEASED', releasedAt: at('10:00') });
    expect(await acknowledge(candidate, signature)).toEqual(released);
    expect(await told('practicals.component.assessed.v1', observationId)).toEqual([
      {
        ...{ personId: idOf(candidate), ...WATCHED, versionId: ground.version.id, sourceId: observationId },
        ...{ on: '2026-11-23', percent: 75, passed: true },
      },
    ]);
    expect(await told('practicals.observation.acknowledged.v1', observationId)).toHaveLength(1);
    await expect(plan(assessor, candidate)).rejects.toThrow('OBSERVATION_ALREADY_PASSED');
  });

  it('PRA-09 fail as a whole by one critical criterion, whatever else was seen', async () => {
    const candidate = await atTen();
    const failed = await sign(assessor, await record(assessor, candidate, { sheet: sheet(['gloves']) }));
    expect(failed.outcome).toMatchObject({ percent: 75, passed: false, criticalMissed: ['gloves'] });
    await acknowledge(candidate, failed);
    const [outcome] = await told('practicals.component.assessed.v1', failed.id);
    expect(outcome).toMatchObject({ percent: 75, passed: false });
    await expect(plan(assessor, candidate)).rejects.toThrow('OBSERVATION_COOLING_DOWN');
  });

  it('PRA-05 are one, however often and however much at once a sheet is sent; another sheet is refused', async () => {
    const candidate = await atTen();
    const observationId = newId<ObservationId>();
    const send = (more: object = {}) => record(assessor, candidate, { observationId, ...more });
    const both = await Promise.all([send(), send()]);
    expect(both[0]).toEqual(both[1]);
    ground.world.clock.set('2026-11-23T11:00:00Z');
    expect(await send({ sheet: sheet([], { sentAt: at('11:00') }) })).toEqual(both[0]);
    await expect(send({ sheet: sheet(['label']) })).rejects.toThrow('OBSERVATION_OTHER_SHEET');
    const other = await anAssessor();
    await expect(record(other, candidate, { observationId })).rejects.toThrow('OBSERVATION_OTHER_SHEET');
    await expect(send({ personId: idOf(other) })).rejects.toThrow('OBSERVATION_OTHER_SHEET');
    await expect(send({ briefId: newId() })).rejects.toThrow('OBSERVATION_BRIEF_OTHER');
    expect(await told('practicals.observation.recorded.v1', observationId)).toHaveLength(1);
    const stored = ground.world.connection.collection('observations');
    expect(await stored.countDocuments({ key: observationId })).toBe(1);
  });

  it('PRA-02 are of those enrolled, by a brief of the component', async () => {
    ground.world.clock.set('2026-11-23T10:00:00Z');
    const stranger = ground.world.as(await ground.person(), ground.forceId);
    await expect(record(assessor, stranger)).rejects.toThrow('OBSERVATION_NOT_ENROLLED');
    await expect(plan(assessor, stranger)).rejects.toThrow('OBSERVATION_NOT_ENROLLED');
    await expect(record(assessor, stranger, { personId: newId() })).rejects.toMatchObject(NOT_FOUND);
    ground.world.clock.set('2026-11-23T08:00:00Z');
    const candidate = await atTen();
    const wrong = { componentKey: 'paper' };
    await expect(record(assessor, candidate, wrong)).rejects.toThrow('OBSERVATION_BRIEF_OTHER');
    await expect(record(assessor, candidate, { briefId: newId() })).rejects.toMatchObject(NOT_FOUND);
    await expect(plan(assessor, candidate, wrong)).rejects.toMatchObject(NOT_FOUND);
  });

  it('PRA-07 are refused before they could be and before they are, and say when they came late', async () => {
    const candidate = await ground.officer();
    ground.world.clock.set('2026-11-23T09:40:00Z');
    await expect(record(assessor, candidate)).rejects.toThrow('OBSERVATION_TIME_FUTURE');
    const early = sheet([], { startedAt: at('07:50') });
    ground.world.clock.set('2026-11-23T10:00:00Z');
    await expect(record(assessor, candidate, { sheet: early })).rejects.toThrow('OBSERVATION_TIME_EARLY');
    ground.world.clock.set('2026-11-25T10:00:00Z');
    const late = await record(assessor, candidate, { sheet: sheet([], { sentAt: at('18:00') }) });
    expect(late.sheet).toMatchObject({
      ...{ marks: ['LATE', 'CLOCK_OFF'], sentAt: at('18:00') },
      receivedAt: new Date('2026-11-25T10:00:00Z'),
    });
    expect((await sign(assessor, late)).outcome?.on).toBe('2026-11-23');
  });

  it('PRA-03, PRA-04 are planned one at a time, for a time to come, and take their sheet even when called off', async () => {
    const candidate = await ground.officer();
    const planned = await plan(lead, candidate, { assessorId: idOf(assessor) });
    expect(planned).toMatchObject({
      state: 'PLANNED',
      plan: { assessorId: idOf(assessor), startsAt: at('15:00') },
    });
    expect(await plan(lead, candidate, { assessorId: idOf(assessor) })).toEqual(planned);
    await expect(plan(assessor, candidate, { startsAt: at('16:00') })).rejects.toThrow('OBSERVATION_OPEN');
    const another = await ground.officer();
    await expect(plan(assessor, another, { startsAt: at('07:00') })).rejects.toThrow('OBSERVATION_PLAN_PAST');
    await expect(plan(assessor, another, { assessorId: newId() })).rejects.toMatchObject(NOT_FOUND);
    const cancel = (by: RequestContext) => get(CancelObservation).execute(by, { observationId: planned.id });
    await expect(cancel(await anAssessor())).rejects.toMatchObject(NOT_FOUND);
    const cancelled = await cancel(assessor);
    expect(cancelled.state).toBe('CANCELLED');
    expect(await cancel(lead)).toEqual(cancelled);
    ground.world.clock.set('2026-11-23T10:00:00Z');
    const recorded = await record(assessor, candidate, { observationId: planned.id });
    expect(recorded).toMatchObject({ id: planned.id, number: 1, state: 'RECORDED', plan: planned.plan });
    await expect(cancel(assessor)).rejects.toThrow('OBSERVATION_STATE');
  });

  it('PRA-03 are taken while another waits, and signed one after the other', async () => {
    const candidate = await atTen();
    const [first, second] = [await record(assessor, candidate), await record(assessor, candidate)];
    expect([first.number, second.number]).toEqual([1, 2]);
    const waiting = await sign(assessor, first);
    await expect(sign(assessor, second)).rejects.toThrow('OBSERVATION_OPEN');
    await acknowledge(candidate, waiting);
    await expect(sign(assessor, second)).rejects.toThrow('OBSERVATION_ALREADY_PASSED');
  });

  it('PRA-03, PRA-04 two plans at once are one, and of two sheets signed at once one waits', async () => {
    const planned = await ground.officer();
    const plans = await Promise.all([
      plan(assessor, planned),
      plan(assessor, planned),
      plan(assessor, planned),
    ]);
    expect(new Set(plans.map(({ id }) => id)).size).toBe(1);
    const candidate = await atTen();
    const sheets = [await record(assessor, candidate), await record(assessor, candidate)];
    const signed = await Promise.allSettled(sheets.map((each) => sign(assessor, each)));
    expect(signed.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [refused] = signed.filter(({ status }) => status === 'rejected');
    expect(refused).toMatchObject({ reason: { code: 'OBSERVATION_OPEN' } });
  });

  it('PRA-10 are signed by nobody without standing on that day; the sheet stays for another who was there', async () => {
    const candidate = await atTen();
    const unskilled = await anAssessor(['officer', 'assessor'], false);
    const recorded = await record(unskilled, candidate);
    await expect(sign(unskilled, recorded)).rejects.toThrow('OBSERVATION_NOT_IN_DATE');
    await expect(sign(lead, recorded)).rejects.toThrow('OBSERVATION_NO_ROLE');
    await expect(sign(assessor, recorded, { wasPresent: false })).rejects.toThrow('OBSERVATION_NOT_PRESENT');
    const seen = await get(ObservationReader).byId(assessor, recorded.id);
    expect(seen).toMatchObject({
      state: 'RECORDED',
      assessorSignature: null,
      sheet: { ticks: { length: 4 } },
    });
    const cosigned = await sign(assessor, recorded);
    expect(cosigned).toMatchObject({
      sheet: { recordedBy: idOf(unskilled) },
      assessorSignature: { personId: idOf(assessor) },
    });
    await expect(sign(await anAssessor(), recorded)).rejects.toThrow('OBSERVATION_STATE');
  });

  it('PRA-10 are judged by the day of observing: a role and a skill that ended since do no harm, one that came later no good', async () => {
    const candidate = await atTen();
    const leaving = await anAssessor();
    const recorded = await record(leaving, candidate);
    ground.world.clock.set('2027-02-01T10:00:00Z');
    const newcomer = await anAssessor();
    await expect(sign(newcomer, recorded)).rejects.toThrow('OBSERVATION_NO_ROLE');
    expect((await sign(leaving, recorded)).assessorSignature?.standing).toMatchObject({ on: '2026-11-23' });
    ground.world.clock.set('2026-11-23T10:00:00Z');
    const revoked = await anAssessor();
    const other = await record(revoked, candidate);
    const grants = await get(RoleGrantReader).ofPeople(ground.system.force, [idOf(revoked)]);
    const grantId = grants.get(idOf(revoked))?.[0]?.id as never;
    await get(RevokeRole).execute(ground.system, { grantId });
    await expect(sign(revoked, other)).rejects.toThrow('OBSERVATION_NO_ROLE');
  });

  it('PRA-10 are by nobody in the candidate’s line, and never about oneself', async () => {
    const manager = await anAssessor();
    const candidate = ground.world.as(await someoneUnder(ground, idOf(manager)), ground.forceId);
    await get(Enrol).execute(candidate, { courseCode: COURSE });
    await expect(plan(manager, candidate)).rejects.toThrow('OBSERVATION_CONFLICT');
    ground.world.clock.set('2026-11-23T10:00:00Z');
    const recorded = await record(manager, candidate);
    await expect(sign(manager, recorded)).rejects.toThrow('OBSERVATION_CONFLICT');
    await expect(record(candidate, candidate)).rejects.toThrow('OBSERVATION_CONFLICT');
    expect((await sign(assessor, recorded)).state).toBe('SIGNED');
  });

  it('PRA-10 are by nobody who decided on an adjustment of the candidate’s', async () => {
    const candidate = await ground.officer();
    const adjuster = await anAssessor(['officer', 'assessor', 'adjustments-officer']);
    const target = {
      level: 'ASSESSMENT',
      personId: idOf(candidate),
      groupId: null,
      attemptId: null,
    } as const;
    await get(GrantAdjustment).execute(adjuster, {
      target: { ...target, ...WATCHED },
      ...{ fields: { ...NO_FIELDS, extraAttempts: 1 }, applyToRunning: false },
      reason: 'Was ill on the day.',
    });
    await expect(plan(adjuster, candidate)).rejects.toThrow('OBSERVATION_CONFLICT');
    expect((await plan(assessor, candidate)).terms.maxAttempts).toBe(3);
  });

  it('PRA-11, PRA-12 lose their signatures with the sheet that they were of', async () => {
    const candidate = await atTen();
    const observation = await sign(assessor, await record(assessor, candidate, { sheet: sheet(['label']) }));
    const old = digestOf(observation);
    const correct = (by: RequestContext, more: object = {}) =>
      get(CorrectObservation).execute(by, {
        ...{ observationId: observation.id, digest: old, sheet: sheet(), reason: REASON, ...more },
      });
    await expect(correct(await anAssessor())).rejects.toMatchObject(NOT_FOUND);
    await expect(correct(assessor, { reason: 'Oh.' })).rejects.toThrow('OBSERVATION_REASON_MISSING');
    await expect(correct(assessor, { digest: 'x' })).rejects.toThrow('OBSERVATION_SHEET_CHANGED');
    const corrected = await correct(assessor);
    expect(corrected).toMatchObject({ state: 'RECORDED', assessorSignature: null, outcome: null });
    expect(corrected.earlier).toMatchObject([
      {
        sheet: { digest: old },
        assessorSignature: { digest: old },
        reason: REASON,
        replacedBy: idOf(assessor),
      },
    ]);
    expect(await correct(assessor)).toEqual(corrected);
    expect(
      await record(assessor, candidate, { observationId: observation.id, sheet: sheet(['label']) }),
    ).toEqual(corrected);
    await expect(acknowledge(candidate, corrected)).rejects.toThrow('OBSERVATION_STATE');
    await expect(sign(assessor, observation)).rejects.toThrow('OBSERVATION_SHEET_CHANGED');
    const again = await sign(assessor, corrected);
    const stored = await get(ObservationReader).byId(lead, again.id);
    const subject = { id: stored.id, ...WATCHED, personId: idOf(candidate), briefId: brief.id };
    expect(digestOfSheet(subject, stored.sheet as Sheet)).toBe(stored.assessorSignature?.digest);
    const earlier = stored.earlier[0]?.sheet as Sheet;
    expect(digestOfSheet(subject, earlier)).toBe(old);
    await expect(acknowledge(candidate, observation)).rejects.toThrow('OBSERVATION_SHEET_CHANGED');
    expect((await acknowledge(candidate, again)).outcome).toMatchObject({ percent: 100, passed: true });
    await expect(correct(assessor, { digest: digestOf(again), sheet: sheet(['bag']) })).rejects.toThrow(
      'OBSERVATION_STATE',
    );
    const events = await told('practicals.observation.corrected.v1', observation.id);
    expect(events).toHaveLength(1);
    expect(JSON.stringify(events)).not.toContain(REASON);
  });

  it('PRA-13, PRA-14 are disputed, and decided by a lead who had no part: nothing counts until then', async () => {
    const candidate = await atTen();
    const observation = await sign(
      assessor,
      await record(lead, candidate, { sheet: sheet(['label', 'bag']) }),
    );
    await expect(dispute(assessor, observation)).rejects.toMatchObject(NOT_FOUND);
    await expect(dispute(candidate, observation, 'No.')).rejects.toThrow('OBSERVATION_REASON_MISSING');
    const disputed = await dispute(candidate, observation);
    expect(disputed).toMatchObject({ state: 'DISPUTED', dispute: { reason: REASON, decision: null } });
    expect(await dispute(candidate, observation)).toEqual(disputed);
    await expect(acknowledge(candidate, observation)).rejects.toThrow('OBSERVATION_STATE');
    await expect(decide(lead, observation, true)).rejects.toThrow('OBSERVATION_DISPUTE_INVOLVED');
    await expect(decide(assessor, observation, true)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await told('practicals.component.assessed.v1', observation.id)).toEqual([]);
    const uninvolved = await anAssessor(['officer', 'training-lead'], false);
    const confirmed = await decide(uninvolved, observation, true);
    expect(confirmed).toMatchObject({
      ...{ state: 'RELEASED', candidateSignature: null },
      dispute: { decision: { decidedBy: idOf(uninvolved), confirmed: true } },
    });
    expect(await decide(uninvolved, observation, true)).toEqual(confirmed);
    await expect(decide(uninvolved, observation, false)).rejects.toThrow('OBSERVATION_STATE');
    expect(await told('practicals.component.assessed.v1', observation.id)).toMatchObject([
      { percent: 50, passed: false },
    ]);
  });

  it('PRA-14 are set aside for a fresh one, which costs no attempt', async () => {
    const candidate = await atTen();
    const observation = await sign(assessor, await record(assessor, candidate, { sheet: sheet(['gloves']) }));
    await dispute(candidate, observation);
    expect(await decide(lead, observation, false)).toMatchObject({ state: 'SET_ASIDE', releasedAt: null });
    expect(await told('practicals.component.assessed.v1', observation.id)).toEqual([]);
    expect(await plan(assessor, candidate)).toMatchObject({ state: 'PLANNED', number: 2 });
  });

  it('PRA-19 are concluded without a candidate who never answers, after fourteen days and by somebody uninvolved', async () => {
    const candidate = await atTen();
    const observation = await sign(assessor, await record(lead, candidate, { sheet: sheet(['gloves']) }));
    const conclude = (by: RequestContext, reason = 'Asked three times.') =>
      get(ConcludeObservation).execute(by, { observationId: observation.id, reason });
    const uninvolved = await anAssessor(['officer', 'training-lead'], false);
    ground.world.clock.set('2026-12-07T09:59:59Z');
    await expect(conclude(uninvolved)).rejects.toThrow('OBSERVATION_TIME_TO_ANSWER');
    ground.world.clock.set('2026-12-07T10:00:00Z');
    await expect(conclude(assessor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(conclude(lead)).rejects.toThrow('OBSERVATION_DISPUTE_INVOLVED');
    await expect(conclude(uninvolved, 'Late.')).rejects.toThrow('OBSERVATION_REASON_MISSING');
    const concluded = await conclude(uninvolved);
    expect(concluded).toMatchObject({
      ...{ state: 'RELEASED', candidateSignature: null },
      conclusion: { concludedBy: idOf(uninvolved), reason: 'Asked three times.' },
    });
    expect(await conclude(uninvolved)).toEqual(concluded);
    await expect(dispute(candidate, observation)).rejects.toThrow('OBSERVATION_STATE');
    expect(await told('practicals.component.assessed.v1', observation.id)).toMatchObject([
      { on: '2026-11-23', percent: 75, passed: false },
    ]);
  });

  it('PRA-15 are voided by two people with a reason', async () => {
    const candidate = await atTen();
    const observation = await sign(assessor, await record(assessor, candidate));
    await acknowledge(candidate, observation);
    const { id: observationId } = observation;
    const propose = (by: RequestContext, reason = 'The wrong person was seen.') =>
      get(ProposeObservationVoid).execute(by, { observationId, reason });
    const decideVoid = (by: RequestContext, confirm: boolean) =>
      get(DecideObservationVoid).execute(by, { observationId, confirm });
    await expect(decideVoid(lead, true)).rejects.toThrow('OBSERVATION_VOID_NOT_PROPOSED');
    await expect(propose(await anAssessor())).rejects.toMatchObject(NOT_FOUND);
    await expect(propose(assessor, 'Wrong.')).rejects.toThrow('OBSERVATION_REASON_MISSING');
    const proposed = await propose(lead);
    expect(await propose(lead)).toEqual(proposed);
    await expect(propose(assessor)).rejects.toThrow('OBSERVATION_VOID_PROPOSED');
    await expect(decideVoid(lead, true)).rejects.toThrow('OBSERVATION_VOID_OWN');
    const ofCandidate = ground.world.as(idOf(candidate), ground.forceId, ['training-lead']);
    await expect(decideVoid(ofCandidate, false)).rejects.toThrow('OBSERVATION_VOID_OWN');
    const second = await anAssessor(['officer', 'training-lead'], false);
    expect(await decideVoid(second, false)).toMatchObject({
      state: 'RELEASED',
      voiding: { state: 'REFUSED' },
    });
    await expect(propose(ofCandidate)).rejects.toThrow('OBSERVATION_VOID_OWN');
    await propose(assessor);
    const voided = await decideVoid(lead, true);
    expect(voided).toMatchObject({ state: 'VOIDED', voiding: { state: 'CONFIRMED', decidedBy: idOf(lead) } });
    expect(await decideVoid(lead, true)).toEqual(voided);
    const events = await told('practicals.observation.voided.v1', observationId);
    expect(events).toMatchObject([{ wasPassed: true }]);
    await expect(propose(assessor)).rejects.toThrow('OBSERVATION_STATE');
    expect(await plan(assessor, candidate)).toMatchObject({ state: 'PLANNED' });
  });

  it('PRA-16 are seen by their candidate, by whoever had a hand in them, and by leads of the force', async () => {
    const candidate = await atTen();
    const observation = await record(assessor, candidate);
    const reader = get(ObservationReader);
    const free = await anAssessor();
    expect((await reader.ownById(candidate, observation.id)).id).toBe(observation.id);
    await expect(reader.byId(candidate, observation.id)).rejects.toMatchObject(NOT_FOUND);
    await expect(reader.ownById(assessor, observation.id)).rejects.toMatchObject(NOT_FOUND);
    for (const ctx of [assessor, lead, free])
      expect((await reader.byId(ctx, observation.id)).id).toBe(observation.id);
    await sign(assessor, observation);
    await expect(reader.byId(free, observation.id)).rejects.toMatchObject(NOT_FOUND);
    const elsewhere = ground.world.as(idOf(lead), newId(), ['training-lead']);
    await expect(reader.byId(elsewhere, observation.id)).rejects.toMatchObject(NOT_FOUND);
    const own = await reader.ownPage(candidate, { limit: 10, after: null });
    expect(own).toMatchObject({ totalCount: 1, rows: [{ id: observation.id }] });
    const desk = await reader.deskPage(assessor, { limit: 2, after: null });
    expect(desk.rows).toHaveLength(2);
    expect(desk.rows[0]?.id).toBe(observation.id);
    const [first, second] = desk.rows as [Observation, Observation];
    const after = desk.keyOf(first);
    expect((await reader.deskPage(assessor, { limit: 1, after })).rows[0]?.id).toBe(second.id);
    expect((await reader.deskPage(free, { limit: 1, after: null })).totalCount).toBe(0);
    const all = await reader.forcePage(lead, 'SIGNED', { limit: 100, after: null });
    expect(all.rows.map(({ id }) => id)).toContain(observation.id);
    const ofCandidate = ground.world.as(idOf(candidate), ground.forceId, ['training-lead']);
    const others = await reader.forcePage(ofCandidate, 'SIGNED', { limit: 100, after: null });
    expect(others.rows.map(({ id }) => id)).not.toContain(observation.id);
    await expect(reader.forcePage(assessor, 'SIGNED', { limit: 1, after: null })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('PRA-18 are flagged when their assessor’s standing is lost, once, and stay', async () => {
    const candidate = await atTen();
    const losing = await anAssessor();
    const lost = evidenceId;
    const observation = await sign(losing, await record(losing, candidate));
    const flag = () =>
      get(FlagObservations).execute(ground.system, { why: 'evidence-withdrawn', evidenceId: lost });
    await flag();
    await flag();
    const found = await get(ObservationReader).byId(losing, observation.id);
    expect(found).toMatchObject({
      state: 'SIGNED',
      flags: [{ why: 'evidence-withdrawn', evidenceId: lost }],
    });
    await get(FlagObservations).execute(ground.system, {
      ...{ why: 'finding', evidenceId: newId<EvidenceId>(), skillId: 'OLH-01', level: 1 },
      ...{ marker: { personId: idOf(losing), forceId: ground.forceId }, from: calendarDateOf('2026-11-23') },
    });
    expect((await get(ObservationReader).byId(losing, observation.id)).flags).toHaveLength(2);
    expect(await told('practicals.observation.flagged.v1', observation.id)).toHaveLength(2);
  });

  it('PRA-05 of two forces may have one id, and neither learns of the other', async () => {
    const candidate = await atTen();
    const observation = await record(assessor, candidate);
    const stored = ground.world.connection.collection('observations');
    const copy = await stored.findOne({ key: observation.id });
    const inserted = { ...copy, _id: objectId(newId()), forceId: objectId(newId()) };
    await expect(stored.insertOne(inserted)).resolves.toBeDefined();
  });

  it('are found by indexes', async () => {
    const observations = ground.world.connection.collection('observations');
    const forceId = objectId(ground.forceId);
    const standing = 'assessorSignature.standing';
    for (const [filter, sort] of [
      [{ forceId, key: newId() }, {}],
      [{ forceId, enrolmentId: objectId(newId()), componentKey: 'watched' }, { number: 1 }],
      [{ forceId, personId: objectId(newId()) }, { _id: -1 }],
      [{ forceId, involvedIds: objectId(newId()) }, { _id: -1 }],
      [{ forceId, state: 'SIGNED' }, { _id: 1 }],
      [{ forceId, [`${standing}.evidenceIds`]: newId() }, {}],
      [{ forceId, 'assessorSignature.personId': newId(), [`${standing}.on`]: { $gte: '2026-01-01' } }, {}],
    ] as [Record<string, unknown>, Record<string, 1 | -1>][]) {
      const { queryPlanner } = await observations.find(filter).sort(sort).explain();
      const winning = JSON.stringify(queryPlanner.winningPlan);
      expect(winning).toContain('IXSCAN');
      expect(winning).not.toContain('"stage":"SORT"');
      expect(winning).not.toContain('COLLSCAN');
    }
  });
});
