import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BEGINNING, type World } from '../../support/a-world.js';
import { anAssessmentWorld, aSitting, noSuchId } from './assessment-world.js';
import { aSession, booked, hours, sessionInput, stateOf } from './session-world.js';

describe('sessions and their seats', () => {
  let world: World;
  beforeAll(async () => {
    world = await anAssessmentWorld();
  });
  afterAll(() => world.end());
  beforeEach(() => world.at(BEGINNING));

  async function refusedToSchedule(more: Record<string, unknown>): Promise<string> {
    return (await world.as('trainer')).refusalOf('scheduleSession', await sessionInput(world, more));
  }

  const room = { name: 'Lecture 1', capacity: 3, stepFree: true, hearingLoop: false, isClosed: false };

  it('saveRoom: good, repeat, malformed, taken name, not allowed (ASM-185)', async () => {
    const trainer = await world.as('trainer');
    const saved = await trainer.mutate('saveRoom', room, 'id name capacity stepFree');
    expect(saved).toMatchObject({ name: 'Lecture 1', capacity: 3, stepFree: true });
    expect((await trainer.mutate('saveRoom', room, 'id')).id).toBe(saved.id);
    expect(await trainer.refusalOf('saveRoom', { ...room, capacity: 0 })).toBe('ROOM_MALFORMED');
    expect(await trainer.refusalOf('saveRoom', { ...room, capacity: 9 })).toBe('ROOM_NAME_TAKEN');
    expect(await (await world.as('officer')).codeOf('saveRoom', room)).toBe('FORBIDDEN');
    const theirs = await world.as('otherTrainer');
    expect(await theirs.codeOf('saveRoom', { ...room, roomId: saved.id })).toBe('NOT_FOUND');
    expect(await trainer.query('{ rooms { id } }')).toEqual([{ id: saved.id }]);
  });

  it('scheduleSession: good, repeat, and each refusal (ASM-180, ASM-181, ASM-182, ASM-184)', async () => {
    const trainer = await world.as('trainer');
    const { id: roomId } = await trainer.mutate('saveRoom', { ...room, name: 'Hall' }, 'id');
    const when = hours('2026-12-02', 9, 11);
    const input = await sessionInput(world, { ...when, kind: 'CLASSROOM', roomId, seats: 3 });
    const made = await trainer.mutate('scheduleSession', input, 'id state seatsLeft roomName');
    expect(made).toMatchObject({ state: 'PLANNED', seatsLeft: 3, roomName: 'Hall' });
    expect((await trainer.mutate('scheduleSession', input, 'id')).id).toBe(made.id);
    expect(await refusedToSchedule({ startsAt: BEGINNING })).toBe('SESSION_TIMES');
    expect(await refusedToSchedule({ endsAt: '2026-12-01T11:31:00Z' })).toBe('SESSION_TIMES');
    expect(await refusedToSchedule({ seats: 0 })).toBe('SESSION_SEATS');
    expect(await refusedToSchedule({ roomId, seats: 4 })).toBe('SESSION_OVER_CAPACITY');
    expect(await refusedToSchedule({ kind: 'CLASSROOM' })).toBe('SESSION_WHERE');
    expect(await refusedToSchedule({ onlineAddress: 'http://plain.example' })).toBe('SESSION_WHERE');
    expect(await refusedToSchedule({ trainerIds: [] })).toBe('TRAINERS_MISSING');
    const overlapping = hours('2026-12-02', 10, 12);
    expect(await refusedToSchedule(overlapping)).toBe('TRAINER_TAKEN');
    const trainerIds = [await world.personId('capability')];
    expect(await refusedToSchedule({ ...overlapping, roomId, trainerIds })).toBe('ROOM_TAKEN');
    await aSession(world, { ...hours('2026-12-02', 11, 12), roomId, trainerIds });
    await trainer.mutate('saveRoom', { ...room, name: 'Hall', roomId, isClosed: true }, 'id');
    expect(await refusedToSchedule({ roomId })).toBe('ROOM_CLOSED');
    expect(await (await world.as('officer')).codeOf('scheduleSession', input)).toBe('FORBIDDEN');
    const theirs = await world.as('otherTrainer');
    expect(await theirs.codeOf('scheduleSession', { ...input, seats: 1 })).toBe('NOT_FOUND');
  });

  it('two requests at once never share a room (ASM-184)', async () => {
    const trainer = await world.as('trainer');
    const { id: roomId } = await trainer.mutate('saveRoom', { ...room, name: 'Gym' }, 'id');
    const when = hours('2026-12-03', 9, 10);
    const asked = ['capability', 'supervisor', 'secondTrainer'] as const;
    const inputs: Record<string, unknown>[] = [];
    for (const key of asked)
      inputs.push(await sessionInput(world, { ...when, roomId, trainerIds: [await world.personId(key)] }));
    const replies = await Promise.all(inputs.map((input) => trainer.mutate('scheduleSession', input, 'id')));
    expect(replies.map((reply) => reply.code ?? 'made').sort()).toEqual(['ROOM_TAKEN', 'ROOM_TAKEN', 'made']);
  });

  it('bookSeat: good, repeat, cohort, clash, begun, foreign, malformed (ASM-186, ASM-188, ASM-190)', async () => {
    const when = hours('2026-12-04', 9, 11);
    const sessionId = await aSession(world, when);
    const first = await booked(world, 'officer', sessionId);
    expect(first.state).toBe('BOOKED');
    expect((await booked(world, 'officer', sessionId)).id).toBe(first.id);
    const officer = await world.as('officer');
    const trainerIds = [await world.personId('capability')];
    const clash = await aSession(world, { ...hours('2026-12-04', 10, 12), trainerIds });
    expect(await officer.refusalOf('bookSeat', { sessionId: clash })).toBe('ALREADY_ELSEWHERE');
    const other = world.forces.harbourshire.units['other-team'];
    const notMine = await aSession(world, { ...hours('2026-12-04', 14, 15), unitIds: [other] });
    expect(await officer.refusalOf('bookSeat', { sessionId: notMine })).toBe('SESSION_NOT_FOR_YOU');
    expect(await (await world.as('otherOfficer')).codeOf('bookSeat', { sessionId })).toBe('NOT_FOUND');
    expect(await officer.codeOf('bookSeat', { sessionId: noSuchId() })).toBe('NOT_FOUND');
    expect(await officer.codeOf('bookSeat', { sessionId: 'x' })).toBe('BAD_USER_INPUT');
    expect(await world.stranger().codeOf('bookSeat', { sessionId })).toBe('UNAUTHENTICATED');
    world.at(when.startsAt);
    expect(await (await world.as('colleague')).refusalOf('bookSeat', { sessionId })).toBe('SESSION_BEGUN');
  });

  it('the last seat is sold once, however many ask at once (ASM-189)', async () => {
    const sessionId = await aSession(world, { ...hours('2026-12-07', 9, 10), seats: 1 });
    const callers = [];
    for (const key of ['officer', 'colleague', 'supervisor', 'trainer', 'secondTrainer'] as const)
      callers.push(await world.as(key));
    const replies = await Promise.all(callers.map((each) => each.mutate('bookSeat', { sessionId }, 'state')));
    const outcomes = replies.map((reply) => reply.state ?? reply.code).sort();
    expect(outcomes).toEqual(['BOOKED', 'SESSION_FULL', 'SESSION_FULL', 'SESSION_FULL', 'SESSION_FULL']);
  });

  it('the waiting list is offered seats in order; offers lapse, are declined and accepted (ASM-192, ASM-193, ASM-194)', async () => {
    const sessionId = await aSession(world, { ...hours('2026-12-08', 9, 10), seats: 1 });
    const officer = await world.as('officer');
    expect(await officer.refusalOf('joinWaitingList', { sessionId })).toBe('SESSION_HAS_SEATS');
    const { id: bookingId } = await booked(world, 'officer', sessionId);
    for (const key of ['colleague', 'supervisor', 'capability'] as const) {
      const caller = await world.as(key);
      const waits = await caller.mutate('joinWaitingList', { sessionId }, 'id state');
      expect(waits.state).toBe('WAITING');
      expect((await caller.mutate('joinWaitingList', { sessionId }, 'id')).id).toBe(waits.id);
      expect(await caller.refusalOf('acceptOffer', { bookingId: waits.id })).toBe('OFFER_OVER');
      world.at(new Date(world.clock.now().getTime() + 1000));
    }
    for (let time = 0; time < 2; time++)
      expect(await officer.mutate('cancelBooking', { bookingId }, 'state')).toMatchObject({
        state: 'CANCELLED',
      });
    expect(await stateOf(world, 'colleague', sessionId)).toBe('OFFERED');
    expect(await officer.refusalOf('bookSeat', { sessionId })).toBe('SESSION_FULL');
    world.at('2026-11-24T09:00:02Z');
    await world.settle();
    expect(await stateOf(world, 'colleague', sessionId)).toBe('OFFERED');
    world.at('2026-11-24T09:00:03Z');
    await world.settle();
    expect(await stateOf(world, 'colleague', sessionId)).toBe('LAPSED');
    expect(await stateOf(world, 'supervisor', sessionId)).toBe('OFFERED');
    const supervisor = await world.as('supervisor');
    const { id } = await supervisor.mutate('joinWaitingList', { sessionId }, 'id');
    expect(await supervisor.mutate('declineOffer', { bookingId: id }, 'state')).toMatchObject({
      state: 'DECLINED',
    });
    expect(await supervisor.refusalOf('cancelBooking', { bookingId: id })).toBe('BOOKING_NOT_HELD');
    const capability = await world.as('capability');
    const mine = await capability.mutate('joinWaitingList', { sessionId }, 'id state');
    for (let time = 0; time < 2; time++)
      expect(await capability.mutate('acceptOffer', { bookingId: mine.id }, 'state')).toMatchObject({
        state: 'BOOKED',
      });
    expect(await supervisor.codeOf('cancelBooking', { bookingId: mine.id })).toBe('NOT_FOUND');
  });

  it('an assessment’s seat is a place in its sitting (ASM-183, ASM-202)', async () => {
    const sittingId = await aSitting(world, { seats: 2, invigilated: true });
    const trainerIds = [await world.personId('invigilator')];
    const more = {
      ...hours('2026-11-23', 10, 11),
      kind: 'ASSESSMENT',
      onlineAddress: 'https://meet.example/1',
    };
    expect(await refusedToSchedule({ ...more, sittingId })).toBe('TRAINERS_MISSING');
    expect(await refusedToSchedule({ ...more, trainerIds })).toBe('SESSION_SITTING');
    expect(await refusedToSchedule({ ...more, trainerIds, sittingId, seats: 3 })).toBe('SESSION_SITTING');
    const sessionId = await aSession(world, { ...more, trainerIds, sittingId, seats: 1 });
    const trainer = await world.as('trainer');
    expect(await trainer.refusalOf('cancelSitting', { sittingId, reason: 'No room.' })).toBe(
      'SITTING_HAS_SESSIONS',
    );
    const { id: bookingId } = await booked(world, 'officer', sessionId);
    const officer = await world.as('officer');
    const sitting = 'query Q($id: ID!) { sitting(id: $id) { placesTaken bookedByMe } }';
    expect(await officer.query(sitting, { id: sittingId })).toEqual({ placesTaken: 1, bookedByMe: true });
    expect(await officer.refusalOf('giveUpPlace', { sittingId })).toBe('PLACE_BY_BOOKING');
    await officer.mutate('cancelBooking', { bookingId }, 'id');
    expect(await officer.query(sitting, { id: sittingId })).toEqual({ placesTaken: 1, bookedByMe: false });
    await officer.mutate('bookPlace', { sittingId }, 'id');
    expect(await officer.refusalOf('bookSeat', { sessionId })).toBe('PLACE_HELD');
    await trainer.mutate('cancelSession', { sessionId, reason: 'No staff.' }, 'state');
    expect(await officer.query(sitting, { id: sittingId })).toEqual({ placesTaken: 1, bookedByMe: true });
  });

  it('cancelSession: reason, repeat, begun; rebooking in order (ASM-187, ASM-199)', async () => {
    const sessionId = await aSession(world, { ...hours('2026-12-09', 9, 10), seats: 2 });
    await booked(world, 'colleague', sessionId);
    world.at(new Date(world.clock.now().getTime() + 1000));
    await booked(world, 'officer', sessionId);
    const next = await aSession(world, {
      ...hours('2026-12-30', 9, 10),
      seats: 1,
      kind: 'LIVE_EXERCISE',
      onlineAddress: 'https://a.example',
    });
    const trainer = await world.as('trainer');
    expect(await trainer.refusalOf('cancelSession', { sessionId, reason: ' ' })).toBe(
      'SESSION_REASON_MISSING',
    );
    expect(await (await world.as('officer')).codeOf('cancelSession', { sessionId, reason: 'No.' })).toBe(
      'FORBIDDEN',
    );
    const like = await aSession(world, { ...hours('2026-11-25', 9, 10), seats: 1 });
    for (const reason of ['The trainer is ill.', 'Again.'])
      expect(
        await trainer.mutate('cancelSession', { sessionId, reason }, 'state cancelReason'),
      ).toMatchObject({
        ...{ state: 'CANCELLED', cancelReason: 'The trainer is ill.' },
      });
    expect(await (await world.as('officer')).refusalOf('bookSeat', { sessionId })).toBe('SESSION_CANCELLED');
    await world.settle();
    await world.settle();
    expect(await stateOf(world, 'colleague', like)).toBe('OFFERED');
    expect(await stateOf(world, 'officer', like)).toBeUndefined();
    expect(await stateOf(world, 'officer', next)).toBeUndefined();
    world.at('2026-11-25T09:00:00Z');
    const late = await world.as('trainer');
    expect(await late.refusalOf('cancelSession', { sessionId: like, reason: 'Late.' })).toBe('SESSION_BEGUN');
  });
});
