import { AddPerson, GrantRole } from '@app/identity';
import type { PersonId } from '@app/platform/context/request-context.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aWorld, type World } from '../../support/a-world.js';
import type { Caller } from '../../support/caller.js';

const NOTHING = '0'.repeat(24);

let world: World;
let next = 0;
let trainer: Caller;
let administrator: Caller;

beforeAll(async () => {
  world = await aWorld();
  trainer = await world.as('trainer');
  administrator = await world.as('administrator');
});
afterAll(() => world.end());

function details(more: Record<string, unknown> = {}) {
  const mark = `P${++next}`;
  const email = `${mark}@lantern.example`.toLowerCase();
  return { givenName: 'Noor', familyName: `Haddad ${mark}`, staffNumber: mark, email, ...more };
}

async function aPerson(): Promise<string> {
  return (await trainer.mutate('addPerson', details(), 'id')).id as string;
}

async function events(type: string): Promise<number> {
  return world.connection.collection('journal').countDocuments({ type });
}

function unit(key: string): string {
  return world.forces.harbourshire.units[key] ?? '';
}

/** What every mutation answers to those who may not, and to ids that are not theirs. */
async function guards(
  name: string,
  input: Record<string, unknown>,
  ids: Record<string, string>,
  allowed: Caller = trainer,
): Promise<void> {
  expect(await world.stranger().codeOf(name, input)).toBe('UNAUTHENTICATED');
  expect(await (await world.as('officer')).codeOf(name, input)).toBe('FORBIDDEN');
  expect(await allowed.codeOf(name, {})).toBe('BAD_USER_INPUT');
  for (const [field, foreign] of Object.entries(ids)) {
    expect([field, await allowed.codeOf(name, { ...input, [field]: 'no id' })]).toEqual([
      field,
      'BAD_USER_INPUT',
    ]);
    expect([field, await allowed.codeOf(name, { ...input, [field]: NOTHING })]).toEqual([field, 'NOT_FOUND']);
    expect([field, await allowed.codeOf(name, { ...input, [field]: foreign })]).toEqual([field, 'NOT_FOUND']);
  }
}

function foreignUnit(): string {
  return world.forces['glan-arian'].units['team'] ?? '';
}

describe('createUnit and renameUnit', () => {
  it('creates a unit below another; the same again is the same', async () => {
    const input = { name: '  Digital   team ', kind: 'TEAM', parentId: unit('district') };
    const first = await trainer.mutate('createUnit', input, 'id name kind parentId path');
    expect(first).toMatchObject({ name: 'Digital team', kind: 'TEAM', parentId: unit('district') });
    expect(first.path).toEqual([unit('command'), unit('district'), first.id]);
    const before = await events('identity.unit.created.v1');
    expect(await trainer.mutate('createUnit', input, 'id name kind parentId path')).toEqual(first);
    expect(await events('identity.unit.created.v1')).toBe(before);
  });

  it('makes one unit of requests that arrive together', async () => {
    const input = { name: 'Twice', kind: 'COMMAND' };
    const made = await Promise.all([1, 2, 3, 4].map(() => trainer.mutate('createUnit', input, 'id')));
    expect(new Set(made.map(({ id }) => id as string)).size).toBe(1);
  });

  it('IDN-02 refuses a name that is empty, too long or has a slash', async () => {
    for (const name of [' ', 'x'.repeat(101), 'Crime/Digital']) {
      expect(await trainer.refusalOf('createUnit', { name, kind: 'TEAM' })).toBe('UNIT_NAME_NOT_VALID');
      expect(await trainer.refusalOf('renameUnit', { unitId: unit('team'), name })).toBe(
        'UNIT_NAME_NOT_VALID',
      );
    }
  });

  it('IDN-03 refuses a name that stands in the same place, whatever its case', async () => {
    const input = { name: 'north response', kind: 'TEAM', parentId: unit('district') };
    expect(await trainer.refusalOf('createUnit', input)).toBe('UNIT_NAME_TAKEN');
    expect(
      await trainer.refusalOf('renameUnit', { unitId: unit('other-team'), name: 'NORTH RESPONSE' }),
    ).toBe('UNIT_NAME_TAKEN');
  });

  it('IDN-04 refuses a command below a team', async () => {
    const input = { name: 'Upside down', kind: 'COMMAND', parentId: unit('team') };
    expect(await trainer.refusalOf('createUnit', input)).toBe('UNIT_KIND_MISPLACED');
  });

  it('IDN-05 refuses a thirteenth level', async () => {
    let parentId: string | null = null;
    for (let level = 1; level <= 12; level++)
      parentId = (
        await trainer.mutate('createUnit', { name: `Level ${level}`, kind: 'TEAM', parentId }, 'id')
      ).id;
    expect(await trainer.refusalOf('createUnit', { name: 'Level 13', kind: 'TEAM', parentId })).toBe(
      'UNIT_TOO_DEEP',
    );
  });

  it('renames; the same name again changes nothing', async () => {
    const { id } = await trainer.mutate('createUnit', { name: 'Old name', kind: 'TEAM' }, 'id');
    const renamed = await trainer.mutate('renameUnit', { unitId: id, name: 'New name' }, 'id name');
    expect(renamed).toMatchObject({ id, name: 'New name' });
    const before = await events('identity.unit.renamed.v1');
    expect(await trainer.mutate('renameUnit', { unitId: id, name: 'New name' }, 'id name')).toEqual(renamed);
    expect(await events('identity.unit.renamed.v1')).toBe(before);
  });

  it('guards both', async () => {
    await guards(
      'createUnit',
      { name: 'G', kind: 'TEAM', parentId: unit('team') },
      { parentId: foreignUnit() },
    );
    await guards('renameUnit', { name: 'G', unitId: unit('team') }, { unitId: foreignUnit() });
    expect(await trainer.codeOf('createUnit', { name: 'G', kind: 'PLANET' })).toBe('BAD_USER_INPUT');
  });
});

