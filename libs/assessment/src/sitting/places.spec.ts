import type { PersonId } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { StartAttempt } from '../attempt/start-attempt.js';
import { Ground } from '../testing/ground.js';
import { BookPlace } from './book-place.js';
import { BookPlaces } from './book-places.js';
import { CancelSitting } from './cancel-sitting.js';
import { GiveUpPlace } from './give-up-place.js';
import type { Sitting, SittingId } from './sitting.js';
import { SittingReader } from './sitting.reader.js';

describe('sittings and places', () => {
  let ground: Ground;
  const get: Ground['world']['get'] = (type) => ground.world.get(type);

  beforeAll(async () => {
    ground = await Ground.of();
  });
  afterAll(() => ground.world.close());
  beforeEach(() => ground.world.clock.set('2026-11-23T09:00:00Z'));

  const stored = (id: SittingId): Promise<Sitting | null> => get(SittingReader).byId(ground.system.force, id);

  it('ASM-18 sells 10 seats to 50 who book at once exactly 10 times', async () => {
    const { id } = await ground.sitting({ seats: 10 });
    const people = Array.from({ length: 50 }, () => ground.world.as(newId<PersonId>(), ground.forceId));
    const outcomes = await Promise.allSettled(
      people.map((ctx) => get(BookPlace).execute(ctx, { sittingId: id })),
    );
    const refused = outcomes.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
    expect(outcomes.length - refused.length).toBe(10);
    expect(new Set(refused.map(({ reason }) => (reason as { code: string }).code))).toEqual(
      new Set(['SITTING_FULL']),
    );
    expect((await stored(id))?.placesTaken).toBe(10);
    expect(await get(SittingReader).peopleWithPlace(ground.system.force, id)).toHaveLength(10);
    const booked = (await ground.events('assessment.place.booked.v1')).filter((e) => e['sittingId'] === id);
    expect(booked).toHaveLength(10);
  }, 60_000);

  it('gives one place to somebody who books many times at once', async () => {
    const { id } = await ground.sitting({ seats: 5 });
    const ctx = ground.world.as(newId<PersonId>(), ground.forceId);
    await Promise.all([1, 2, 3, 4].map(() => get(BookPlace).execute(ctx, { sittingId: id })));
    expect((await stored(id))?.placesTaken).toBe(1);
  });

  it('ASM-18 books for several people all or none', async () => {
    const { id } = await ground.sitting({ seats: 2 });
    const personIds = [await ground.person(), await ground.person(), await ground.person()];
    const booking = get(BookPlaces).execute(ground.system, { sittingId: id, personIds });
    await expect(booking).rejects.toMatchObject({ code: 'SITTING_FULL', facts: { left: 2 } });
    expect((await stored(id))?.placesTaken).toBe(0);
    await get(BookPlaces).execute(ground.system, { sittingId: id, personIds: personIds.slice(1) });
    await get(BookPlaces).execute(ground.system, { sittingId: id, personIds: personIds.slice(1) });
    expect((await stored(id))?.placesTaken).toBe(2);
  });

  it('does not book for people whom the force has not', async () => {
    const { id } = await ground.sitting({ seats: 3 });
    const personIds = [await ground.person(), newId<PersonId>()];
    const booking = get(BookPlaces).execute(ground.system, { sittingId: id, personIds });
    await expect(booking).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('ASM-19 lets people book what is meant for their unit or for them, and nothing else', async () => {
    const insider = ground.world.as(await ground.person(), ground.forceId);
    const outsider = ground.world.as(newId<PersonId>(), ground.forceId);
    const forTeam = await ground.sitting({ unitIds: [ground.unitId], seats: 4 });
    await get(BookPlace).execute(insider, { sittingId: forTeam.id });
    await expect(get(BookPlace).execute(outsider, { sittingId: forTeam.id })).rejects.toMatchObject({
      code: 'NOT_IN_COHORT',
    });
    const seen = await get(SittingReader).openFor(insider.force, personOf(insider), 'OLH-101');
    expect(seen.find(({ id }) => id === forTeam.id)?.bookedByMe).toBe(true);
    const unseen = await get(SittingReader).openFor(outsider.force, personOf(outsider), 'OLH-101');
    expect(unseen.map(({ id }) => id)).not.toContain(forTeam.id);
  });

  it('gives a place up once, and its seat to the next', async () => {
    const { id } = await ground.sitting({ seats: 1, closesAt: new Date('2026-11-23T13:00:00Z') });
    const [first, second] = [1, 2].map(() => ground.world.as(newId<PersonId>(), ground.forceId));
    if (first === undefined || second === undefined) throw new Error('two people');
    await get(BookPlace).execute(first, { sittingId: id });
    await get(GiveUpPlace).execute(first, { sittingId: id });
    await get(GiveUpPlace).execute(first, { sittingId: id });
    expect((await stored(id))?.placesTaken).toBe(0);
    await get(BookPlace).execute(second, { sittingId: id });
    expect((await stored(id))?.placesTaken).toBe(1);
  });

  it('ASM-20 keeps a place from which somebody started', async () => {
    const ctx = await ground.officer();
    const { sittingId } = await ground.started(ctx);
    await expect(get(GiveUpPlace).execute(ctx, { sittingId })).rejects.toMatchObject({ code: 'PLACE_USED' });
  });

  it('makes one sitting of one request, also when it is sent twice at once', async () => {
    const closesAt = new Date('2026-11-23T14:00:00Z');
    const [one, two] = await Promise.all([ground.sitting({ closesAt }), ground.sitting({ closesAt })]);
    const third = await ground.sitting({ closesAt });
    expect([two.id, third.id]).toEqual([one.id, one.id]);
  });

  it('ASM-11 ASM-12 ASM-13 refuses an impossible window, seats or reminder', async () => {
    const at = (time: string) => new Date(`2026-11-23T${time}:00Z`);
    const past = ground.sitting({ opensAt: at('09:00') });
    await expect(past).rejects.toMatchObject({ code: 'SITTING_WINDOW' });
    // The limit is 35 minutes: 34 are too few, 35 are enough.
    await expect(ground.sitting({ closesAt: at('10:34') })).rejects.toMatchObject({ code: 'SITTING_WINDOW' });
    await expect(ground.sitting({ closesAt: at('10:35') })).resolves.toMatchObject({ state: 'SCHEDULED' });
    for (const seats of [0, 2001, 1.5])
      await expect(ground.sitting({ seats })).rejects.toMatchObject({ code: 'SITTING_SEATS' });
    const late = ground.sitting({ reminderMinutesBefore: 60 });
    await expect(late).rejects.toMatchObject({ code: 'REMINDER_TOO_LATE' });
  });

  it('ASM-10 refuses a component that is no paper, and an unknown course', async () => {
    const practical = ground.sitting({ componentKey: 'watched' });
    await expect(practical).rejects.toMatchObject({ code: 'COMPONENT_UNKNOWN' });
    await expect(ground.sitting({ courseCode: 'XXX-999' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('records opening, reminder and closing as of their due times, however late', async () => {
    const { id } = await ground.sitting({ reminderMinutesBefore: 30, seats: 7 });
    ground.world.clock.set('2026-11-23T12:07:00Z');
    expect(await stored(id)).toMatchObject({ state: 'SCHEDULED' });
    await ground.world.settle();
    expect(await stored(id)).toMatchObject({ state: 'CLOSED' });
    const at = async (type: string) =>
      (await ground.events(type)).filter((event) => event['sittingId'] === id).map((event) => event['at']);
    expect(await at('assessment.sitting.reminded.v1')).toEqual(['2026-11-23T09:30:00.000Z']);
    expect(await at('assessment.sitting.opened.v1')).toEqual(['2026-11-23T10:00:00.000Z']);
    expect(await at('assessment.sitting.closed.v1')).toEqual(['2026-11-23T12:00:00.000Z']);
    const ctx = ground.world.as(newId<PersonId>(), ground.forceId);
    await expect(get(BookPlace).execute(ctx, { sittingId: id })).rejects.toMatchObject({
      code: 'SITTING_CLOSED',
    });
    const cancelling = get(CancelSitting).execute(ground.system, {
      sittingId: id,
      reason: 'ASM-14 too late',
    });
    await expect(cancelling).rejects.toMatchObject({ code: 'SITTING_CLOSED' });
  });

  it('ASM-14 ASM-15 ASM-17 cancels with a reason, once, and nothing of it happens any more', async () => {
    const { id } = await ground.sitting({ seats: 8, reminderMinutesBefore: 15 });
    const ctx = await ground.officer();
    await get(BookPlace).execute(ctx, { sittingId: id });
    const cancel = (reason: string) => get(CancelSitting).execute(ground.system, { sittingId: id, reason });
    await expect(cancel('  x ')).rejects.toMatchObject({ code: 'CANCEL_REASON_MISSING' });
    await cancel('The room is flooded.');
    expect(await cancel('again')).toMatchObject({ state: 'CANCELLED', cancelReason: 'The room is flooded.' });
    const late = get(BookPlace).execute(ground.world.as(newId<PersonId>(), ground.forceId), {
      sittingId: id,
    });
    await expect(late).rejects.toMatchObject({ code: 'SITTING_CANCELLED' });
    ground.world.clock.set('2026-11-23T10:30:00Z');
    await ground.world.settle();
    const start = get(StartAttempt).execute(ctx, { sittingId: id });
    await expect(start).rejects.toMatchObject({ code: 'SITTING_CANCELLED' });
    for (const type of ['opened', 'reminded'])
      expect(
        (await ground.events(`assessment.sitting.${type}.v1`)).filter((event) => event['sittingId'] === id),
      ).toEqual([]);
    ground.world.clock.set('2026-11-23T09:00:00Z');
    const again = await ground.sitting({ seats: 8, reminderMinutesBefore: 15 });
    expect(again.id).not.toBe(id);
  });

  it('ASM-16 does not cancel while somebody sits', async () => {
    const { sittingId } = await ground.started(await ground.officer());
    const cancelling = get(CancelSitting).execute(ground.system, { sittingId, reason: 'No staff today.' });
    await expect(cancelling).rejects.toMatchObject({ code: 'SITTING_RUNNING' });
  });

  it('knows no sitting of another force', async () => {
    const { id } = await ground.sitting({ seats: 9 });
    const stranger = ground.world.as(newId<PersonId>(), newId<never>());
    for (const verb of [get(BookPlace), get(GiveUpPlace), get(StartAttempt)])
      await expect(verb.execute(stranger, { sittingId: id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

function personOf(ctx: { actor: unknown }): PersonId {
  return (ctx.actor as { personId: PersonId }).personId;
}
