import { request } from 'node:http';
import { AddPerson, GrantRole, ImportRoster, type RosterImportId, Sessions } from '@app/identity';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aWorld, type World } from '../../support/a-world.js';
import type { Caller } from '../../support/caller.js';

const HEADING = 'staff_number,given_name,family_name,email,unit,rank,role,posting_from';
const UNIT = 'Response/North/North Response';
const COUNTS =
  'id state rows processed added changed unchanged errorCount errors { line column code message }';

let world: World;
let trainer: Caller;

beforeAll(async () => {
  world = await aWorld();
  trainer = await world.as('trainer');
});
afterAll(() => world.end());

/** A good row; `n` makes it somebody's. */
function row(n: string, more: Partial<Record<string, string>> = {}): string {
  const cells = {
    staff_number: `R${n}`,
    given_name: 'Asha',
    family_name: `Morgan ${n}`,
    email: `r${n}@lantern.example`,
    unit: UNIT,
    rank: 'pc',
    role: 'response-officer',
    posting_from: '2026-10-01',
    ...more,
  };
  return Object.values(cells).join(',');
}

function put(url: string, bytes: string | Uint8Array, caller: Caller = trainer): Promise<Response> {
  const headers = { 'content-type': 'text/csv', authorization: `Bearer ${caller.token ?? ''}` };
  return fetch(`${world.url}${url}`, {
    method: 'PUT',
    headers,
    body: bytes as NonNullable<RequestInit['body']>,
  });
}

async function address(caller: Caller = trainer): Promise<{ id: string; url: string }> {
  return caller.mutate('requestRosterUpload', { fileName: 'roster.csv' }, 'id url');
}

async function uploaded(bytes: string | Uint8Array, caller: Caller = trainer): Promise<string> {
  const { id, url } = await address(caller);
  expect((await put(url, bytes, caller)).status).toBe(204);
  return id;
}

/** Uploads and checks; gives the import as it stands when the work is done. */
async function checked(bytes: string | Uint8Array): Promise<any> {
  const uploadId = await uploaded(bytes);
  const { id } = await trainer.mutate('checkRoster', { uploadId }, 'id');
  await world.settle();
  return rosterImport(id);
}

async function applied(bytes: string): Promise<any> {
  const { id } = await checked(bytes);
  await trainer.mutate('applyRoster', { importId: id });
  await world.settle();
  return rosterImport(id);
}

function rosterImport(id: string, caller: Caller = trainer): Promise<any> {
  return caller.query(`query($id: ID!) { rosterImport(id: $id) { ${COUNTS} } }`, { id });
}

async function stored(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of ['people', 'access', 'postings', 'units', 'roleGrants', 'proposals'])
    counts[name] = await world.connection.collection(name).countDocuments();
  return counts;
}

async function find(search: string): Promise<any[]> {
  const fields =
    'id givenName familyName staffNumber email status postings { unit { name } rankId roleId from to }';
  const page = await trainer.query(
    `query($s: String) { people(search: $s) { edges { node { ${fields} } } } }`,
    {
      s: search,
    },
  );
  return page.edges.map(({ node }: { node: unknown }) => node);
}