describe('addPerson', () => {
  it('adds a person; the same again is the same', async () => {
    const input = details();
    const fields = 'id givenName staffNumber email status language postings { id } roles { id }';
    const first = await trainer.mutate('addPerson', input, fields);
    expect(first).toMatchObject({
      status: 'ADDED',
      language: 'EN',
      staffNumber: input.staffNumber,
      roles: [],
    });
    expect(await trainer.mutate('addPerson', input, fields)).toEqual(first);
  });

  it('IDN-06 IDN-07 IDN-08 refuses what has not the form of a name, an address or a number', async () => {
    expect(await trainer.refusalOf('addPerson', details({ givenName: ' ' }))).toBe('PERSON_NAME_NOT_VALID');
    expect(await trainer.refusalOf('addPerson', details({ familyName: 'x'.repeat(101) }))).toBe(
      'PERSON_NAME_NOT_VALID',
    );
    expect(await trainer.refusalOf('addPerson', details({ email: 'no address' }))).toBe('EMAIL_NOT_VALID');
    expect(await trainer.refusalOf('addPerson', details({ staffNumber: '#1' }))).toBe(
      'STAFF_NUMBER_NOT_VALID',
    );
  });

  it('IDN-07 IDN-08 refuses an address or a number that another person of the force has', async () => {
    const there = details();
    await trainer.mutate('addPerson', there);
    expect(await trainer.refusalOf('addPerson', details({ email: there.email.toUpperCase() }))).toBe(
      'EMAIL_TAKEN',
    );
    const sameNumber = details({ staffNumber: there.staffNumber.toLowerCase() });
    expect(await trainer.refusalOf('addPerson', sameNumber)).toBe('STAFF_NUMBER_TAKEN');
  });

  it('IDN-09 proposes where another force holds the account, once, and gives nothing of it away', async () => {
    const theirs = details();
    const other = await world.as('otherTrainer');
    const { id } = await other.mutate('addPerson', theirs, 'id');
    const wanted = details({ email: theirs.email });
    for (let time = 0; time < 2; time++)
      expect(await trainer.refusalOf('addPerson', wanted)).toBe('PERSON_HELD_ELSEWHERE');
    expect(await events('identity.person.proposed.v1')).toBe(1);
    const seen = await trainer.send('query($id: ID!) { person(id: $id) { id } }', { id });
    expect(seen.errors[0]?.extensions['code']).toBe('NOT_FOUND');
    const sameNumber = details({ staffNumber: theirs.staffNumber });
    expect((await trainer.mutate('addPerson', sameNumber)).__typename).toBe('Person');
  });

  it('guards', async () => {
    await guards('addPerson', details(), {});
  });
});

