import { GrantRole, PostPerson, type UnitId } from '@app/identity';
import { calendarDateOf } from '@app/platform/clock/calendar.js';
import type { PersonId } from '@app/platform/context/request-context.js';
import { englishOnly } from '@app/platform/context/words.js';
import { newId } from '@app/platform/ids/ids.js';
import { type Evidence, RecordEvidence } from '@app/standing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aWorld, type World } from '../../support/a-world.js';
import type { Caller } from '../../support/caller.js';
import { withCourse } from '../../support/with-course.js';

const SKILL = 'OLH-01';
const MET = 'unitId shift minimum inDate missing hangsOnOne firstShortOn';
const WHO = `query($unitId: ID!, $skillId: ID!, $level: Int!, $shift: String, $on: Date, $first: Int, $after: String) { whoCovers(unitId: $unitId, skillId: $skillId, level: $level, shift: $shift, on: $on, first: $first, after: $after) { totalCount pageInfo { endCursor hasNextPage } edges { node { level evidenceIds person { familyName } } } } }`;
const MINIMUMS = `query($unitId: ID!, $on: Date) { coverMinimums(unitId: $unitId, on: $on) { totalCount edges { node { ${MET} } } } }`;
const NEED = '$unitId: ID!, $skillId: ID!, $level: Int!, $on: Date';
const ARGS = 'unitId: $unitId, skillId: $skillId, level: $level, on: $on';
const POINTS = `query($unitId: ID!, $on: Date) { singlePointsOfFailure(unitId: $unitId, on: $on) { skillId level person { familyName } } }`;
const SPREAD = `query(${NEED}) { coverConcentration(${ARGS}) { people index units { unitId people } } }`;
const OUTLOOK = `query(${NEED}) { coverOutlook(${ARGS}) { now ifNobodyRenews ifAllRenew leavers } }`;

let world: World;
let lead: Caller;
let north: string;
const evidence = new Map<string, string>();

beforeAll(async () => {
  world = await aWorld();
  await withCourse(world);
  lead = await world.as('capability');
  north = unit('district');
  const nights = await someone('Night', { shift: 'nights', unit: 'team', level: 2, until: '2027-03-01' });
  await someone('Day', { shift: 'days', unit: 'team', level: 3, until: '2027-09-01' });
  await someone('Leaver', {
    shift: 'nights',
    unit: 'other-team',
    level: 2,
    until: '2027-09-01',
    to: '2027-01-31',
  });
  expect(nights).toBeDefined();
  await world.settle();
}, 60_000);
afterAll(() => world.end());

function unit(name: string, force: 'harbourshire' | 'glan-arian' = 'harbourshire'): string {
  return world.forces[force].units[name] ?? '';
}

interface Somebody {
  readonly shift: string;
  readonly unit: string;
  readonly level: Evidence['level'];
  readonly until: string;
  readonly to?: string;
}

/** Somebody posted to no unit but this one from January, with evidence of the skill. */
async function someone(familyName: string, who: Somebody): Promise<PersonId> {
  const personId = await world.join('harbourshire', { givenName: 'Ada', familyName });
  await world.connection.collection('postings').deleteMany({ personId: { $eq: await idIn(familyName) } });
  await world.get(PostPerson).execute(world.system(), {
    ...{ personId, unitId: unit(who.unit) as UnitId, rankId: 'pc', roleId: 'response-officer' },
    ...{ from: calendarDateOf('2026-11-01'), to: who.to === undefined ? null : calendarDateOf(who.to) },
    shiftPattern: who.shift,
  });
  const piece = await world.get(RecordEvidence).execute(world.system(), {
    ...{ personId, skillId: SKILL, level: who.level, kind: 'external', title: englishOnly('Certificate') },
    ...{ sourceId: newId<never>(), from: calendarDateOf('2026-11-01') },
    lastValidDay: calendarDateOf(who.until),
  });
  evidence.set(familyName, piece.id);
  return personId;
}