describe('a roster', () => {
  it('is checked without changing anything, then applied, then changes nothing when applied again', async () => {
    const file = `\ufeff${[HEADING, row('1'), row('2', { rank: 'sgt' })].join('\r\n')}\r\n`;
    const before = await stored();
    const dry = await checked(file);
    expect(dry).toMatchObject({
      state: 'CHECKED',
      rows: 2,
      processed: 2,
      added: 2,
      errorCount: 0,
      errors: [],
    });
    expect(await stored()).toEqual(before);

    expect(await trainer.mutate('applyRoster', { importId: dry.id }, 'state processed')).toMatchObject({
      state: 'APPLYING',
      processed: 0,
    });
    await world.settle();
    expect(await rosterImport(dry.id)).toMatchObject({
      state: 'APPLIED',
      processed: 2,
      added: 2,
      errorCount: 0,
    });
    expect(await find('R2')).toEqual([
      {
        id: expect.any(String),
        givenName: 'Asha',
        familyName: 'Morgan 2',
        staffNumber: 'R2',
        email: 'r2@lantern.example',
        status: 'ADDED',
        postings: [
          {
            unit: { name: 'North Response' },
            rankId: 'sgt',
            roleId: 'response-officer',
            from: '2026-10-01',
            to: null,
          },
        ],
      },
    ]);
    const after = await stored();
    expect(after).toEqual({
      ...before,
      people: (before['people'] ?? 0) + 2,
      access: (before['access'] ?? 0) + 2,
      postings: (before['postings'] ?? 0) + 2,
    });

    const journal = () => world.connection.collection('journal').countDocuments({ type: /person|posting/ });
    const rows = await journal();
    expect(await applied(file)).toMatchObject({ state: 'APPLIED', added: 0, changed: 0, unchanged: 2 });
    expect(await stored()).toEqual(after);
    expect(await journal()).toBe(rows);
  });

  it('changes only what changed, and tells of it', async () => {
    await applied([HEADING, row('11'), row('12'), row('13')].join('\n'));
    const since = new Date(world.clock.now());
    world.clock.advance({ minutes: 1 });
    const heading = `${HEADING},posting_to,shift_pattern`;
    const result = await applied(
      [
        heading,
        row('11', { rank: 'sgt', to: '', shift: '2-2-2-4' }),
        row('12', { family_name: 'Price', to: '2027-03-31', shift: '' }),
        row('13', { to: '', shift: '' }),
      ].join('\n'),
    );
    expect(result).toMatchObject({ state: 'APPLIED', added: 0, changed: 2, unchanged: 1, errorCount: 0 });
    const types = await world.connection
      .collection('journal')
      .find({ at: { $gt: since }, type: /identity\.(person|posting)/ })
      .map((entry) => entry['type'] as string)
      .toArray();
    expect(types.sort()).toEqual([
      'identity.person.changed.v1',
      'identity.posting.changed.v1',
      'identity.posting.ended.v1',
    ]);
    expect((await find('R12'))[0]).toMatchObject({ familyName: 'Price', postings: [{ to: '2027-03-31' }] });
    trainer = await world.as('trainer');
  });

  it('IDN-35 names line and column of each bad row, and applies the others', async () => {
    const heading = `${HEADING},posting_to,contracted_hours,line_manager`;
    const more = { to: '', hours: '', manager: '' };
    const file = [
      heading,
      row('21', more),
      row('22', { ...more, email: 'not an address' }),
      row('23', { ...more, unit: 'Response/Nowhere' }),
      row('24', { ...more, rank: 'admiral' }),
      row('25', { ...more, role: 'pilot' }),
      row('26', { ...more, posting_from: '2026-02-31' }),
      row('27', { ...more, to: '2026-09-30' }),
      row('28', { ...more, hours: '61' }),
      row('29', { ...more, manager: 'NOBODY' }),
      row('30', { ...more, given_name: '' }),
      `${row('31', more)},one too many`,
      row('21', more),
      row('21', { ...more, unit: 'Response', given_name: 'Other' }),
      row('32', { ...more, email: 'r21@lantern.example' }),
      row('33', { ...more, staff_number: '#33' }),
      row('34', { ...more, manager: 'R21' }),
      row('35', { ...more, manager: 'R35' }),
    ].join('\n');
    const dry = await checked(file);
    const places = (result: { errors: { line: number; column: string | null; code: string }[] }) =>
      result.errors.map(({ line, column, code }) => [line, column, code]);
    const expected = [
      [3, 'email', 'EMAIL_NOT_VALID'],
      [4, 'unit', 'ROSTER_UNIT_NOT_FOUND'],
      [5, 'rank', 'RANK_UNKNOWN'],
      [6, 'role', 'ROLE_UNKNOWN'],
      [7, 'posting_from', 'ROSTER_DATE_NOT_VALID'],
      [8, 'posting_to', 'DATES_REVERSED'],
      [9, 'contracted_hours', 'HOURS_OUT_OF_RANGE'],
      [10, 'line_manager', 'ROSTER_MANAGER_NOT_FOUND'],
      [11, 'given_name', 'ROSTER_VALUE_MISSING'],
      [12, null, 'ROSTER_ROW_LENGTH'],
      [13, null, 'ROSTER_ROW_REPEATED'],
      [14, 'staff_number', 'ROSTER_PERSON_DIFFERS'],
      [15, 'email', 'ROSTER_EMAIL_REPEATED'],
      [16, 'staff_number', 'STAFF_NUMBER_NOT_VALID'],
      [18, 'line_manager', 'LINE_MANAGER_SELF'],
    ];
    expect(places(dry)).toEqual(expected);
    expect(dry).toMatchObject({ state: 'CHECKED', rows: 17, processed: 17, added: 2, errorCount: 15 });
    expect(dry.errors[10].message).toContain('line 2');
    await trainer.mutate('applyRoster', { importId: dry.id });
    await world.settle();
    const result = await rosterImport(dry.id);
    expect(places(result)).toEqual(expected);
    expect(result).toMatchObject({ state: 'APPLIED', added: 2, errorCount: 15 });
    expect(await find('R21')).toHaveLength(1);
    expect(await find('R32')).toHaveLength(0);
  });

  it('IDN-35 refuses a language that is neither English nor Welsh', async () => {
    const dry = await checked([`${HEADING},language`, row('38', { language: 'fr' })].join('\n'));
    expect(dry.errors).toMatchObject([{ line: 2, column: 'language', code: 'ROSTER_LANGUAGE_UNKNOWN' }]);
    expect(dry).toMatchObject({ added: 0, errorCount: 1 });
  });

  it('lets a person hold two postings from two rows', async () => {
    expect(
      await applied([HEADING, row('41'), row('41', { unit: 'Response', role: 'kiosk-operator' })].join('\n')),
    ).toMatchObject({ added: 2, errorCount: 0 });
    expect((await find('R41'))[0].postings).toHaveLength(2);
  });

  it('IDN-09 never joins an account that another force holds: it proposes', async () => {
    const email = 'elsewhere@lantern.example';
    const held = await world.get(AddPerson).execute(world.system('glan-arian'), {
      givenName: 'Gwen',
      familyName: 'Hale',
      staffNumber: 'GA1',
      email,
    });
    const result = await applied([HEADING, row('51', { email }), row('52')].join('\n'));
    expect(result).toMatchObject({ state: 'APPLIED', added: 1, errorCount: 1 });
    expect(result.errors[0]).toMatchObject({ line: 2, column: 'email', code: 'PERSON_HELD_ELSEWHERE' });
    expect(result.errors[0].message).toContain('the other force or the person must confirm');
    const account = await world.connection.collection('people').findOne({ email });
    expect(account?.['forceIds'].map(String)).toEqual([world.forces['glan-arian'].id]);
    expect(await find('R51')).toEqual([]);
    const proposals = await world.connection.collection('proposals').find({}).toArray();
    expect(proposals.map((one) => String(one['personId']))).toContain(held.id);
  });

  it('IDN-36 does not change the address that an active person signs in with', async () => {
    const personId = await world.join('harbourshire', { givenName: 'Lena', familyName: 'Root' });
    const person = await world.connection.collection('people').findOne({ familyName: 'Root' });
    const number = person?.['staffNumbers'][0].number as string;
    const line = row('61', {
      staff_number: number,
      given_name: 'Lena',
      family_name: 'Root',
      email: 'thief@lantern.example',
    });
    const result = await applied([HEADING, line].join('\n'));
    expect(result).toMatchObject({ added: 0, changed: 0, errorCount: 1 });
    expect(result.errors[0]).toMatchObject({ column: 'email', code: 'ROSTER_EMAIL_IN_USE' });
    const after = await world.connection.collection('people').findOne({ familyName: 'Root' });
    expect([String(after?._id), after?.['email']]).toEqual([personId, person?.['email']]);
  });

  it('IDN-37 does nothing twice when two processes apply it at the same time', async () => {
    const lines = Array.from({ length: 700 }, (_, n) => row(`7${String(n).padStart(4, '0')}`));
    const dry = await checked([HEADING, ...lines].join('\n'));
    await trainer.mutate('applyRoster', { importId: dry.id });
    const run = () =>
      world
        .get(ImportRoster)
        .execute(world.system(), { importId: dry.id as RosterImportId, apply: true })
        .catch((error: unknown) => (error as { code?: string }).code);
    await Promise.all([run(), run()]);
    await run();
    expect(await rosterImport(dry.id)).toMatchObject({
      state: 'APPLIED',
      processed: 700,
      added: 700,
      errorCount: 0,
    });
    const added = await world.connection
      .collection('people')
      .countDocuments({ 'staffNumbers.number': /^R7\d{4}$/ });
    expect(added).toBe(700);
    const events = await world.connection
      .collection('journal')
      .aggregate([
        { $match: { type: 'identity.person.added.v1' } },
        { $group: { _id: '$data.personId', n: { $sum: 1 } } },
        { $match: { n: { $gt: 1 } } },
      ])
      .toArray();
    expect(events).toEqual([]);
    // What other domains make of 1,400 events is theirs to test.
    await world.connection.collection('outbox').deleteMany({});
  });
});

