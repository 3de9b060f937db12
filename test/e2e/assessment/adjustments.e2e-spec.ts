import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BEGINNING, type World } from '../../support/a-world.js';
import type { PersonKey } from '../../support/the-cast.js';
import {
  ATTEMPT,
  anAssessmentWorld,
  answerInput,
  aSitting,
  COURSE,
  noSuchId,
  started,
} from './assessment-world.js';

const CLOCK =
  'id state deadline serverTime secondsLeft limitMinutes restSecondsLeft restingUntil recallWaits recallConfirmed timeAllowed { en cy cyState }';
const ADJUSTMENT =
  'id level personId courseCode attemptId state validFrom validTo decision fields { multiplier extraMinutes restMinutes extraAttempts textSize pageColours separateRoom } history { what fields { multiplier } }';
const OWN = 'query { myAdjustments { id state decision fields { multiplier } } }';

describe('adjustments', () => {
  let world: World;
  beforeAll(async () => {
    world = await anAssessmentWorld();
  });
  afterAll(() => world.end());
  beforeEach(() => world.at(BEGINNING));

  const grant = async (key: PersonKey, more: Record<string, unknown>, fields = ADJUSTMENT): Promise<any> =>
    (await world.as('adjuster')).mutate(
      'grantAdjustment',
      { personId: await world.personId(key), reason: 'As assessed in October.', ...more },
      fields,
    );
  const clockOf = async (key: PersonKey, id: string): Promise<any> =>
    (
      await (
        await world.as(key)
      ).query(
        `query Q($id: ID!) { attempt(id: $id) { clock { ${CLOCK} } format { textSize pageColours } } }`,
        {
          id,
        },
      )
    ).clock;

  it('ASM-81 ASM-82 an extra-time candidate whose window closes first still gets every second', async () => {
    await grant('officer', { fields: { multiplier: 1.5, extraMinutes: 5 } });
    const sittingId = await aSitting(world, { seats: 41 });
    const officer = await world.as('officer');
    await officer.mutate('enrol', { courseCode: COURSE }, 'id');
    await officer.mutate('bookPlace', { sittingId }, 'id');
    world.at('2026-11-23T11:50:00Z');
    const late = await world.as('officer');
    const attempt = await late.mutate('startAttempt', { sittingId }, `${ATTEMPT} clock { ${CLOCK} }`);
    // 35 × 1.5 + 5 = 57.5 minutes from 11:50, although the window closes at 12:00.
    expect(attempt.deadline).toBe('2026-11-23T12:47:30.000Z');
    expect(attempt.clock).toMatchObject({
      ...{ limitMinutes: 57.5, secondsLeft: 3450 },
      timeAllowed: {
        en: '57 minutes and 30 seconds (35 + 50% + 5)',
        cy: '57 munud a 30 eiliad (35 + 50% + 5)',
        cyState: 'DRAFT',
      },
    });
    world.at('2026-11-23T12:00:00Z');
    await world.settle();
    world.at('2026-11-23T12:47:29.999Z');
    await world.settle();
    const last = await world.as('officer');
    expect(await last.mutate('saveAnswer', answerInput(attempt), 'sequence serverTime')).toMatchObject({
      sequence: 1,
      serverTime: '2026-11-23T12:47:29.999Z',
    });
    world.at('2026-11-23T12:47:30Z');
    expect(await last.refusalOf('saveAnswer', answerInput(attempt, 1))).toBe('ATTEMPT_OVER');
    await world.settle();
    const seen = await last.query(
      'query Q($id: ID!) { attempt(id: $id) { state finishedAt finishedBy result { score nextAttemptFrom } } }',
      {
        id: attempt.id,
      },
    );
    expect(seen).toEqual({
      ...{ state: 'RELEASED', finishedAt: '2026-11-23T12:47:30.000Z', finishedBy: 'time' },
      result: { score: 1, nextAttemptFrom: '2026-11-24T12:47:30.000Z' },
    });
  });

  it('ASM-85 a running attempt keeps its time until somebody chooses; then at once, audited, and never shorter', async () => {
    const { attempt } = await started(world, 'colleague', { seats: 42 });
    expect((await clockOf('colleague', attempt.id)).deadline).toBe('2026-11-23T10:35:00.000Z');
    await grant('colleague', { fields: { multiplier: 2 } });
    expect((await clockOf('colleague', attempt.id)).deadline).toBe('2026-11-23T10:35:00.000Z');
    world.at('2026-11-23T10:34:00Z');
    const adjuster = await world.as('adjuster');
    const applied = await adjuster.mutate('applyAdjustments', { attemptId: attempt.id }, CLOCK);
    expect(applied).toMatchObject({ deadline: '2026-11-23T11:10:00.000Z', limitMinutes: 70 });
    expect(await adjuster.mutate('applyAdjustments', { attemptId: attempt.id }, CLOCK)).toEqual(applied);
    const rows = await world.connection
      .collection('journal')
      .find({ type: 'assessment.adjustment.applied.v1' })
      .toArray();
    expect(rows.map(({ data }) => data['deadline'])).toContain('2026-11-23T11:10:00.000Z');
    world.at('2026-11-23T10:50:00Z');
    await world.settle();
    const caller = await world.as('colleague');
    await caller.mutate('saveAnswer', answerInput(attempt), 'sequence');
    // Ended meanwhile: nothing shorter comes of it.
    const [own] = (await caller.query(OWN)) as { id: string }[];
    await (await world.as('adjuster')).mutate(
      'endAdjustment',
      { adjustmentId: own?.id, reason: 'Assessed anew.' },
      'id',
    );
    expect(
      await (await world.as('adjuster')).mutate('applyAdjustments', { attemptId: attempt.id }, CLOCK),
    ).toMatchObject({
      deadline: '2026-11-23T11:10:00.000Z',
    });
    world.at('2026-11-23T11:10:00Z');
    await world.settle();
    expect(await (await world.as('adjuster')).refusalOf('applyAdjustments', { attemptId: attempt.id })).toBe(
      'ATTEMPT_NOT_RUNNING',
    );
    expect(
      await (await world.as('adjuster')).refusalOf('grantAdjustment', {
        ...{ personId: await world.personId('colleague'), attemptId: attempt.id, reason: 'Fire alarm.' },
        fields: { extraMinutes: 10 },
      }),
    ).toBe('ATTEMPT_NOT_RUNNING');
  });

  it('ASM-83 time granted late to one attempt counts before its deadline is read again', async () => {
    const { attempt } = await started(world, 'capability', { seats: 43 });
    world.at('2026-11-23T10:34:59Z');
    await grant('capability', { attemptId: attempt.id, fields: { extraMinutes: 10 } });
    world.at('2026-11-23T10:35:00Z');
    await world.settle();
    const caller = await world.as('capability');
    await caller.mutate('saveAnswer', answerInput(attempt), 'sequence');
    expect((await clockOf('capability', attempt.id)).deadline).toBe('2026-11-23T10:45:00.000Z');
    world.at('2026-11-23T10:45:00Z');
    await world.settle();
    expect((await clockOf('capability', attempt.id)).state).toBe('RELEASED');
  });

  it('ASM-89 a rest stops the clock, ends by itself, and what was not rested is left', async () => {
    await grant('supervisor', { fields: { restMinutes: 10, textSize: 'LARGER', pageColours: 'CREAM' } });
    const { caller, attempt } = await started(world, 'supervisor', { seats: 44 });
    expect(await caller.mutate('startRest', { attemptId: attempt.id }, CLOCK)).toMatchObject({
      ...{ state: 'OPEN', restingUntil: '2026-11-23T10:10:00.000Z', secondsLeft: 2100, restSecondsLeft: 0 },
    });
    expect(await caller.refusalOf('saveAnswer', answerInput(attempt))).toBe('ON_REST');
    world.at('2026-11-23T10:04:00Z');
    const awake = await caller.mutate('endRest', { attemptId: attempt.id }, CLOCK);
    expect(awake).toMatchObject({
      deadline: '2026-11-23T10:39:00.000Z',
      restSecondsLeft: 360,
      restingUntil: null,
    });
    expect(await caller.mutate('endRest', { attemptId: attempt.id }, CLOCK)).toEqual(awake);
    await caller.mutate('startRest', { attemptId: attempt.id }, CLOCK);
    await caller.mutate('startRest', { attemptId: attempt.id }, CLOCK);
    world.at('2026-11-23T10:10:00Z');
    const later = await world.as('supervisor');
    await later.mutate('saveAnswer', answerInput(attempt), 'sequence');
    expect((await clockOf('supervisor', attempt.id)).deadline).toBe('2026-11-23T10:45:00.000Z');
    expect(await later.refusalOf('startRest', { attemptId: attempt.id })).toBe('NO_REST_LEFT');
    const looked = await later.query(
      'query Q($id: ID!) { attempt(id: $id) { format { textSize pageColours separateRoom } } }',
      {
        id: attempt.id,
      },
    );
    expect(looked).toEqual({ format: { textSize: 'LARGER', pageColours: 'CREAM', separateRoom: false } });
    for (const verb of ['startRest', 'endRest']) {
      expect(await later.codeOf(verb, { attemptId: 'nonsense' })).toBe('BAD_USER_INPUT');
      expect(await later.codeOf(verb, { attemptId: noSuchId() })).toBe('NOT_FOUND');
      for (const key of ['trainer', 'otherTrainer'] as const)
        expect(await (await world.as(key)).codeOf(verb, { attemptId: attempt.id })).toBe('NOT_FOUND');
      expect(await world.stranger().codeOf(verb, { attemptId: attempt.id })).toBe('UNAUTHENTICATED');
    }
  });

  it('ASM-88 is asked for, granted or refused, and seen by whoever asked; the reason by the officer alone', async () => {
    const officer = await world.as('administrator');
    const ask = { fields: { multiplier: 1.25 }, reason: 'I read slowly since an injury.' };
    const asked = await officer.mutate('askAdjustment', ask, ADJUSTMENT);
    expect(asked).toMatchObject({
      state: 'ASKED',
      level: 'PERSON',
      validFrom: '2026-11-23',
      history: [{ what: 'ASKED' }],
    });
    expect(await officer.mutate('askAdjustment', ask, ADJUSTMENT)).toEqual(asked);
    expect(await officer.refusalOf('askAdjustment', { ...ask, fields: { multiplier: 1.5 } })).toBe(
      'ADJUSTMENT_PENDING',
    );
    expect(JSON.stringify(await officer.query(`query { myAdjustments { ${ADJUSTMENT} } }`))).not.toContain(
      'injury',
    );
    const adjuster = await world.as('adjuster');
    expect(
      await adjuster.mutate('readAdjustmentReason', { adjustmentId: asked.id }, 'reasons { text }'),
    ).toMatchObject({ reasons: [{ text: 'I read slowly since an injury.' }] });
    for (const key of ['trainer', 'supervisor', 'invigilator', 'administrator'] as const)
      expect(await (await world.as(key)).codeOf('readAdjustmentReason', { adjustmentId: asked.id })).toBe(
        'FORBIDDEN',
      );
    expect(
      await (await world.as('otherAdjuster')).codeOf('readAdjustmentReason', { adjustmentId: asked.id }),
    ).toBe('NOT_FOUND');
    const journal = await world.connection.collection('journal').find({}).toArray();
    expect(JSON.stringify(journal)).not.toContain('injury');
    expect(journal.filter(({ type }) => type === 'assessment.adjustment-reason.viewed.v1')).toHaveLength(1);

    const granted = await adjuster.mutate(
      'grantAdjustment',
      { requestId: asked.id, fields: { multiplier: 1.25 }, reason: 'As asked.' },
      ADJUSTMENT,
    );
    expect(granted).toMatchObject({
      id: asked.id,
      state: 'GRANTED',
      history: [{ what: 'ASKED' }, { what: 'GRANTED' }],
    });
    const decide = { adjustmentId: asked.id, reason: 'Too late.' };
    expect(await adjuster.refusalOf('refuseAdjustment', decide)).toBe('ADJUSTMENT_DECIDED');
    expect(await officer.refusalOf('withdrawAdjustment', { adjustmentId: asked.id })).toBe(
      'ADJUSTMENT_DECIDED',
    );

    const next = await officer.mutate('askAdjustment', { ...ask, fields: { separateRoom: true } }, 'id');
    const refused = { adjustmentId: next.id, reason: 'No room is free in November.' };
    const answer = await adjuster.mutate('refuseAdjustment', refused, ADJUSTMENT);
    expect(answer).toMatchObject({ state: 'REFUSED', decision: 'No room is free in November.' });
    expect(await adjuster.mutate('refuseAdjustment', refused, ADJUSTMENT)).toEqual(answer);
    const third = await officer.mutate('askAdjustment', { ...ask, fields: { screenReader: true } }, 'id');
    const gone = await officer.mutate('withdrawAdjustment', { adjustmentId: third.id }, 'state');
    expect(gone).toMatchObject({ state: 'WITHDRAWN' });
    expect(await officer.mutate('withdrawAdjustment', { adjustmentId: third.id }, 'state')).toEqual(gone);
    expect(await (await world.as('colleague')).codeOf('withdrawAdjustment', { adjustmentId: third.id })).toBe(
      'NOT_FOUND',
    );
    expect((await officer.query(OWN)) as unknown[]).toHaveLength(3);
  });

  it.each([
    [{ multiplier: 0.99 }, 'ADJUSTMENT_MALFORMED'],
    [{ multiplier: 4.01 }, 'ADJUSTMENT_MALFORMED'],
    [{ multiplier: 1.505 }, 'ADJUSTMENT_MALFORMED'],
    [{ extraMinutes: -1 }, 'ADJUSTMENT_MALFORMED'],
    [{ restMinutes: 121 }, 'ADJUSTMENT_MALFORMED'],
    [{ textSize: 'HUGE' }, 'ADJUSTMENT_MALFORMED'],
    [{ language: 'fr' }, 'ADJUSTMENT_MALFORMED'],
    [{}, 'ADJUSTMENT_MALFORMED'],
    [{ extraAttempts: 1 }, 'EXTRA_ATTEMPTS_UNPLACED'],
  ])('ASM-80 ASM-86 refuses %j', async (fields, code) => {
    const personId = await world.personId('officer');
    const adjuster = await world.as('adjuster');
    expect(await adjuster.refusalOf('grantAdjustment', { personId, fields, reason: 'As assessed.' })).toBe(
      code,
    );
    expect(
      await (await world.as('trainer')).refusalOf('askAdjustment', { fields, reason: 'As assessed.' }),
    ).toBe(code);
  });

  it('ASM-80 ASM-87 grantAdjustment: dates, reason, unknown person, another force, oneself, a manager, no permission', async () => {
    const personId = await world.personId('officer');
    const input = { personId, fields: { multiplier: 1.5 }, reason: 'As assessed.' };
    const adjuster = await world.as('adjuster');
    const dates = { validFrom: '2026-12-01', validTo: '2026-11-30' };
    expect(await adjuster.refusalOf('grantAdjustment', { ...input, ...dates })).toBe('ADJUSTMENT_DATES');
    expect(await adjuster.refusalOf('grantAdjustment', { ...input, reason: ' x ' })).toBe(
      'ADJUSTMENT_REASON_MISSING',
    );
    expect(await adjuster.codeOf('grantAdjustment', { ...input, personId: noSuchId() })).toBe('NOT_FOUND');
    expect(await adjuster.codeOf('grantAdjustment', { ...input, personId: 'x' })).toBe('BAD_USER_INPUT');
    expect(await adjuster.codeOf('grantAdjustment', { ...input, personId: undefined })).toBe(
      'BAD_USER_INPUT',
    );
    expect(
      await adjuster.codeOf('grantAdjustment', { ...input, personId: await world.personId('otherOfficer') }),
    ).toBe('NOT_FOUND');
    expect(await adjuster.refusalOf('grantAdjustment', { ...input, personId: adjuster.personId })).toBe(
      'ADJUSTMENT_CONFLICT',
    );
    for (const key of ['officer', 'trainer', 'supervisor', 'administrator'] as const)
      expect(await (await world.as(key)).codeOf('grantAdjustment', input)).toBe('FORBIDDEN');
    expect(await world.stranger().codeOf('grantAdjustment', input)).toBe('UNAUTHENTICATED');
    const managed = await world.join('harbourshire', {
      givenName: 'Ada',
      familyName: 'Managed',
      unit: 'none',
    });
    await (await world.as('trainer')).mutate(
      'postPerson',
      {
        ...{ personId: managed, unitId: world.forces.harbourshire.units['team'], rankId: 'pc' },
        ...{ roleId: 'response-officer', from: '2026-11-01', lineManagerId: adjuster.personId },
      },
      'id',
    );
    expect(await adjuster.refusalOf('grantAdjustment', { ...input, personId: managed })).toBe(
      'ADJUSTMENT_CONFLICT',
    );
    const first = await adjuster.mutate('grantAdjustment', { ...input, validTo: '2027-01-31' }, ADJUSTMENT);
    expect(await adjuster.mutate('grantAdjustment', { ...input, validTo: '2027-01-31' }, ADJUSTMENT)).toEqual(
      first,
    );
  });

  it.each(['refuseAdjustment', 'endAdjustment', 'readAdjustmentReason', 'withdrawAdjustment'])(
    '%s: malformed, unknown, another force’s, not signed in',
    async (verb) => {
      const granted = await grant('officer', { fields: { extraMinutes: 7 }, validTo: '2026-12-24' }, 'id');
      const input = (adjustmentId: string) =>
        verb === 'refuseAdjustment' || verb === 'endAdjustment'
          ? { adjustmentId, reason: 'No longer needed.' }
          : { adjustmentId };
      const adjuster = await world.as('adjuster');
      expect(await adjuster.codeOf(verb, input('x'))).toBe('BAD_USER_INPUT');
      expect(await adjuster.codeOf(verb, input(noSuchId()))).toBe('NOT_FOUND');
      expect(await (await world.as('otherAdjuster')).codeOf(verb, input(granted.id))).toBe('NOT_FOUND');
      expect(await world.stranger().codeOf(verb, input(granted.id))).toBe('UNAUTHENTICATED');
    },
  );

  it('ASM-83 ASM-84 groups share adjustments; a fixed time is everybody’s, with its reason', async () => {
    const adjuster = await world.as('adjuster');
    const personId = await world.personId('secondTrainer');
    const group = { name: 'Cohort of the flooded room', personIds: [personId] };
    const saved = await adjuster.mutate('saveAdjustmentGroup', group, 'id name personIds');
    expect(await adjuster.mutate('saveAdjustmentGroup', group, 'id name personIds')).toEqual(saved);
    expect(await adjuster.refusalOf('saveAdjustmentGroup', { ...group, name: 'x' })).toBe(
      'ADJUSTMENT_GROUP_MALFORMED',
    );
    expect(await adjuster.codeOf('saveAdjustmentGroup', { ...group, personIds: ['x'] })).toBe(
      'BAD_USER_INPUT',
    );
    expect(await adjuster.codeOf('saveAdjustmentGroup', { ...group, personIds: [noSuchId()] })).toBe(
      'NOT_FOUND',
    );
    expect(await (await world.as('trainer')).codeOf('saveAdjustmentGroup', group)).toBe('FORBIDDEN');
    await adjuster.mutate(
      'grantAdjustment',
      { adjustmentGroupId: saved.id, fields: { extraMinutes: 25 }, reason: 'Flood.' },
      'id',
    );
    const publisher = await world.as('publisher');
    const fixed = { courseCode: COURSE, reason: 'Reading at speed is what is assessed.' };
    expect(await publisher.refusalOf('declareFixedTime', { ...fixed, reason: 'x' })).toBe(
      'FIXED_TIME_REASON_MISSING',
    );
    expect(await publisher.codeOf('declareFixedTime', { ...fixed, courseCode: 'NO-1' })).toBe('NOT_FOUND');
    expect(await (await world.as('trainer')).codeOf('declareFixedTime', fixed)).toBe('FORBIDDEN');
    await publisher.mutate('declareFixedTime', fixed, 'reason { en }');
    await publisher.mutate('declareFixedTime', fixed, 'reason { en }');
    const { attempt } = await started(world, 'secondTrainer', { seats: 45 });
    expect(await clockOf('secondTrainer', attempt.id)).toMatchObject({
      deadline: '2026-11-23T10:35:00.000Z',
      timeAllowed: {
        en: '35 minutes. The time is the same for everybody: Reading at speed is what is assessed.',
      },
    });
    await (await world.as('publisher')).mutate('declareFixedTime', { courseCode: COURSE }, 'reason { en }');
    await (await world.as('adjuster')).mutate('applyAdjustments', { attemptId: attempt.id }, 'deadline');
    expect(await clockOf('secondTrainer', attempt.id)).toMatchObject({
      deadline: '2026-11-23T11:00:00.000Z',
      timeAllowed: { en: '60 minutes (35 + 25)' },
    });
  });
});
