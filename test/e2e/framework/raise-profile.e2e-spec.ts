import { newId } from '@app/platform/ids/ids.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aWorld, type World } from '../../support/a-world.js';
import { withCourse } from '../../support/with-course.js';

const RAISE = 'id roleId skillId level essential from to revision';
const PROFILE =
  'query($roleId: ID!, $on: Date) { effectiveProfile(roleId: $roleId, on: $on) { on requirements { skillId level nationalLevel essential } } }';

let world: World;
beforeAll(async () => {
  world = await aWorld();
  await withCourse(world);
}, 180_000);
afterAll(() => world.end());

/** The nation asks OLH-01 at 2 of response officers. Days of its own for each test, since one raise holds at a time. */
const input = (more: Record<string, unknown> = {}) => ({
  ...{ roleId: 'response-officer', skillId: 'OLH-01', level: 3, essential: true },
  ...{ from: '2026-12-01', to: '2026-12-31', ...more },
});

async function needs(on: string, as: 'capability' | 'otherOfficer' = 'capability') {
  const { requirements } = await (await world.as(as)).query(PROFILE, { roleId: 'response-officer', on });
  return requirements;
}

describe('raiseProfile', () => {
  it('FRM-34 asks for more in this force, on those days', async () => {
    const lead = await world.as('capability');
    expect(await lead.mutate('raiseProfile', input(), RAISE)).toMatchObject({ level: 3, revision: 1 });
    const need = { skillId: 'OLH-01', nationalLevel: 2, essential: true };
    expect(await needs('2026-11-30')).toEqual([{ ...need, level: 2 }]);
    expect(await needs('2026-12-01')).toEqual([{ ...need, level: 3 }]);
    expect(await needs('2026-12-31')).toEqual([{ ...need, level: 3 }]);
    expect(await needs('2027-01-01')).toEqual([{ ...need, level: 2 }]);
    expect(await needs('2026-12-01', 'otherOfficer')).toEqual([{ ...need, level: 2 }]);
  });

  it('FRM-33 changes nothing when it is repeated', async () => {
    const lead = await world.as('capability');
    const march = input({ from: '2027-03-01', to: '2027-03-31' });
    const first = await lead.mutate('raiseProfile', march, RAISE);
    expect(await lead.mutate('raiseProfile', march, RAISE)).toEqual(first);
    const said = { type: 'framework.profile.raised.v1', 'data.from': '2027-03-01' };
    expect(await world.connection.collection('journal').countDocuments(said)).toBe(1);
  });

  it.each([
    ['PROFILE_RAISE_LOWERS', { level: 1 }],
    ['PROFILE_RAISE_LOWERS', { level: 2 }],
    ['FRAMEWORK_LEVEL_WRONG', { level: 5 }],
    ['FRAMEWORK_LEVEL_WRONG', { level: 0 }],
    ['FRAMEWORK_REFERENCE_UNKNOWN', { roleId: 'astronaut' }],
    ['FRAMEWORK_REFERENCE_UNKNOWN', { skillId: 'XXX-99' }],
    ['PROFILE_RAISE_DATES', { from: '2026-11-22' }],
    ['PROFILE_RAISE_DATES', { from: '2027-06-02', to: '2027-06-01' }],
  ])('FRM-33 refuses with %s: %j', async (code, wrong) => {
    const lead = await world.as('capability');
    expect(await lead.refusalOf('raiseProfile', input({ from: '2027-06-01', to: null, ...wrong }))).toBe(
      code,
    );
  });

  it('FRM-33 names the skill and both levels', async () => {
    const lead = await world.as('capability');
    const { message } = await lead.mutate('raiseProfile', input({ from: '2027-06-01', to: null, level: 1 }));
    for (const said of ['OLH-01', 'level 2', 'level 1']) expect(message).toContain(said);
  });

  it('FRM-33 refuses a second raise at the same time', async () => {
    const lead = await world.as('capability');
    await lead.mutate('raiseProfile', input({ from: '2028-01-01', to: '2028-01-31' }), RAISE);
    const over = input({ from: '2028-01-31', to: null, level: 4 });
    expect(await lead.refusalOf('raiseProfile', over)).toBe('PROFILE_RAISE_OVERLAPS');
  });

  it('is for the force’s capability lead', async () => {
    for (const key of ['officer', 'trainer', 'frameworkOwner'] as const)
      expect(await (await world.as(key)).codeOf('raiseProfile', input())).toBe('FORBIDDEN');
  });
});

describe('endProfileRaise', () => {
  it('FRM-33 gives it a last day, once, and refuses what is past, before its start or a longer time', async () => {
    const lead = await world.as('capability');
    const raise = await lead.mutate('raiseProfile', input({ from: '2029-01-01', to: '2029-06-30' }), RAISE);
    const end = (to: string) => ({ raiseId: raise.id, revision: 1, to });
    for (const to of ['2026-11-22', '2028-12-31', '2029-07-01'])
      expect(await lead.refusalOf('endProfileRaise', end(to))).toBe('PROFILE_RAISE_DATES');
    const ended = await lead.mutate('endProfileRaise', end('2029-02-28'), RAISE);
    expect(ended).toMatchObject({ to: '2029-02-28', revision: 2 });
    expect(await lead.mutate('endProfileRaise', end('2029-02-28'), RAISE)).toEqual(ended);
    expect(await lead.codeOf('endProfileRaise', end('2029-01-31'))).toBe('CONFLICT');
    expect((await needs('2029-03-01'))[0].level).toBe(2);
  });

  it('finds no raise of another force, and is not for officers', async () => {
    const lead = await world.as('capability');
    const unknown = { raiseId: newId(), revision: 1, to: '2027-01-01' };
    expect(await lead.codeOf('endProfileRaise', unknown)).toBe('NOT_FOUND');
    expect(await (await world.as('officer')).codeOf('endProfileRaise', unknown)).toBe('FORBIDDEN');
  });
});

describe('effectiveProfile', () => {
  it('knows no role that there is not', async () => {
    const reply = await (await world.as('officer')).send(PROFILE, { roleId: 'astronaut' });
    expect(reply.errors[0]?.extensions['code']).toBe('NOT_FOUND');
  });
});