describe('a whole roster', () => {
  const names = Array.from({ length: 40 }, (_, n) => `9${String(n).padStart(2, '0')}`);
  const file = (left: readonly string[], more: readonly string[] = []) =>
    [HEADING, ...names.filter((n) => !left.includes(n)).map((n) => row(n)), ...more].join('\n');
  const WHOLE = 'id state isWhole leaverCount held leavers { staffNumber }';
  let administrator: Caller;
  let second: Caller;

  beforeAll(async () => {
    // Only these forty are spoken of by rosters, so that the figures can be reckoned here.
    await world.connection.collection('people').updateMany({}, { $set: { fedIn: [] } });
    await applied(file([]));
    administrator = await world.as('administrator');
    const personId = await world.join('harbourshire', { givenName: 'Lou', familyName: 'Second' });
    await world.get(GrantRole).execute(world.system(), { personId, bundle: 'administrator' });
    second = await world.signedIn(personId, world.forces.harbourshire.id);
  });

  async function checkedWhole(bytes: string): Promise<any> {
    const uploadId = await uploaded(bytes, administrator);
    const { id } = await administrator.mutate('checkRoster', { uploadId, isWhole: true }, 'id');
    await world.settle();
    return shown(id);
  }
  const shown = (id: string): Promise<any> =>
    administrator.query(`query($id: ID!) { rosterImport(id: $id) { ${WHOLE} } }`, { id });
  const statusOf = async (number: string) => (await find(number))[0].status;
  const numbersOf = (left: readonly string[]) => left.map((n) => `R${n}`).sort();

  it('IDN-41 says whom it leaves out, suspends them when it is applied, and nobody else', async () => {
    // One is named in a row that cannot be applied: named is named. Two of forty are five in a hundred: allowed.
    const dry = await checkedWhole(file(['900', '901', '902'], [row('902', { rank: 'admiral' })]));
    expect(dry).toMatchObject({ state: 'CHECKED', isWhole: true, leaverCount: 2, held: 40 });
    expect(dry.leavers.map(({ staffNumber }: any) => staffNumber).sort()).toEqual(numbersOf(['900', '901']));
    expect(await statusOf('R900')).toBe('ADDED');

    await administrator.mutate('applyRoster', { importId: dry.id });
    await world.settle();
    for (const number of ['R900', 'R901']) expect(await statusOf(number)).toBe('SUSPENDED');
    for (const number of ['R902', 'R903']) expect(await statusOf(number)).toBe('ADDED');
    expect(await world.connection.collection('people').countDocuments({ suspendedIn: { $ne: [] } })).toBe(2);
    const told = { type: 'identity.person.suspended.v1' };
    expect(await world.connection.collection('journal').countDocuments(told)).toBe(2);
  });

  it('IDN-42 that would suspend many is applied by a second person who names their number', async () => {
    const left = ['900', '901', '910', '911', '912'];
    const dry = await checkedWhole(file(left));
    expect(dry).toMatchObject({ leaverCount: 3, held: 38 });
    const many = await administrator.mutate('applyRoster', { importId: dry.id });
    expect(many).toMatchObject({ code: 'ROSTER_LEAVES_MANY_OUT', field: 'confirmedLeavers' });
    expect((many as { message: string }).message).toContain('3 of 38 people');
    const wrong = { importId: dry.id, confirmedLeavers: 2 };
    expect(await second.refusalOf('applyRoster', wrong)).toBe('ROSTER_LEAVES_MANY_OUT');
    const right = { importId: dry.id, confirmedLeavers: 3 };
    expect(await administrator.refusalOf('applyRoster', right)).toBe('ROSTER_NEEDS_SECOND_PERSON');
    expect(await statusOf('R910')).toBe('ADDED');

    await second.mutate('applyRoster', right);
    await world.settle();
    for (const number of ['R910', 'R911', 'R912']) expect(await statusOf(number)).toBe('SUSPENDED');
    expect((await shown(dry.id)).state).toBe('APPLIED');
  });

  it('needs the permission to suspend', async () => {
    const uploadId = await uploaded(file([]));
    expect(await trainer.codeOf('checkRoster', { uploadId, isWhole: true })).toBe('FORBIDDEN');
  });
});