describe('postPerson and endPosting', () => {
  const POSTING =
    'id personId unit { id } rankId roleId from to shiftPattern contractedHours lineManagerId expectedEnd';

  async function input(more: Record<string, unknown> = {}) {
    const personId = await aPerson();
    return {
      personId,
      unitId: unit('team'),
      rankId: 'pc',
      roleId: 'response-officer',
      from: '2026-09-01',
      ...more,
    };
  }

  it('posts a person; the same again is the same', async () => {
    const lineManagerId = await aPerson();
    const full = await input({
      lineManagerId,
      shiftPattern: '2-2-2-4',
      contractedHours: 37.5,
      to: '2027-08-31',
      expectedEnd: '2027-06-30',
    });
    const first = await trainer.mutate('postPerson', full, POSTING);
    const { unitId, ...rest } = full;
    expect(first).toMatchObject({ ...rest, unit: { id: unitId } });
    expect(await trainer.mutate('postPerson', full, POSTING)).toEqual(first);
  });

  it('IDN-15 refuses the same posting with other details', async () => {
    const wanted = await input();
    await trainer.mutate('postPerson', wanted);
    expect(await trainer.refusalOf('postPerson', { ...wanted, rankId: 'sgt' })).toBe('POSTING_ALREADY_THERE');
  });

  it('IDN-10 IDN-11 IDN-12 IDN-13 IDN-14 refuses impossible postings, naming the field', async () => {
    const wanted = await input();
    const refused = async (more: Record<string, unknown>) => {
      const { code, field } = await trainer.mutate('postPerson', { ...wanted, ...more });
      return [code, field];
    };
    expect(await refused({ to: '2026-08-31' })).toEqual(['DATES_REVERSED', 'to']);
    expect(await refused({ expectedEnd: '2026-08-31' })).toEqual(['DATES_REVERSED', 'expectedEnd']);
    expect(await refused({ rankId: 'admiral' })).toEqual(['RANK_UNKNOWN', 'rankId']);
    expect(await refused({ roleId: 'pilot' })).toEqual(['ROLE_UNKNOWN', 'roleId']);
    for (const contractedHours of [0, -1, 60.5])
      expect(await refused({ contractedHours })).toEqual(['HOURS_OUT_OF_RANGE', 'contractedHours']);
    expect(await refused({ lineManagerId: wanted.personId })).toEqual(['LINE_MANAGER_SELF', 'lineManagerId']);
    expect(await trainer.codeOf('postPerson', { ...wanted, from: '2026-02-30' })).toBe('BAD_USER_INPUT');
  });

  it('IDN-16 ends a posting, moves the end while it has not passed, and not after', async () => {
    const { id } = await trainer.mutate('postPerson', await input(), 'id');
    const end = (to: string) => trainer.mutate('endPosting', { postingId: id, to }, 'id to');
    expect(await end('2026-12-31')).toMatchObject({ to: '2026-12-31' });
    const before = await events('identity.posting.ended.v1');
    expect(await end('2026-12-31')).toMatchObject({ to: '2026-12-31' });
    expect(await events('identity.posting.ended.v1')).toBe(before);
    expect(await trainer.refusalOf('endPosting', { postingId: id, to: '2026-08-31' })).toBe('DATES_REVERSED');
    expect(await end('2026-11-22')).toMatchObject({ to: '2026-11-22' });
    expect(await trainer.refusalOf('endPosting', { postingId: id, to: '2027-01-31' })).toBe(
      'POSTING_ALREADY_OVER',
    );
    expect(await end('2026-11-22')).toMatchObject({ to: '2026-11-22' });
  });

  it('guards both', async () => {
    const foreignPerson = await world.personId('otherOfficer');
    const wanted = await input({ lineManagerId: await aPerson() });
    const foreign = { personId: foreignPerson, unitId: foreignUnit(), lineManagerId: foreignPerson };
    await guards('postPerson', wanted, foreign);
    const other = await world.connection.collection('postings').findOne({
      forceId: {
        $ne: (await world.connection.collection('forces').findOne({ slug: 'harbourshire' }))?._id,
      },
    });
    const { id } = await trainer.mutate('postPerson', wanted, 'id');
    await guards('endPosting', { postingId: id, to: '2027-01-01' }, { postingId: String(other?._id) });
  });
});

