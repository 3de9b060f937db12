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
  WINDOW,
} from './assessment-world.js';

const VIEW =
  'query Q($id: ID!) { invigilation(sittingId: $id) { startCode { code nextAt } candidates { attemptId state minutesLeft recallWaits format { separateRoom } person { familyName } } incidents { kind note attemptId } } }';

describe('an invigilated sitting', () => {
  let world: World;
  beforeAll(async () => {
    world = await anAssessmentWorld();
  });
  afterAll(() => world.end());
  beforeEach(() => world.at(BEGINNING));

  const invigilated = async (seats: number): Promise<string> => {
    const sittingId = await aSitting(world, { seats, mode: 'ROOM', invigilated: true });
    const input = { sittingId, personIds: [await world.personId('invigilator')] };
    await (await world.as('trainer')).mutate('assignInvigilators', input, 'id');
    return sittingId;
  };
  const booked = async (key: PersonKey, sittingId: string): Promise<void> => {
    const officer = await world.as(key);
    await officer.mutate('enrol', { courseCode: COURSE }, 'id');
    await officer.mutate('bookPlace', { sittingId }, 'id');
  };
  const view = async (id: string): Promise<any> => (await world.as('invigilator')).query(VIEW, { id });

  it('ASM-95 starts with the code that its invigilator sees, which changes; wrong codes are throttled', async () => {
    const sittingId = await invigilated(61);
    await booked('officer', sittingId);
    await booked('colleague', sittingId);
    world.at(WINDOW.opensAt);
    const officer = await world.as('officer');
    expect(await officer.refusalOf('startAttempt', { sittingId })).toBe('START_CODE_WRONG');
    const { startCode } = await view(sittingId);
    expect(startCode).toMatchObject({
      code: expect.stringMatching(/^[2-9A-Z]{6}$/),
      nextAt: '2026-11-23T10:05:00.000Z',
    });
    for (const key of ['officer', 'trainer', 'supervisor'] as const)
      expect((await (await world.as(key)).send(VIEW, { id: sittingId })).errors[0]?.extensions['code']).toBe(
        'FORBIDDEN',
      );

    world.at('2026-11-23T10:05:00Z');
    const next = (await view(sittingId)).startCode.code;
    expect(next).not.toBe(startCode.code);
    const typed = ` ${startCode.code.slice(0, 3).toLowerCase()}-${startCode.code.slice(3)}`;
    const attempt = await (await world.as('officer')).mutate(
      'startAttempt',
      { sittingId, startCode: typed },
      ATTEMPT,
    );
    expect(attempt.state).toBe('OPEN');

    const colleague = await world.as('colleague');
    const rotated = await (await world.as('invigilator')).mutate(
      'rotateStartCode',
      { sittingId },
      'code nextAt',
    );
    expect(rotated.code).not.toBe(next);
    for (let typing = 0; typing < 5; typing++)
      expect(await colleague.refusalOf('startAttempt', { sittingId, startCode: next })).toBe(
        'START_CODE_WRONG',
      );
    expect(await colleague.refusalOf('startAttempt', { sittingId, startCode: rotated.code })).toBe(
      'START_CODE_THROTTLED',
    );
    world.at('2026-11-23T10:15:00Z');
    const { code } = (await view(sittingId)).startCode;
    await (await world.as('colleague')).mutate('startAttempt', { sittingId, startCode: code }, 'id');

    await (await world.as('officer')).mutate('saveAnswer', answerInput(attempt), 'sequence');
    const seen = await view(sittingId);
    expect(seen.candidates).toHaveLength(2);
    expect(seen.candidates).toContainEqual({
      ...{ attemptId: attempt.id, state: 'OPEN', minutesLeft: 25, recallWaits: false, format: null },
      person: { familyName: 'Okafor' },
    });
    expect(JSON.stringify(seen)).not.toContain('choices');
    const own = await (await world.as('invigilator')).query('query { myInvigilations { id invigilated } }');
    expect(own).toContainEqual({ id: sittingId, invigilated: true });
    const suspended = await (await world.as('invigilator')).mutate(
      'suspendAttempt',
      { attemptId: attempt.id },
      'state recallWaits',
    );
    expect(suspended).toMatchObject({ state: 'SUSPENDED', recallWaits: true });
  });

  it('ASM-96 assignInvigilators: role, place, sitting, repeat, other force, no permission', async () => {
    const sittingId = await invigilated(62);
    const invigilator = await world.personId('invigilator');
    const trainer = await world.as('trainer');
    const refused = (personIds: string[], id = sittingId) =>
      trainer.refusalOf('assignInvigilators', { sittingId: id, personIds });
    expect(await refused([await world.personId('officer')])).toBe('NOT_AN_INVIGILATOR');
    expect(await refused([await world.personId('otherOfficer')])).toBe('NOT_AN_INVIGILATOR');
    expect(await refused([noSuchId()])).toBe('NOT_AN_INVIGILATOR');
    expect(await refused([])).toBe('NOT_AN_INVIGILATOR');
    expect(await refused([invigilator], await aSitting(world, { seats: 63 }))).toBe(
      'SITTING_NOT_INVIGILATED',
    );
    const other = await aSitting(world, { seats: 64, invigilated: true });
    await (await world.as('invigilator')).mutate('bookPlace', { sittingId: other }, 'id');
    expect(await refused([invigilator], other)).toBe('INVIGILATOR_SITS');
    await booked('invigilator', sittingId);
    world.at(WINDOW.opensAt);
    const { startCode } = await view(sittingId);
    expect(
      await (await world.as('invigilator')).refusalOf('startAttempt', {
        sittingId,
        startCode: startCode.code,
      }),
    ).toBe('INVIGILATOR_SITS');
    const input = { sittingId, personIds: [invigilator] };
    world.at(BEGINNING);
    expect(await trainer.codeOf('assignInvigilators', { ...input, sittingId: 'x' })).toBe('BAD_USER_INPUT');
    expect(await trainer.codeOf('assignInvigilators', { ...input, sittingId: noSuchId() })).toBe('NOT_FOUND');
    expect(await (await world.as('otherTrainer')).codeOf('assignInvigilators', input)).toBe('NOT_FOUND');
    expect(await (await world.as('supervisor')).codeOf('assignInvigilators', input)).toBe('FORBIDDEN');
    expect(await world.stranger().codeOf('assignInvigilators', input)).toBe('UNAUTHENTICATED');
    world.at(WINDOW.closesAt);
    expect(await (await world.as('trainer')).refusalOf('assignInvigilators', input)).toBe('SITTING_CLOSED');
  });

  it('ASM-97 recordIncident, rotateStartCode: good, repeated, malformed, not one’s sitting', async () => {
    const sittingId = await invigilated(65);
    world.at(WINDOW.opensAt);
    const invigilator = await world.as('invigilator');
    const line = {
      sittingId,
      kind: 'EVACUATION',
      note: 'Fire alarm; the room was cleared.',
      at: '2026-11-23T09:59:00.000Z',
    };
    const first = await invigilator.mutate('recordIncident', line, 'id kind note at recordedAt');
    expect(await invigilator.mutate('recordIncident', line, 'id kind note at recordedAt')).toEqual(first);
    expect((await view(sittingId)).incidents).toEqual([
      { kind: 'EVACUATION', note: 'Fire alarm; the room was cleared.', attemptId: null },
    ]);
    expect(await invigilator.refusalOf('recordIncident', { ...line, note: ' x ' })).toBe(
      'INCIDENT_MALFORMED',
    );
    expect(await invigilator.refusalOf('recordIncident', { ...line, at: '2026-11-23T10:00:01.000Z' })).toBe(
      'INCIDENT_MALFORMED',
    );
    expect(await invigilator.refusalOf('recordIncident', { ...line, at: '2026-11-20T10:00:00.000Z' })).toBe(
      'INCIDENT_MALFORMED',
    );
    expect(await invigilator.codeOf('recordIncident', { ...line, kind: 'GOSSIP' })).toBe('BAD_USER_INPUT');
    expect(await invigilator.codeOf('recordIncident', { ...line, attemptId: noSuchId() })).toBe('NOT_FOUND');
    const notTheirs = await aSitting(world, {
      seats: 66,
      opensAt: '2026-11-23T11:00:00.000Z',
      invigilated: true,
    });
    for (const [verb, input] of [
      ['recordIncident', line],
      ['rotateStartCode', { sittingId }],
    ] as const) {
      expect(await invigilator.codeOf(verb, { ...input, sittingId: notTheirs })).toBe('NOT_FOUND');
      expect(await invigilator.codeOf(verb, { ...input, sittingId: noSuchId() })).toBe('NOT_FOUND');
      expect(await invigilator.codeOf(verb, { ...input, sittingId: 'x' })).toBe('BAD_USER_INPUT');
      for (const key of ['trainer', 'otherTrainer', 'officer'] as const)
        expect(await (await world.as(key)).codeOf(verb, input)).toBe('FORBIDDEN');
      expect(await world.stranger().codeOf(verb, input)).toBe('UNAUTHENTICATED');
    }
  });

  it('ASM-98 ASM-99 proposeVoid, decideVoid: two people, neither the candidate; not used up unless for misconduct', async () => {
    const { caller, attempt } = await started(world, 'supervisor', { seats: 67 });
    for (let place = 0; place < 9; place++)
      await caller.mutate('saveAnswer', answerInput(attempt, place), 'sequence');
    await caller.mutate('submitAttempt', { attemptId: attempt.id }, 'id');
    const reason = 'The room lost power twice; nobody could read the exhibits.';
    const propose = { attemptId: attempt.id, reason, isMisconduct: false };
    const trainer = await world.as('trainer');
    const second = await world.as('secondTrainer');
    expect(await second.refusalOf('decideVoid', { attemptId: attempt.id, confirm: true })).toBe(
      'VOID_NOT_PROPOSED',
    );
    expect(await trainer.refusalOf('proposeVoid', { ...propose, reason: 'short' })).toBe(
      'VOID_REASON_MISSING',
    );
    const proposed = await trainer.mutate('proposeVoid', propose, 'state reason');
    expect(await trainer.mutate('proposeVoid', propose, 'state reason')).toEqual(proposed);
    expect(await second.refusalOf('proposeVoid', propose)).toBe('VOID_PROPOSED');
    expect(await trainer.refusalOf('decideVoid', { attemptId: attempt.id, confirm: true })).toBe(
      'VOID_OWN_PROPOSAL',
    );
    expect(await second.query('query { voidProposals { attemptId reason } }')).toContainEqual({
      attemptId: attempt.id,
      reason,
    });
    const confirmed = await second.mutate('decideVoid', { attemptId: attempt.id, confirm: true }, 'state');
    expect(await second.mutate('decideVoid', { attemptId: attempt.id, confirm: true }, 'state')).toEqual(
      confirmed,
    );
    expect(await trainer.refusalOf('proposeVoid', propose)).toBe('ATTEMPT_VOIDED');
    const looked = await caller.query(
      'query Q($id: ID!) { attempt(id: $id) { state voidedBecause result { score } } }',
      { id: attempt.id },
    );
    expect(looked).toEqual({ state: 'VOIDED', voidedBecause: reason, result: null });
    const journal = await world.connection
      .collection('journal')
      .findOne({ type: 'assessment.attempt.voided.v1' });
    expect(journal?.['data']).toMatchObject({ attemptId: attempt.id, wasPassed: true, isMisconduct: false });

    // No cool-down and not used up: the next starts at once, and all three are left.
    const fresh = await caller.mutate('startAttempt', { sittingId: attempt.sittingId }, ATTEMPT);
    expect(fresh).toMatchObject({ number: 2, state: 'OPEN' });
    expect(await caller.refusalOf('saveAnswer', answerInput(attempt, 0, { sequence: 9 }))).toBe(
      'ATTEMPT_VOIDED',
    );
    await trainer.mutate(
      'proposeVoid',
      { attemptId: fresh.id, reason: 'Notes were found under the desk.', isMisconduct: true },
      'state',
    );
    await second.mutate('decideVoid', { attemptId: fresh.id, confirm: true }, 'state');
    expect(await caller.refusalOf('startAttempt', { sittingId: attempt.sittingId })).toBe('COOLING_DOWN');
  });

  it.each(['proposeVoid', 'decideVoid'])(
    '%s: malformed, unknown, other force, no permission',
    async (verb) => {
      const { attempt } = await started(world, 'capability', { seats: verb === 'proposeVoid' ? 68 : 69 });
      const more =
        verb === 'proposeVoid' ? { reason: 'The room lost power.', isMisconduct: false } : { confirm: false };
      const trainer = await world.as('trainer');
      expect(await trainer.codeOf(verb, { attemptId: 'x', ...more })).toBe('BAD_USER_INPUT');
      expect(await trainer.codeOf(verb, { attemptId: noSuchId(), ...more })).toBe('NOT_FOUND');
      expect(await (await world.as('otherTrainer')).codeOf(verb, { attemptId: attempt.id, ...more })).toBe(
        'NOT_FOUND',
      );
      expect(await (await world.as('officer')).codeOf(verb, { attemptId: attempt.id, ...more })).toBe(
        'FORBIDDEN',
      );
      expect(await world.stranger().codeOf(verb, { attemptId: attempt.id, ...more })).toBe('UNAUTHENTICATED');
      if (verb === 'proposeVoid')
        expect(await (await world.as('invigilator')).codeOf(verb, { attemptId: attempt.id, ...more })).toBe(
          'NOT_FOUND',
        );
    },
  );
});
