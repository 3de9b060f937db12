import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BEGINNING, type World } from '../../support/a-world.js';
import { anAssessmentWorld, aSitting, noSuchId, started, WINDOW } from './assessment-world.js';

describe('places and cancelling', () => {
  let world: World;
  beforeAll(async () => {
    world = await anAssessmentWorld();
  });
  afterAll(() => world.end());
  beforeEach(() => world.at(BEGINNING));

  it('bookPlace, giveUpPlace: good, and the repeat is the same answer', async () => {
    const sittingId = await aSitting(world, { seats: 3 });
    const officer = await world.as('officer');
    for (let time = 0; time < 2; time++)
      expect(await officer.mutate('bookPlace', { sittingId }, 'placesTaken bookedByMe')).toMatchObject({
        placesTaken: 1,
        bookedByMe: true,
      });
    for (let time = 0; time < 2; time++)
      expect(await officer.mutate('giveUpPlace', { sittingId }, 'placesTaken bookedByMe')).toMatchObject({
        placesTaken: 0,
        bookedByMe: false,
      });
  });

  it('bookPlaces: good, repeat, and the list of places', async () => {
    const sittingId = await aSitting(world, { seats: 2 });
    const trainer = await world.as('trainer');
    const personIds = [await world.personId('officer'), await world.personId('colleague')];
    for (let time = 0; time < 2; time++)
      expect(await trainer.mutate('bookPlaces', { sittingId, personIds }, 'placesTaken')).toMatchObject({
        placesTaken: 2,
      });
    const query =
      'query Q($id: ID!) { places(sittingId: $id, first: 1) { totalCount pageInfo { hasNextPage } edges { node { person { id familyName } attemptState } } } }';
    expect(await trainer.query(query, { id: sittingId })).toMatchObject({
      totalCount: 2,
      pageInfo: { hasNextPage: true },
      edges: [{ node: { attemptState: null, person: { familyName: expect.any(String) } } }],
    });
    const supervisorId = await world.personId('supervisor');
    expect(await trainer.refusalOf('bookPlaces', { sittingId, personIds: [supervisorId] })).toBe(
      'SITTING_FULL',
    );
    expect(await (await world.as('supervisor')).refusalOf('bookPlace', { sittingId })).toBe('SITTING_FULL');
    const foreigner = await world.personId('otherOfficer');
    expect(await trainer.codeOf('bookPlaces', { sittingId, personIds: [foreigner] })).toBe('NOT_FOUND');
    expect(await trainer.codeOf('bookPlaces', { sittingId, personIds: [] })).toBe('BAD_USER_INPUT');
    expect(await trainer.codeOf('bookPlaces', { sittingId, personIds: ['x'] })).toBe('BAD_USER_INPUT');
  });

  it('refuses by code: another cohort, a closed and a cancelled sitting, a place in use', async () => {
    const elsewhere = world.forces.harbourshire.units['other-team'];
    const notMine = await aSitting(world, { unitIds: [elsewhere] });
    expect(await (await world.as('officer')).refusalOf('bookPlace', { sittingId: notMine })).toBe(
      'NOT_IN_COHORT',
    );
    const { attempt } = await started(world, 'colleague', { seats: 4 });
    const colleague = await world.as('colleague');
    expect(await colleague.refusalOf('giveUpPlace', { sittingId: attempt.sittingId })).toBe('PLACE_USED');
    const trainer = await world.as('trainer');
    const cancelling = { sittingId: attempt.sittingId, reason: 'No staff today.' };
    expect(await trainer.refusalOf('cancelSitting', cancelling)).toBe('SITTING_RUNNING');
    world.at(WINDOW.closesAt);
    for (const verb of ['bookPlace', 'giveUpPlace'])
      expect(
        await (await world.as(verb === 'bookPlace' ? 'officer' : 'colleague')).refusalOf(verb, {
          sittingId: attempt.sittingId,
        }),
      ).toBe('SITTING_CLOSED');
    expect(await (await world.as('trainer')).refusalOf('cancelSitting', cancelling)).toBe('SITTING_CLOSED');
  });

  it('cancelSitting: good, repeat, without a reason, and what follows', async () => {
    const sittingId = await aSitting(world, { seats: 5 });
    const trainer = await world.as('trainer');
    const officer = await world.as('officer');
    await officer.mutate('bookPlace', { sittingId }, 'id');
    expect(await trainer.refusalOf('cancelSitting', { sittingId, reason: ' ' })).toBe(
      'CANCEL_REASON_MISSING',
    );
    for (const reason of ['The room is flooded.', 'Again.'])
      expect(
        await trainer.mutate('cancelSitting', { sittingId, reason }, 'state cancelReason'),
      ).toMatchObject({
        state: 'CANCELLED',
        cancelReason: 'The room is flooded.',
      });
    expect(await (await world.as('colleague')).refusalOf('bookPlace', { sittingId })).toBe(
      'SITTING_CANCELLED',
    );
    expect(await officer.refusalOf('giveUpPlace', { sittingId })).toBe('SITTING_CANCELLED');
    expect(await officer.refusalOf('startAttempt', { sittingId })).toBe('SITTING_CANCELLED');
    expect(await trainer.refusalOf('releaseResults', { sittingId })).toBe('SITTING_CANCELLED');
  });

  it.each(['bookPlace', 'giveUpPlace', 'bookPlaces', 'cancelSitting', 'startAttempt', 'releaseResults'])(
    '%s: malformed, unknown, another force’s, not allowed',
    async (verb) => {
      const forLeads = ['bookPlaces', 'cancelSitting', 'releaseResults'].includes(verb);
      const sittingId = await aSitting(world, { seats: 6 });
      const more =
        verb === 'bookPlaces'
          ? { personIds: [await world.personId('officer')] }
          : verb === 'cancelSitting'
            ? { reason: 'No room.' }
            : {};
      const caller = await world.as(forLeads ? 'trainer' : 'officer');
      expect(await caller.codeOf(verb, { sittingId: 'nonsense', ...more })).toBe('BAD_USER_INPUT');
      expect(await caller.codeOf(verb, { sittingId: noSuchId(), ...more })).toBe('NOT_FOUND');
      const foreign = await world.as(forLeads ? 'otherTrainer' : 'otherOfficer');
      const theirs = verb === 'bookPlaces' ? { personIds: [await world.personId('otherOfficer')] } : more;
      expect(await foreign.codeOf(verb, { sittingId, ...theirs })).toBe('NOT_FOUND');
      if (forLeads)
        expect(await (await world.as('officer')).codeOf(verb, { sittingId, ...more })).toBe('FORBIDDEN');
      expect(await world.stranger().codeOf(verb, { sittingId, ...more })).toBe('UNAUTHENTICATED');
    },
  );
});