describe('IDN-34 a file that is no roster changes nothing and says why', () => {
  const cases: [string, string | Uint8Array, string, string, number, string | null][] = [
    [
      'a missing column',
      `${HEADING.replace(',rank', '')}\n`,
      'ROSTER_COLUMN_MISSING',
      'The column rank is missing',
      1,
      'rank',
    ],
    [
      'an unknown column',
      `${HEADING},shoe_size\n`,
      'ROSTER_COLUMN_UNKNOWN',
      'no column of the name shoe_size',
      1,
      'shoe_size',
    ],
    [
      'a column twice',
      `${HEADING},rank\n`,
      'ROSTER_COLUMN_REPEATED',
      'The column rank stands twice',
      1,
      'rank',
    ],
    ['no rows', `${HEADING}\n`, 'ROSTER_WITHOUT_ROWS', 'no rows below its heading', 1, null],
    [
      'UTF-16',
      new Uint8Array(Buffer.from(`\ufeff${HEADING}\n`, 'utf16le')),
      'ROSTER_NOT_UTF8',
      'not UTF-8',
      1,
      null,
    ],
    [
      'UTF-16 without a mark',
      new Uint8Array(Buffer.from(`${HEADING}\n`, 'utf16le')),
      'ROSTER_NOT_UTF8',
      'not UTF-8',
      1,
      null,
    ],
    [
      'Latin-1',
      new Uint8Array(Buffer.from(`${HEADING}\n${row('x', { given_name: 'Siân' })}\n`, 'latin1')),
      'ROSTER_NOT_UTF8',
      'not UTF-8',
      1,
      null,
    ],
    ['an open quotation mark', `${HEADING}\n"${row('x')}\n`, 'ROSTER_NOT_CSV', 'stops being CSV', 3, null],
  ];
  for (const [what, bytes, code, sentence, line, column] of cases) {
    it(what, async () => {
      const before = await stored();
      const result = await checked(bytes);
      expect(result).toMatchObject({ state: 'FAILED', processed: 0, added: 0 });
      expect(result.errors).toEqual([
        { line: expect.any(Number), column, code, message: expect.stringContaining(sentence) },
      ]);
      if (line === 1) expect(result.errors[0].line).toBe(1);
      expect(await stored()).toEqual(before);
      expect(await trainer.refusalOf('applyRoster', { importId: result.id })).toBe('ROSTER_FAILED');
    });
  }

  it('1,000,001 rows', async () => {
    const lines = 'a,b,c,d,e,f,g,h\n'.repeat(1_000_001);
    const before = await stored();
    const result = await checked(`${HEADING}\n${lines}`);
    expect(result).toMatchObject({ state: 'FAILED', processed: 0 });
    expect(result.errors).toEqual([
      {
        ...{ line: 1_000_002, column: null, code: 'ROSTER_TOO_MANY_ROWS' },
        message: expect.stringContaining('at most 1,000,000 rows'),
      },
    ]);
    expect(await stored()).toEqual(before);
  }, 120_000);

  it('errors are given in Welsh to those who ask in Welsh', async () => {
    const { id } = await checked(`${HEADING}\n`);
    const reply = await trainer.send(
      'query($id: ID!) { rosterImport(id: $id) { errors { message } } }',
      { id },
      { 'accept-language': 'cy' },
    );
    expect(reply.data?.['rosterImport'].errors[0].message).toMatch(/^Nid oes rhesi/);
  });
});