describe('recordAbsence', () => {
  it('records, amends by the same first day, and is idempotent', async () => {
    const personId = await aPerson();
    const record = (to: string | null) =>
      trainer.mutate(
        'recordAbsence',
        { personId, from: '2026-11-01', to, clockStopped: true },
        'id from to clockStopped',
      );
    const open = await record(null);
    expect(open).toMatchObject({ from: '2026-11-01', to: null, clockStopped: true });
    const closed = await record('2026-11-30');
    expect(closed).toEqual({ ...open, to: '2026-11-30' });
    const before = await events('identity.absence.recorded.v1');
    expect(await record('2026-11-30')).toEqual(closed);
    expect(await events('identity.absence.recorded.v1')).toBe(before);
  });

  it('IDN-10 IDN-17 refuses reversed and overlapping days; the day after is free', async () => {
    const personId = await aPerson();
    const input = (from: string, to: string | null) => ({ personId, from, to, clockStopped: false });
    expect(await trainer.refusalOf('recordAbsence', input('2026-11-02', '2026-11-01'))).toBe(
      'DATES_REVERSED',
    );
    await trainer.mutate('recordAbsence', input('2026-11-10', '2026-11-20'));
    for (const [from, to] of [
      ['2026-11-20', '2026-11-21'],
      ['2026-11-01', '2026-11-10'],
      ['2026-11-01', null],
      ['2026-11-12', '2026-11-13'],
    ] as const)
      expect(await trainer.refusalOf('recordAbsence', input(from, to))).toBe('ABSENCE_OVERLAPS');
    expect((await trainer.mutate('recordAbsence', input('2026-11-21', null))).__typename).toBe('Absence');
    expect((await trainer.mutate('recordAbsence', input('2026-11-01', '2026-11-09'))).__typename).toBe(
      'Absence',
    );
  });

  it('guards', async () => {
    const input = { personId: await aPerson(), from: '2026-11-01', clockStopped: false };
    await guards('recordAbsence', input, { personId: await world.personId('otherOfficer') });
  });
});