async function idIn(familyName: string): Promise<unknown> {
  return (await world.connection.collection('people').findOne({ familyName }))?._id;
}

const pattern = (more: Record<string, unknown> = {}) => ({
  ...{ name: 'nights', startsAt: '22:00', endsAt: '07:00', ...more },
});
const minimum = (more: Record<string, unknown> = {}) => ({
  ...{ unitId: north, roleId: 'response-officer', skillId: SKILL, level: 2, shift: 'nights', minimum: 2 },
  ...more,
});
const need = (more: Record<string, unknown> = {}) => ({ unitId: north, skillId: SKILL, level: 2, ...more });
const names = (reply: { edges: { node: { person: { familyName: string } } }[] }) =>
  reply.edges.map(({ node }) => node.person.familyName).sort();
const codesOf = (reply: { errors: readonly { extensions: Record<string, unknown> }[] }) =>
  reply.errors.map(({ extensions }) => extensions['code']);

describe('saveShiftPattern', () => {
  it('CAP-33 keeps a pattern by its name, with its hours, and announces a change once', async () => {
    await lead.mutate('saveShiftPattern', pattern({ endsAt: '06:00' }), 'name');
    const saved = await lead.mutate('saveShiftPattern', pattern(), 'name startsAt endsAt');
    expect(saved).toMatchObject(pattern());
    await lead.mutate('saveShiftPattern', pattern(), 'name');
    const journal = world.connection.collection('journal');
    expect(await journal.countDocuments({ type: 'capability.shift-pattern.saved.v1' })).toBe(2);
    expect(await lead.query('{ shiftPatterns { name startsAt endsAt } }')).toEqual([pattern()]);
    const other = await world.as('otherTrainer');
    expect(await other.query('{ shiftPatterns { name } }')).toEqual([]);
  });

  it.each([
    ['COVER_SHIFT_NAME_WRONG', { name: ' ' }],
    ['COVER_SHIFT_NAME_WRONG', { name: 'a + b' }],
    ['COVER_SHIFT_HOURS_WRONG', { startsAt: '24:00' }],
    ['COVER_SHIFT_HOURS_WRONG', { endsAt: '22:00' }],
  ])('CAP-33 is refused: %s %j', async (code, wrong) => {
    expect(await lead.refusalOf('saveShiftPattern', pattern(wrong))).toBe(code);
  });

  it('CAP-33 is for those who set minimums of the whole force', async () => {
    expect(await (await world.as('officer')).codeOf('saveShiftPattern', pattern())).toBe('FORBIDDEN');
    const personId = await world.join('harbourshire', { givenName: 'Una', familyName: 'Part' });
    const unitId = unit('team') as UnitId;
    await world.get(GrantRole).execute(world.system(), { personId, bundle: 'capability-lead', unitId });
    const part = await world.signedIn(personId, world.forces.harbourshire.id);
    expect(await part.codeOf('saveShiftPattern', pattern())).toBe('FORBIDDEN');
    expect(codesOf(await part.send(WHO, need()))).toEqual(['FORBIDDEN']);
  });
});