describe('requestRosterUpload and the address it gives', () => {
  it('IDN-31 refuses a file that is not called .csv', async () => {
    for (const fileName of ['roster.xlsx', '', '../roster.csv', '.csv'])
      expect(await trainer.refusalOf('requestRosterUpload', { fileName })).toBe('FILE_NAME_NOT_VALID');
  });

  it('IDN-31 takes one file, from the session that asked, within 15 minutes', async () => {
    const { url } = await address();
    const stranger = await put(url, 'x', world.stranger());
    expect([stranger.status, await stranger.json()]).toEqual([
      401,
      { code: 'UNAUTHENTICATED', message: 'Sign in and try again.' },
    ]);
    const sameMan = await world.as('trainer');
    expect(await answer(put(url, 'x', sameMan))).toEqual([404, 'UPLOAD_NOT_VALID']);
    expect(await answer(put(url, 'x', await world.as('otherTrainer')))).toEqual([404, 'UPLOAD_NOT_VALID']);
    expect(await answer(put(url, 'x', await world.as('officer')))).toEqual([403, 'FORBIDDEN']);
    expect(await answer(put(`${url.slice(0, -3)}abc`, 'x'))).toEqual([404, 'UPLOAD_NOT_VALID']);
    expect((await put(url, HEADING)).status).toBe(204);
    expect(await answer(put(url, HEADING))).toEqual([409, 'UPLOAD_ALREADY_THERE']);
  });

  it('IDN-31 expires', async () => {
    const fresh = await world.as('trainer');
    const { url } = await address(fresh);
    world.clock.advance({ minutes: 9 });
    // The access token lives 10 minutes and the address 15: the same session goes on with a newer token in production.
    const claims = await world.get(Sessions).verify(fresh.token ?? '');
    world.clock.advance({ minutes: 6 });
    if (claims === null) throw new Error('the token was alive');
    const { token } = await world.get(Sessions).accessToken(claims);
    const headers = { authorization: `Bearer ${token}` };
    const late = await fetch(`${world.url}${url}`, { method: 'PUT', headers, body: 'x' });
    expect([late.status, await late.json()]).toMatchObject([410, { code: 'UPLOAD_EXPIRED' }]);
    trainer = await world.as('trainer');
  });

  it('IDN-31 refuses more than 200 MB and keeps nothing of it', async () => {
    const { id, url } = await address();
    const piece = new Uint8Array(1024 * 1024);
    let sent = 0;
    const stream = new ReadableStream({
      pull(controller) {
        if (sent++ < 205) controller.enqueue(piece);
        else controller.close();
      },
    });
    const headers = { authorization: `Bearer ${trainer.token ?? ''}` };
    const outcome = await fetch(`${world.url}${url}`, {
      method: 'PUT',
      headers,
      body: stream,
      duplex: 'half',
    })
      .then((response) => response.status)
      .catch(() => 'closed');
    expect([413, 'closed']).toContain(outcome);
    expect(await trainer.refusalOf('checkRoster', { uploadId: id })).toBe('UPLOAD_EMPTY');
    expect(await world.connection.collection('uploads.files').countDocuments({ filename: id })).toBe(0);
  }, 60_000);

  it('IDN-31 refuses a file that says it is larger before it has been sent', async () => {
    const { url } = await address();
    expect(await announced(url, 201 * 1024 * 1024)).toEqual([413, 'UPLOAD_TOO_LARGE']);
  });

  it('answers malformed input, and a person without permission', async () => {
    expect(await trainer.codeOf('requestRosterUpload', {})).toBe('BAD_USER_INPUT');
    expect(await (await world.as('officer')).codeOf('requestRosterUpload', { fileName: 'a.csv' })).toBe(
      'FORBIDDEN',
    );
    expect(await world.stranger().codeOf('requestRosterUpload', { fileName: 'a.csv' })).toBe(
      'UNAUTHENTICATED',
    );
  });
});

