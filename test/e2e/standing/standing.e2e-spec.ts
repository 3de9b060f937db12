import { GrantRole } from '@app/identity';
import { calendarDateOf } from '@app/platform/clock/calendar.js';
import { englishOnly } from '@app/platform/context/words.js';
import { newId } from '@app/platform/ids/ids.js';
import { RecordEvidence } from '@app/standing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aWorld, type World } from '../../support/a-world.js';
import type { Caller } from '../../support/caller.js';
import { withCourse } from '../../support/with-course.js';

const STANDING =
  'query Standing($personId: ID!, $skillId: ID!, $asAt: Date) { standing(personId: $personId, skillId: $skillId, asAt: $asAt) { level lastValidDay asAt because { kind title level from lastValidDay counts why } } }';

describe('standing', () => {
  let world: World;
  let officer: Caller;
  const ask = (who: Caller, more: Record<string, unknown> = {}) =>
    who.send(STANDING, { personId: officer.personId, skillId: 'OLH-01', ...more });
  const codeOf = async (who: Caller, more: Record<string, unknown> = {}) =>
    (await ask(who, more)).errors[0]?.extensions['code'];

  beforeAll(async () => {
    world = await aWorld();
    await withCourse(world);
    officer = await world.as('officer');
    await world.get(RecordEvidence).execute(world.system(), {
      personId: officer.personId,
      skillId: 'OLH-01',
      level: 2,
      from: calendarDateOf('2026-01-31'),
      lastValidDay: calendarDateOf('2028-01-31'),
      kind: 'award',
      title: englishOnly('Online harms law for officers'),
      sourceId: newId(),
    });
  }, 120_000);
  afterAll(() => world.end());

  it('STD-02 STD-07 tells the person, with reasons and the last valid day', async () => {
    const [mine] = await officer.query(
      '{ myStanding { skillId level lastValidDay because { counts why } } }',
    );
    expect(mine).toMatchObject({ skillId: 'OLH-01', level: 2, lastValidDay: '2027-01-31' });
    expect(mine.because).toEqual([
      { counts: true, why: 'Counts: it shows level 2 and is in date until the end of 31 January 2027.' },
    ]);
  });

  it('STD-07 tells the force’s own leads, as at a day', async () => {
    for (const lead of ['supervisor', 'trainer', 'capability'] as const) {
      const reply = await ask(await world.as(lead), { asAt: '2027-02-01' });
      expect(reply.data?.['standing']).toMatchObject({ level: 0, lastValidDay: null, asAt: '2027-02-01' });
    }
  });

  it('STD-07 speaks Welsh to whoever asks in Welsh', async () => {
    const variables = { personId: officer.personId, skillId: 'OLH-01' };
    const reply = await officer.send(STANDING, variables, { 'accept-language': 'cy' });
    expect(reply.data?.['standing'].because[0].why).toMatch(
      /^Mae’n cyfrif: mae’n dangos lefel 2 .*31 Ionawr 2027/,
    );
  });

  it('STD-07 is nobody else’s: a colleague, another force, an id that does not exist, a stranger', async () => {
    expect(await codeOf(await world.as('colleague'))).toBe('NOT_FOUND');
    expect(await codeOf(await world.as('otherTrainer'))).toBe('NOT_FOUND');
    expect(await codeOf(await world.as('author'))).toBe('NOT_FOUND');
    expect(await codeOf(await world.as('trainer'), { personId: newId() })).toBe('NOT_FOUND');
    expect(await codeOf(world.stranger())).toBe('UNAUTHENTICATED');
  });

  it('STD-07 reaches as far as a unit’s supervisor does', async () => {
    const personId = await world.join('harbourshire', { givenName: 'Sam', familyName: 'Reed' });
    const unit = (key: string) => world.forces.harbourshire.units[key] ?? null;
    const grant = (key: string) =>
      world.get(GrantRole).execute(world.system(), { personId, bundle: 'supervisor', unitId: unit(key) });
    const sam = await world.signedIn(personId, world.forces.harbourshire.id);
    await grant('other-team');
    expect(await codeOf(sam)).toBe('NOT_FOUND');
    await grant('district');
    expect((await ask(sam)).data?.['standing'].level).toBe(2);
  });

  it('refuses a malformed id, a day that does not exist and an unknown skill', async () => {
    expect(await codeOf(officer, { personId: 'x' })).toBe('BAD_USER_INPUT');
    expect(await codeOf(officer, { asAt: '2026-02-30' })).toBe('BAD_USER_INPUT');
    expect(await codeOf(officer, { skillId: 'XXX-01' })).toBe('NOT_FOUND');
  });
});
