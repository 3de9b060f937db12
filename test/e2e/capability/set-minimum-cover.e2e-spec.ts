import { GrantRole, PostPerson, type UnitId } from '@app/identity';
import { calendarDateOf } from '@app/platform/clock/calendar.js';
import { englishOnly } from '@app/platform/context/words.js';
import { newId } from '@app/platform/ids/ids.js';
import { RecordEvidence } from '@app/standing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aWorld, type World } from '../../support/a-world.js';
import { withCourse } from '../../support/with-course.js';

const ROW = 'unitId roleId skillId level essential posted inDate minimum short';
const COVER = `query($unitId: ID!, $roleId: ID, $skillId: ID, $on: Date) { cover(unitId: $unitId, roleId: $roleId, skillId: $skillId, on: $on) { on unit { name } rows { ${ROW} roleName { en } skillName { en } } } }`;
const OVER = `query($unitId: ID!, $roleId: ID!, $skillId: ID!, $from: Date!, $to: Date!) { coverOver(unitId: $unitId, roleId: $roleId, skillId: $skillId, from: $from, to: $to) { on inDate posted } }`;

let world: World;
beforeAll(async () => {
  world = await aWorld();
  await withCourse(world);
  await world.as('officer');
  await world.as('capability');
  await world.as('otherTrainer');
  await world.settle();
}, 60_000);
afterAll(() => world.end());

function team(force: 'harbourshire' | 'glan-arian' = 'harbourshire', unit = 'team'): string {
  return world.forces[force].units[unit] ?? '';
}

const input = (more: Record<string, unknown> = {}) => ({
  ...{ unitId: team(), roleId: 'response-officer', skillId: 'OLH-01', level: 2, minimum: 2, ...more },
});

const errorsOf = (reply: { errors: readonly { extensions: Record<string, unknown> }[] }) =>
  reply.errors.map(({ extensions }) => extensions['code']);

describe('setMinimumCover', () => {
  it('CAP-07 sets the minimum, and the row says that the team is short', async () => {
    const lead = await world.as('capability');
    const row = await lead.mutate('setMinimumCover', input(), ROW);
    expect(row).toMatchObject({
      __typename: 'CoverRow',
      minimum: 2,
      inDate: 0,
      short: true,
      essential: true,
    });
  });

  it('CAP-07 changes nothing and announces nothing when it is repeated', async () => {
    const lead = await world.as('capability');
    const journal = world.connection.collection('journal');
    const wanted = { type: 'capability.minimum-cover.set.v1', 'data.minimum': 7 };
    const first = await lead.mutate('setMinimumCover', input({ minimum: 7 }), ROW);
    expect(await lead.mutate('setMinimumCover', input({ minimum: 7 }), ROW)).toEqual(first);
    expect(await journal.countDocuments(wanted)).toBe(1);
  });

  it('CAP-07 keeps a minimum for a level that no profile asks for', async () => {
    const lead = await world.as('capability');
    const row = await lead.mutate('setMinimumCover', input({ level: 4, minimum: 0 }), ROW);
    expect(row).toMatchObject({ level: 4, minimum: 0, short: false, essential: false });
  });

  it.each([
    ['COVER_ROLE_UNKNOWN', { roleId: 'astronaut' }],
    ['COVER_SKILL_UNKNOWN', { skillId: 'XXX-99' }],
    ['COVER_LEVEL_WRONG', { level: 0 }],
    ['COVER_LEVEL_WRONG', { level: 5 }],
    ['COVER_MINIMUM_WRONG', { minimum: -1 }],
    ['COVER_MINIMUM_WRONG', { minimum: 10_001 }],
  ])('CAP-07 refuses with %s: %j', async (code, wrong) => {
    expect(await (await world.as('capability')).refusalOf('setMinimumCover', input(wrong))).toBe(code);
  });

  it('is malformed without a whole number or with text that is no id', async () => {
    const lead = await world.as('capability');
    expect(await lead.codeOf('setMinimumCover', input({ minimum: 'two' }))).toBe('BAD_USER_INPUT');
    expect(await lead.codeOf('setMinimumCover', input({ unitId: 'nonsense' }))).toBe('BAD_USER_INPUT');
  });

  it('CAP-10 does not find a unit that does not exist or is another force’s', async () => {
    const lead = await world.as('capability');
    expect(await lead.codeOf('setMinimumCover', input({ unitId: newId() }))).toBe('NOT_FOUND');
    expect(await lead.codeOf('setMinimumCover', input({ unitId: team('glan-arian') }))).toBe('NOT_FOUND');
  });

  it('CAP-10 is not for officers, nor for those not signed in', async () => {
    expect(await (await world.as('officer')).codeOf('setMinimumCover', input())).toBe('FORBIDDEN');
    expect(await world.stranger().codeOf('setMinimumCover', input())).toBe('UNAUTHENTICATED');
  });

  it('CAP-10 reaches as far as the unit that the bundle is held for', async () => {
    const personId = await world.join('harbourshire', { givenName: 'Una', familyName: 'Reach' });
    const unitId = world.forces.harbourshire.units['team'] ?? null;
    await world.get(GrantRole).execute(world.system(), { personId, bundle: 'capability-lead', unitId });
    const lead = await world.signedIn(personId, world.forces.harbourshire.id);
    expect(await lead.mutate('setMinimumCover', input({ minimum: 3 }), 'minimum')).toMatchObject({
      minimum: 3,
    });
    expect(await lead.codeOf('setMinimumCover', input({ unitId: team('harbourshire', 'other-team') }))).toBe(
      'FORBIDDEN',
    );
    expect(errorsOf(await lead.send(COVER, { unitId: team('harbourshire', 'command') }))).toEqual([
      'FORBIDDEN',
    ]);
  });
});