describe('checkRoster and applyRoster', () => {
  it('IDN-32 IDN-33 refuses a check before the bytes are there; a repeat gives the same import', async () => {
    const { id } = await address();
    expect(await trainer.refusalOf('checkRoster', { uploadId: id })).toBe('UPLOAD_EMPTY');
    const uploadId = await uploaded([HEADING, row('81')].join('\n'));
    const first = await trainer.mutate('checkRoster', { uploadId }, 'id');
    expect(await trainer.mutate('checkRoster', { uploadId }, 'id')).toEqual(first);
    expect(await trainer.refusalOf('applyRoster', { importId: first.id })).toBe('ROSTER_NOT_CHECKED');
    await world.settle();
    await trainer.mutate('applyRoster', { importId: first.id });
    expect(await trainer.mutate('applyRoster', { importId: first.id }, 'state')).toMatchObject({
      state: 'APPLYING',
    });
    await world.settle();
    expect(await trainer.mutate('applyRoster', { importId: first.id }, 'state')).toMatchObject({
      state: 'APPLIED',
    });
    await world.settle();
    expect(await find('R81')).toHaveLength(1);
  });

  it('answers malformed input, ids that do not exist, other forces and people without permission', async () => {
    const dry = await checked([HEADING, row('82')].join('\n'));
    const uploadId = await uploaded(HEADING);
    const other = await world.as('otherTrainer');
    const officer = await world.as('officer');
    const nothing = '0'.repeat(24);
    for (const [name, field, id] of [
      ['checkRoster', 'uploadId', uploadId],
      ['applyRoster', 'importId', dry.id as string],
    ] as const) {
      expect(await trainer.codeOf(name, { [field]: 'no id' })).toBe('BAD_USER_INPUT');
      expect(await trainer.codeOf(name, { [field]: nothing })).toBe('NOT_FOUND');
      expect(await other.codeOf(name, { [field]: id })).toBe('NOT_FOUND');
      expect(await officer.codeOf(name, { [field]: id })).toBe('FORBIDDEN');
      expect(await world.stranger().codeOf(name, { [field]: id })).toBe('UNAUTHENTICATED');
    }
    const theirs = await other.send('query($id: ID!) { rosterImport(id: $id) { id } }', { id: dry.id });
    expect(theirs.errors[0]?.extensions['code']).toBe('NOT_FOUND');
  });
});

/** Begins a PUT that announces so many bytes, sends none, and gives the answer. */
function announced(url: string, bytes: number): Promise<[number, string]> {
  return new Promise((done, fail) => {
    const headers = { authorization: `Bearer ${trainer.token ?? ''}`, 'content-length': bytes };
    const sending = request(`${world.url}${url}`, { method: 'PUT', headers }, (reply) => {
      let text = '';
      reply.setEncoding('utf8').on('data', (part: string) => (text += part));
      reply.on('end', () => {
        sending.destroy();
        done([reply.statusCode ?? 0, (JSON.parse(text) as { code: string }).code]);
      });
    });
    sending.on('error', fail).flushHeaders();
  });
}

async function answer(response: Promise<Response>): Promise<[number, string]> {
  const { status, ...rest } = await response.then(async (it) => ({
    status: it.status,
    body: await it.json(),
  }));
  return [status, (rest.body as { code: string }).code];
}