describe('grantRole and revokeRole', () => {
  it('IDN-22 acts at the very next request, both ways; the same again is the same', async () => {
    const colleague = await world.as('colleague');
    expect(await colleague.codeOf('createUnit', { name: 'Mine', kind: 'TEAM' })).toBe('FORBIDDEN');
    const input = { personId: colleague.personId, bundle: 'training-lead' };
    const grant = await administrator.mutate('grantRole', input, 'id bundle unitId from to');
    expect(grant).toMatchObject({ bundle: 'training-lead', unitId: null, from: '2026-11-23', to: null });
    expect(await administrator.mutate('grantRole', input, 'id bundle unitId from to')).toEqual(grant);
    expect((await colleague.mutate('createUnit', { name: 'Mine', kind: 'TEAM' })).__typename).toBe('Unit');
    for (let time = 0; time < 2; time++) await administrator.mutate('revokeRole', { grantId: grant.id });
    expect(await colleague.codeOf('createUnit', { name: 'Mine too', kind: 'TEAM' })).toBe('FORBIDDEN');
    expect(await events('identity.role.revoked.v1')).toBe(1);
    const again = await administrator.mutate('grantRole', input, 'id');
    expect(again.id).not.toBe(grant.id);
    await administrator.mutate('revokeRole', { grantId: again.id });
  });

  it('is held from its first day to its last, both included', async () => {
    const personId = await world.join('harbourshire', { givenName: 'Dai', familyName: 'Day' });
    const input = { personId, bundle: 'training-lead', from: '2026-11-24', to: '2026-11-25' };
    await administrator.mutate('grantRole', input);
    const held: boolean[] = [];
    for (const day of ['23T23:59:59', '24T00:00:00', '25T23:59:59', '26T00:00:00']) {
      world.at(`2026-11-${day}Z`);
      const caller = await world.signedIn(personId, world.forces.harbourshire.id);
      held.push((await caller.query('{ me { bundles } }')).bundles.includes('training-lead'));
    }
    expect(held).toEqual([false, true, true, false]);
    world.at('2026-11-23T09:05:00Z');
  });

  it('a unit’s role reaches the unit and those below it, new ones too, and no further', async () => {
    const personId = await world.join('harbourshire', {
      givenName: 'Una',
      familyName: 'Unit',
      unit: 'district',
    });
    await administrator.mutate('grantRole', { personId, bundle: 'training-lead', unitId: unit('district') });
    const caller = await world.signedIn(personId, world.forces.harbourshire.id);
    const below = await caller.mutate(
      'createUnit',
      { name: 'Below', kind: 'TEAM', parentId: unit('district') },
      'id',
    );
    expect(
      (await caller.mutate('createUnit', { name: 'Deeper', kind: 'TEAM', parentId: below.id })).__typename,
    ).toBe('Unit');
    expect(await caller.codeOf('createUnit', { name: 'Up', kind: 'TEAM', parentId: unit('command') })).toBe(
      'FORBIDDEN',
    );
    expect(await caller.codeOf('createUnit', { name: 'Top', kind: 'COMMAND' })).toBe('FORBIDDEN');
    expect(await caller.codeOf('addPerson', details())).toBe('FORBIDDEN');
  });

  it('IDN-18 IDN-19 IDN-20 refuses unknown roles, the College’s roles in a force, and one’s own', async () => {
    const personId = await aPerson();
    const refusalOf = (bundle: string, who = personId) =>
      administrator.refusalOf('grantRole', { personId: who, bundle });
    expect(await refusalOf('emperor')).toBe('BUNDLE_UNKNOWN');
    for (const bundle of ['author', 'publisher', 'operator', 'service', 'officer'])
      expect(await refusalOf(bundle)).toBe('BUNDLE_NOT_OF_THIS_BODY');
    expect(await refusalOf('auditor', administrator.personId)).toBe('ROLE_SELF_GRANTED');
    const dates = { from: '2026-12-02', to: '2026-12-01' };
    expect(await administrator.refusalOf('grantRole', { personId, bundle: 'observer', ...dates })).toBe(
      'DATES_REVERSED',
    );
  });

  it('guards both', async () => {
    const personId = await aPerson();
    const input = { personId, bundle: 'observer', unitId: unit('team') };
    const foreign = { personId: await world.personId('otherOfficer'), unitId: foreignUnit() };
    await guards('grantRole', input, foreign, administrator);
    const theirs = await world.get(GrantRole).execute(world.system('glan-arian'), {
      personId: foreign.personId,
      bundle: 'observer',
    });
    const { id } = await administrator.mutate('grantRole', input, 'id');
    await guards('revokeRole', { grantId: id }, { grantId: theirs.id }, administrator);
    expect(await trainer.codeOf('grantRole', input)).toBe('FORBIDDEN');
  });
});

describe('suspendPerson and reinstatePerson', () => {
  it('IDN-22 acts at the very next request, ends sessions, and keeps the reason apart', async () => {
    const personId = await world.join('harbourshire', { givenName: 'Sid', familyName: 'Sole' });
    const caller = await world.signedIn(personId, world.forces.harbourshire.id);
    expect((await caller.query('{ me { bundles } }')).bundles).toEqual(['officer']);
    const input = { personId, reason: 'A complaint is looked into' };
    expect(await administrator.mutate('suspendPerson', input, 'id status')).toMatchObject({
      status: 'SUSPENDED',
    });
    expect(await administrator.mutate('suspendPerson', input, 'id status')).toMatchObject({
      status: 'SUSPENDED',
    });
    expect(await events('identity.person.suspended.v1')).toBe(1);
    expect((await caller.send('{ me { bundles } }')).errors[0]?.extensions['code']).toBe('UNAUTHENTICATED');
    const rows = await world.connection.collection('journal').find({ 'data.personId': personId }).toArray();
    expect(JSON.stringify(rows)).not.toContain('complaint');
    const back = await administrator.mutate('reinstatePerson', { personId }, 'status');
    expect(back).toMatchObject({ status: 'ACTIVE' });
    expect(await administrator.mutate('reinstatePerson', { personId }, 'status')).toEqual(back);
    expect(await events('identity.person.reinstated.v1')).toBe(1);
  });

  it('IDN-21 refuses to suspend oneself, or without a reason', async () => {
    const personId = await aPerson();
    const own = { personId: administrator.personId, reason: 'tired' };
    expect(await administrator.refusalOf('suspendPerson', own)).toBe('PERSON_SELF_SUSPENDED');
    for (const reason of [' ', 'x'.repeat(501)])
      expect(await administrator.refusalOf('suspendPerson', { personId, reason })).toBe('REASON_MISSING');
  });

  it('guards both', async () => {
    const foreign = { personId: await world.personId('otherOfficer') };
    const personId = await aPerson();
    await guards('suspendPerson', { personId, reason: 'r' }, foreign, administrator);
    await guards('reinstatePerson', { personId }, foreign, administrator);
  });
});

