import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BEGINNING, type World } from '../../support/a-world.js';
import { anAssessmentWorld, noSuchId, sittingInput } from './assessment-world.js';

const FIELDS =
  'id courseCode courseTitle { en } componentKey opensAt closesAt limitMinutes seats placesTaken state mode bookedByMe reminderAt';

describe('createSitting', () => {
  let world: World;
  beforeAll(async () => {
    world = await anAssessmentWorld();
  });
  afterAll(() => world.end());
  beforeEach(() => world.at(BEGINNING));

  it('puts a sitting on the timetable, and the same request again is the same sitting', async () => {
    const trainer = await world.as('trainer');
    const input = sittingInput({
      reminderMinutesBefore: 30,
      unitIds: [world.forces.harbourshire.units['team']],
    });
    const made = (await trainer.mutate('createSitting', input, FIELDS)) as { id: string };
    expect(made).toMatchObject({
      ...{
        courseCode: 'OLH-101',
        courseTitle: { en: 'Online harms law for officers' },
        componentKey: 'paper',
      },
      ...{
        limitMinutes: 35,
        seats: 20,
        placesTaken: 0,
        state: 'SCHEDULED',
        mode: 'ONLINE',
        bookedByMe: false,
      },
      reminderAt: '2026-11-23T09:30:00.000Z',
    });
    expect(await trainer.mutate('createSitting', input, 'id')).toMatchObject({ id: made.id });
    const officer = await world.as('officer');
    const mine: unknown = await officer.query('{ mySittings { edges { node { id state bookedByMe } } } }');
    expect(mine).toEqual({ edges: [{ node: { id: made.id, state: 'SCHEDULED', bookedByMe: false } }] });
    expect(await officer.query('query Q($id: ID!) { sitting(id: $id) { id } }', { id: made.id })).toEqual({
      id: made.id,
    });
    const foreign = await (await world.as('otherTrainer')).send(
      'query Q($id: ID!) { sitting(id: $id) { id } }',
      { id: made.id },
    );
    expect(foreign.errors[0]?.extensions['code']).toBe('NOT_FOUND');
    const all: unknown = await trainer.query(
      '{ sittings(courseCode: "OLH-101") { totalCount edges { node { id } } } }',
    );
    expect(all).toMatchObject({ totalCount: 1 });
  });

  it('refuses what the rules refuse, by code', async () => {
    const trainer = await world.as('trainer');
    const refusals: [Record<string, unknown>, string][] = [
      [{ opensAt: '2026-11-23T08:00:00Z' }, 'SITTING_WINDOW'],
      [{ closesAt: '2026-11-23T10:34:00Z' }, 'SITTING_WINDOW'],
      [{ seats: 0 }, 'SITTING_SEATS'],
      [{ reminderMinutesBefore: 60 }, 'REMINDER_TOO_LATE'],
      [{ componentKey: 'watched' }, 'COMPONENT_UNKNOWN'],
    ];
    for (const [more, code] of refusals)
      expect(await trainer.refusalOf('createSitting', sittingInput(more))).toBe(code);
    await world.connection.collection('blueprints').updateMany({}, { $set: { count: 13 } });
    expect(await trainer.refusalOf('createSitting', sittingInput({ seats: 2 }))).toBe('BLUEPRINT_SHORT');
    await world.connection.collection('blueprints').updateMany({}, { $set: { componentKey: 'away' } });
    expect(await trainer.refusalOf('createSitting', sittingInput({ seats: 2 }))).toBe('BLUEPRINT_MISSING');
    await world.connection
      .collection('blueprints')
      .updateMany({}, { $set: { componentKey: 'paper', count: 10 } });
  });

  it('tells faults of the caller apart', async () => {
    const trainer = await world.as('trainer');
    const faults: [Record<string, unknown>, string][] = [
      [{ unitIds: ['not-an-id'] }, 'BAD_USER_INPUT'],
      [{ opensAt: 'tomorrow' }, 'BAD_USER_INPUT'],
      [{ mode: 'GARDEN' }, 'BAD_USER_INPUT'],
      [{ courseCode: 'XXX-999' }, 'NOT_FOUND'],
      [{ unitIds: [noSuchId()] }, 'NOT_FOUND'],
      [{ unitIds: [world.forces['glan-arian'].units['team']] }, 'NOT_FOUND'],
    ];
    for (const [more, code] of faults)
      expect([more, await trainer.codeOf('createSitting', sittingInput(more))]).toEqual([more, code]);
    expect(await (await world.as('officer')).codeOf('createSitting', sittingInput())).toBe('FORBIDDEN');
    expect(await world.stranger().codeOf('createSitting', sittingInput())).toBe('UNAUTHENTICATED');
  });
});

describe('createSitting outside the demonstration', () => {
  let world: World;
  beforeAll(async () => {
    world = await anAssessmentWorld(undefined, { LANTERN_MODE: 'live' });
  });
  afterAll(() => world.end());

  it('ASM-05 refuses a sitting that only sample items could fill', async () => {
    expect(await (await world.as('trainer')).refusalOf('createSitting', sittingInput())).toBe(
      'SITTING_NEEDS_SAMPLES',
    );
  });
});