describe('cover', () => {
  it('CAP-01 counts the posted of a unit and of those below it, in the names of role and skill', async () => {
    const lead = await world.as('capability');
    const { unit, rows } = await lead.query(COVER, {
      unitId: team('harbourshire', 'command'),
      on: '2026-12-01',
    });
    expect(unit).toEqual({ name: 'Response' });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      roleName: { en: 'Response officer' },
      skillName: { en: 'Regulation' },
      inDate: 0,
    });
    expect(rows[0].posted).toBeGreaterThanOrEqual(2);
  });

  it('CAP-10 is not found for a unit of another force, and is not for officers', async () => {
    const lead = await world.as('capability');
    expect(errorsOf(await lead.send(COVER, { unitId: team('glan-arian') }))).toEqual(['NOT_FOUND']);
    expect(errorsOf(await lead.send(COVER, { unitId: newId() }))).toEqual(['NOT_FOUND']);
    expect(errorsOf(await (await world.as('officer')).send(COVER, { unitId: team() }))).toEqual([
      'FORBIDDEN',
    ]);
  });

  it('CAP-08 and CAP-09 refuse a period that ends before it begins and a need that nobody has', async () => {
    const lead = await world.as('capability');
    const asked = {
      unitId: team(),
      roleId: 'response-officer',
      skillId: 'OLH-01',
      from: '2026-11-23',
      to: '2028-11-23',
    };
    expect((await lead.query(OVER, asked))[0]).toMatchObject({ on: '2026-11-23', inDate: 0 });
    const reversed = await lead.send(OVER, { ...asked, to: '2026-11-22' });
    expect(reversed.errors.map(({ extensions }) => extensions['refusal'])).toEqual(['COVER_PERIOD_WRONG']);
    const unknown = await lead.send(OVER, { ...asked, roleId: 'astronaut' });
    expect(unknown.errors.map(({ extensions }) => extensions['refusal'])).toEqual(['COVER_NEED_UNKNOWN']);
  });
});

describe('forceCover', () => {
  const FORCE = `query($on: Date, $asKnownThen: Boolean) { forceCover(on: $on, asKnownThen: $asKnownThen) { on units { unitId name posted skills { skillId inDate supervised } } } }`;

  it('CAP-32 gives every unit and every skill, each person once in each unit and once in the force', async () => {
    const personId = await world.join('harbourshire', { givenName: 'Ava', familyName: 'Twice' });
    const officer = await world.join('harbourshire', { givenName: 'Cai', familyName: 'Once' });
    for (const [who, level] of [
      [personId, 3],
      [officer, 1],
    ] as const)
      await world.get(RecordEvidence).execute(world.system(), {
        ...{
          personId: who,
          skillId: 'OLH-01',
          level,
          from: calendarDateOf('2026-11-23'),
          lastValidDay: null,
        },
        ...{ kind: 'observed', title: englishOnly('Seen'), sourceId: newId<never>() },
      });
    await world.get(PostPerson).execute(world.system(), {
      ...{ personId, roleId: 'response-officer', rankId: 'pc', from: calendarDateOf('2026-01-01') },
      unitId: world.forces.harbourshire.units['other-team'] as UnitId,
    });
    await world.settle();
    const lead = await world.as('capability');
    const { on, units } = await lead.query(FORCE, { on: '2026-12-01' });
    expect(on).toBe('2026-12-01');
    const inDate = (name: string | null) =>
      units
        .find((unit: { name: string | null }) => unit.name === name)
        .skills.find((count: { skillId: string }) => count.skillId === 'OLH-01').inDate;
    expect(inDate('North Response')).toEqual([2, 1, 1, 0]);
    expect(inDate('North Neighbourhood')).toEqual([1, 1, 1, 0]);
    expect(inDate('North')).toEqual([2, 1, 1, 0]);
    expect(inDate(null)).toEqual([2, 1, 1, 0]);
  });

  it('CAP-31 shows a past day as it was known then, whatever was recorded later', async () => {
    const lead = await world.as('capability');
    const posted = async (asKnownThen: boolean) => {
      const { units } = await lead.query(FORCE, { on: '2026-10-01', asKnownThen });
      return units.find((unit: { unitId: string | null }) => unit.unitId === null)?.posted ?? 0;
    };
    expect(await posted(false)).toBeGreaterThan(2);
    expect(await posted(true)).toBe(0);
  });

  it('CAP-32 is for those who may read cover of the whole force', async () => {
    const personId = await world.join('harbourshire', { givenName: 'Uma', familyName: 'Part' });
    const unitId = world.forces.harbourshire.units['team'] ?? null;
    await world.get(GrantRole).execute(world.system(), { personId, bundle: 'capability-lead', unitId });
    const lead = await world.signedIn(personId, world.forces.harbourshire.id);
    expect(errorsOf(await lead.send(FORCE))).toEqual(['FORBIDDEN']);
    expect(errorsOf(await (await world.as('officer')).send(FORCE))).toEqual(['FORBIDDEN']);
  });
});