describe('invitePerson', () => {
  it('marks the person invited; the same request again sends no second mail', async () => {
    const personId = await aPerson();
    for (let time = 0; time < 2; time++)
      expect(await trainer.mutate('invitePerson', { personId }, 'ok')).toMatchObject({ ok: true });
    expect(
      await world.connection
        .collection('journal')
        .countDocuments({ type: 'identity.person.invited.v1', 'data.personId': personId }),
    ).toBe(1);
    expect(await trainer.query('query($id: ID!) { person(id: $id) { status } }', { id: personId })).toEqual({
      status: 'INVITED',
    });
  });

  it('IDN-29 refuses whoever is active, suspended or without an address', async () => {
    const active = await world.personId('officer');
    expect(await trainer.refusalOf('invitePerson', { personId: active })).toBe('PERSON_ALREADY_ACTIVE');
    const suspended = await aPerson();
    await administrator.mutate('suspendPerson', { personId: suspended, reason: 'r' });
    expect(await trainer.refusalOf('invitePerson', { personId: suspended })).toBe('PERSON_SUSPENDED');
    const { id } = await world.get(AddPerson).execute(world.system(), { ...details(), email: null });
    expect(await trainer.refusalOf('invitePerson', { personId: id })).toBe('PERSON_WITHOUT_EMAIL');
  });

  it('guards', async () => {
    await guards(
      'invitePerson',
      { personId: await aPerson() },
      { personId: await world.personId('otherOfficer') },
    );
  });
});

describe('me and changeLanguage', () => {
  it('changes the language from the next request on', async () => {
    const officer = await world.as('officer');
    const change = (language: string) =>
      officer.mutate('changeLanguage', { language }, 'person { language } force { slug } bundles');
    expect(await change('CY')).toMatchObject({ person: { language: 'CY' }, force: { slug: 'harbourshire' } });
    expect(await change('CY')).toMatchObject({ person: { language: 'CY' } });
    expect(await change('EN')).toMatchObject({ person: { language: 'EN' } });
    expect(await officer.codeOf('changeLanguage', { language: 'FR' })).toBe('BAD_USER_INPUT');
    expect(await world.stranger().codeOf('changeLanguage', { language: 'CY' })).toBe('UNAUTHENTICATED');
  });
});