describe('minimums of a shift', () => {
  it('CAP-34 CAP-36 are met by those of the shift alone, until the day on which one is missing', async () => {
    const set = await lead.mutate('setShiftMinimum', minimum(), MET);
    const met = { unitId: north, shift: 'nights', minimum: 2, inDate: 2, missing: 0, hangsOnOne: true };
    expect(set).toMatchObject({ ...met, firstShortOn: '2027-02-01' });
    expect(await lead.mutate('setShiftMinimum', minimum(), MET)).toEqual(set);
    const later = await lead.query(MINIMUMS, { unitId: unit('command'), on: '2027-03-02' });
    expect(later.edges.map(({ node }: { node: unknown }) => node)).toMatchObject([
      { ...met, inDate: 0, missing: 2, hangsOnOne: false, firstShortOn: '2027-03-02' },
    ]);
  });

  it('CAP-35 are what they were on a day', async () => {
    const before = await lead.query(MINIMUMS, { unitId: north, on: '2026-11-22' });
    expect(before.totalCount).toBe(0);
    expect((await lead.query(MINIMUMS, { unitId: north, on: '2026-11-23' })).totalCount).toBe(1);
  });

  it.each([
    ['COVER_SHIFT_UNKNOWN', { shift: 'twilight' }],
    ['COVER_SKILL_UNKNOWN', { skillId: 'XXX-99' }],
    ['COVER_ROLE_UNKNOWN', { roleId: 'astronaut' }],
    ['COVER_LEVEL_WRONG', { level: 5 }],
    ['COVER_MINIMUM_WRONG', { minimum: -1 }],
  ])('CAP-07 CAP-34 are refused: %s %j', async (code, wrong) => {
    expect(await lead.refusalOf('setShiftMinimum', minimum(wrong))).toBe(code);
  });

  it('CAP-10 are not set for a unit that is not there, nor by officers', async () => {
    expect(await lead.codeOf('setShiftMinimum', minimum({ unitId: newId() }))).toBe('NOT_FOUND');
    expect(await lead.codeOf('setShiftMinimum', minimum({ unitId: unit('team', 'glan-arian') }))).toBe(
      'NOT_FOUND',
    );
    expect(await lead.codeOf('setShiftMinimum', minimum({ unitId: 'nonsense' }))).toBe('BAD_USER_INPUT');
    expect(await (await world.as('officer')).codeOf('setShiftMinimum', minimum())).toBe('FORBIDDEN');
  });
});

describe('who covers', () => {
  it('CAP-37 answers: on that day, on nights, who can do this in the north, and on what evidence', async () => {
    const asked = need({ shift: 'nights', on: '2026-12-01' });
    const found = await lead.query(WHO, asked);
    expect(found.totalCount).toBe(2);
    expect(names(found)).toEqual(['Leaver', 'Night']);
    for (const { node } of found.edges)
      expect(node.evidenceIds).toEqual([evidence.get(node.person.familyName)]);
    expect(names(await lead.query(WHO, { ...asked, on: '2027-02-01' }))).toEqual(['Night']);
    const first = await lead.query(WHO, { ...asked, first: 1 });
    const rest = await lead.query(WHO, { ...asked, first: 1, after: first.pageInfo.endCursor });
    expect([...names(first), ...names(rest)].sort()).toEqual(['Leaver', 'Night']);
    expect(rest.pageInfo.hasNextPage).toBe(false);
  });

  it('CAP-37 names whoever alone holds a skill at a level', async () => {
    expect(await lead.query(POINTS, { unitId: north, on: '2026-12-01' })).toEqual([
      { skillId: SKILL, level: 3, person: { familyName: 'Day' } },
    ]);
  });

  it('CAP-38 says how a skill is spread over units', async () => {
    const spread = await lead.query(SPREAD, need({ on: '2026-12-01' }));
    expect(spread.units).toEqual([
      { unitId: unit('team'), people: 2 },
      { unitId: unit('other-team'), people: 1 },
    ]);
    expect(spread.people).toBe(3);
    expect(spread.index).toBeCloseTo(5 / 9);
  });

  it('CAP-39 says what becomes of it with and without renewals', async () => {
    expect(await lead.query(OUTLOOK, need({ on: '2027-03-02' }))).toEqual({
      ...{ now: 3, ifNobodyRenews: 1, ifAllRenew: 2, leavers: 1 },
    });
  });

  it('CAP-10 is not for officers, nor of another force', async () => {
    for (const query of [WHO, SPREAD, OUTLOOK, POINTS, MINIMUMS]) {
      expect(codesOf(await (await world.as('officer')).send(query, need()))).toEqual(['FORBIDDEN']);
      expect(codesOf(await lead.send(query, need({ unitId: unit('team', 'glan-arian') })))).toEqual([
        'NOT_FOUND',
      ]);
    }
  });
});