describe('people, person, units and forces', () => {
  const PEOPLE =
    'query($first: Int, $after: String, $unitId: ID, $search: String) { people(first: $first, after: $after, unitId: $unitId, search: $search) { totalCount pageInfo { hasNextPage endCursor } edges { node { id familyName } } } }';

  it('pages by family name, each person once, across accents and cases', async () => {
    for (const familyName of ['Zábel', 'zabel', 'Zabela'])
      await trainer.mutate('addPerson', details({ familyName }));
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const reply: any = await trainer.query(PEOPLE, { first: 7, after });
      seen.push(...reply.edges.map(({ node }: any) => node.id));
      after = reply.pageInfo.hasNextPage ? reply.pageInfo.endCursor : null;
    } while (after !== null);
    const all = await world.connection
      .collection('people')
      .countDocuments({ 'staffNumbers.forceId': await harbourshire() });
    expect([seen.length, new Set(seen).size]).toEqual([all, all]);
    const found: any = await trainer.query(PEOPLE, { search: 'ZABEL' });
    expect(found.edges.map(({ node }: any) => node.familyName).sort()).toEqual(['Zabela', 'Zábel', 'zabel']);
    expect((await trainer.query(PEOPLE, { search: '.*' })).totalCount).toBe(0);
  });

  it('narrows to a unit and those below it', async () => {
    const personId = await aPerson();
    const { id: team } = await trainer.mutate(
      'createUnit',
      { name: 'Lone', kind: 'TEAM', parentId: unit('district') },
      'id',
    );
    await trainer.mutate('postPerson', {
      personId,
      unitId: team,
      rankId: 'pc',
      roleId: 'pcso',
      from: '2026-01-01',
    });
    const ids = async (unitId: string) =>
      (await trainer.query(PEOPLE, { unitId, first: 100 })).edges.map(({ node }: any) => node.id as string);
    expect(await ids(team)).toEqual([personId]);
    expect(await ids(unit('command'))).toContain(personId);
    expect(await ids(foreignUnit())).toEqual([]);
  });

  it('a unit’s supervisor sees those posted there today, and nobody else', async () => {
    const inside = await world.join('harbourshire', {
      givenName: 'In',
      familyName: 'Side',
      unit: 'other-team',
    });
    const outside = await world.join('harbourshire', { givenName: 'Out', familyName: 'Side', unit: 'team' });
    const boss = await world.join('harbourshire', { givenName: 'Bo', familyName: 'Ss', unit: 'other-team' });
    await administrator.mutate('grantRole', {
      personId: boss,
      bundle: 'supervisor',
      unitId: unit('other-team'),
    });
    const caller = await world.signedIn(boss, world.forces.harbourshire.id);
    const page = await caller.query(PEOPLE, { first: 100 });
    expect(page.edges.map(({ node }: any) => node.id).sort()).toEqual([inside, boss].sort());
    const person = async (id: PersonId) =>
      (await caller.send('query($id: ID!) { person(id: $id) { id } }', { id })).errors[0]?.extensions[
        'code'
      ] ?? 'seen';
    expect([await person(inside), await person(outside), await person(boss)]).toEqual([
      'seen',
      'NOT_FOUND',
      'seen',
    ]);
    const absence = (personId: string) => ({ personId, from: '2026-11-20', clockStopped: false });
    expect((await caller.mutate('recordAbsence', absence(inside))).__typename).toBe('Absence');
    expect(await caller.codeOf('recordAbsence', absence(outside))).toBe('NOT_FOUND');
  });

  it('an officer sees themselves, and not the list', async () => {
    const officer = await world.as('officer');
    const ask =
      'query($id: ID!) { person(id: $id) { id postings { unit { name } } absences { id } roles { id } } }';
    expect((await officer.query(ask, { id: officer.personId })).postings).toEqual([
      { unit: { name: 'North Response' } },
    ]);
    expect((await officer.send(PEOPLE)).errors[0]?.extensions['code']).toBe('FORBIDDEN');
    const other = await officer.send(ask, { id: trainer.personId });
    expect(other.errors[0]?.extensions['code']).toBe('NOT_FOUND');
  });

  it('forces are everybody’s reference; units are one’s own force’s', async () => {
    const officer = await world.as('officer');
    const { edges } = await officer.query(
      '{ forces { edges { node { slug name { en } kind bilingual } } } }',
    );
    expect(edges.map(({ node }: any) => node.slug)).toEqual(['college', 'glan-arian', 'harbourshire']);
    const units = await officer.query('{ units(first: 100) { edges { node { id path } } } }');
    const ids = units.edges.map(({ node }: any) => node.id as string);
    expect(ids).toContain(unit('team'));
    expect(ids).not.toContain(foreignUnit());
    expect((await world.stranger().send('{ forces { totalCount } }')).errors[0]?.extensions['code']).toBe(
      'UNAUTHENTICATED',
    );
  });
});

async function harbourshire() {
  return (await world.connection.collection('forces').findOne({ slug: 'harbourshire' }))?._id;
}
