import { AddForce, PostPerson } from '@app/identity';
import { calendarDateOf } from '@app/platform/clock/calendar.js';
import { systemContext } from '@app/platform/context/request-context.js';
import { englishOnly } from '@app/platform/context/words.js';
import { newId } from '@app/platform/ids/ids.js';
import { RecordEvidence } from '@app/standing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Types } from 'mongoose';
import { aWorld, type World } from '../../support/a-world.js';
import type { Caller } from '../../support/caller.js';
import { withCourse } from '../../support/with-course.js';

const COLUMNS = {
  ...{ staffNumber: 'Collar No', course: 'Course', completedOn: 'Done', expiresOn: 'Until', level: 'Level' },
  ...{ number: 'Cert', force: 'Force', dates: 'DAY_FIRST' },
};
const HEAD = 'Collar No,Course,Done,Until,Level,Cert,Force';
const PHONES = { course: 'Phone Triage (old)', skills: [{ skillId: 'OLH-01', level: 2 }], months: 36 };
const COUNTS =
  'id state rows processed kept unmapped evidence duplicates errorRows errorCount encoding readAs';

describe('the past comes in', () => {
  let world: World;
  let trainer: Caller;
  let officer: Caller;
  let number: string;

  const upload = async (who: Caller, bytes: Buffer | string, name = 'past.csv') => {
    const response = await fetch(`${world.url}/files?purpose=past-training&name=${name}`, {
      method: 'POST',
      body: typeof bytes === 'string' ? Buffer.from(bytes) : bytes,
      headers: { 'content-type': 'text/csv', authorization: `Bearer ${who.token ?? ''}` },
    });
    return { status: response.status, body: (await response.json()) as Record<string, any> };
  };
  const table = (...rows: string[]) => [HEAD, ...rows, ''].join('\n');
  const check = async (bytes: Buffer | string, source = 'Chronicle export') => {
    const { body } = await upload(trainer, bytes);
    const made = await trainer.mutate(
      'checkPast',
      { fileId: body['id'], source, confidence: 'RECORDED' },
      COUNTS,
    );
    await world.settle();
    return read(made.id);
  };
  const read = (id: string) =>
    trainer.query(
      `query P($id: ID!) { pastImport(id: $id) { ${COUNTS} unknownCourses { course rows } errors { line column code message } report } }`,
      { id },
    );
  const apply = async (id: string) => {
    await trainer.mutate('applyPast', { pastImportId: id }, 'id');
    await world.settle();
    return read(id);
  };
  const standing = (more: Record<string, unknown> = {}) =>
    trainer.query(
      'query S($personId: ID!, $asAt: Date, $knownAt: DateTime) { standing(personId: $personId, skillId: "OLH-01", asAt: $asAt, knownAt: $knownAt) { level lastValidDay because { kind title counts why } } }',
      { personId: officer.personId, ...more },
    );
  const codes = (past: { errors: { line: number; code: string }[] }) =>
    past.errors.map(({ line, code }) => `${line} ${code}`);

  beforeAll(async () => {
    world = await aWorld();
    await withCourse(world);
    trainer = await world.as('trainer');
    officer = await world.as('officer');
    const stored = await world.connection
      .collection('people')
      .findOne({ givenName: 'Maya', familyName: 'Okafor' });
    number = stored?.['staffNumbers'][0].number;
    await world.get(AddForce).execute(systemContext('test'), {
      ...{ slug: 'old-harbour', name: englishOnly('Old Harbour Constabulary'), kind: 'territorial' },
      ...{ shortCode: 'OHC', bilingual: false },
    });
    const merged = {
      effectiveTo: '2020-03-31',
      mergedInto: new Types.ObjectId(world.forces.harbourshire.id),
    };
    await world.connection.collection('forces').updateOne({ slug: 'old-harbour' }, { $set: merged });
  }, 120_000);
  afterAll(() => world.end());

  it('STD-41 asks for columns first, and for courses that can be mapped', async () => {
    const { body } = await upload(trainer, table('1,x,01/01/2020,,,,'));
    const input = { fileId: body['id'], source: 'Chronicle', confidence: 'RECORDED' };
    expect(await trainer.refusalOf('checkPast', input)).toBe('PAST_COLUMNS_MISSING');
    const mapping = (more: object) => ({ columns: COLUMNS, courses: [{ ...PHONES, ...more }] });
    const refused = (more: object) => trainer.refusalOf('savePastMapping', mapping(more));
    expect(await refused({ skills: [{ skillId: 'XXX-01', level: 2 }] })).toBe('EVIDENCE_SKILL_UNKNOWN');
    expect(await refused({ skills: [{ skillId: 'OLH-01', level: 5 }] })).toBe('EVIDENCE_LEVEL_WRONG');
    expect(await refused({ months: 0 })).toBe('PAST_MAPPING_NOT_VALID');
    const many = Array.from({ length: 501 }, (_, at) => ({ ...PHONES, course: `Course ${at}` }));
    expect(await trainer.refusalOf('savePastMapping', { courses: many })).toBe('PAST_MAPPING_TOO_LARGE');
    const unknown = { courses: [{ ...PHONES, certificationCode: 'NONE' }] };
    expect(await trainer.codeOf('savePastMapping', unknown)).toBe('NOT_FOUND');
    const saved = await trainer.mutate(
      'savePastMapping',
      mapping({}),
      'columns { force } courses { course months }',
    );
    expect(saved).toMatchObject({
      columns: { force: 'Force' },
      courses: [{ course: PHONES.course, months: 36 }],
    });
    expect(await trainer.refusalOf('checkPast', { ...input, source: ' ' })).toBe('PAST_SOURCE_MISSING');
  });

  it('STD-42 says in a dry run what is wrong with each row, and changes nothing', async () => {
    const past = await check(
      table(
        `${number},Phone Triage (old),31/02/2025,,,,`,
        `${number},Phone Triage (old),24/11/2026,,,,`,
        `${number},Phone Triage (old),10/01/2025,09/01/2025,5,,`,
        `NOBODY,Phone Triage (old),10/01/2025,,,,`,
        `${number},,10/01/2025,,,${'9'.repeat(101)},`,
        `${number},Phone Triage (old),10/01/2025,,,,Nowhere Police`,
        `${number},Phone Triage (old),10/01/2025,,,,GLA`,
        `${number},Phone Triage (old),10/01/2025,,,,Old Harbour Constabulary`,
        `${number},Phone Triage (old),10/01/2025,,,,Harbourshire Police`,
      ),
    );
    expect(codes(past)).toEqual([
      ...['2 PAST_DATE_NOT_VALID', '3 PAST_IN_FUTURE', '4 PAST_LEVEL_WRONG', '4 PAST_ENDS_BEFORE_IT_BEGINS'],
      ...['5 PAST_PERSON_UNKNOWN', '6 PAST_VALUE_MISSING', '6 PAST_VALUE_TOO_LONG'],
      ...['7 PAST_FORCE_UNKNOWN', '8 PAST_FORCE_OTHER', '9 PAST_FORCE_CLOSED'],
    ]);
    expect(past).toMatchObject({
      state: 'CHECKED',
      rows: 9,
      processed: 9,
      kept: 1,
      evidence: 1,
      errorRows: 8,
    });
    expect(past.errors[0]).toMatchObject({ line: 2, column: 'Done' });
    expect(past.errors[0].message).toMatch(/^This is no date that exists/);
    expect(await world.connection.collection('pastRecords').countDocuments()).toBe(0);
    expect(await world.connection.collection('evidence').countDocuments()).toBe(0);
  });

  it.each([
    ['utf-8', (text: string) => Buffer.from(text)],
    ['utf-8', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['utf-16le', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['utf-16be', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['windows-1252', (text: string) => Buffer.from(text, 'latin1')],
  ])('STD-42 reads %s', async (encoding, bytes) => {
    const past = await check(bytes(table(`${number},Gŵyl`.replace('ŵ', 'û').concat(',10/01/2025,,,,'))));
    expect(past).toMatchObject({ state: 'CHECKED', encoding, kept: 1 });
    const said =
      encoding === 'windows-1252'
        ? /no UTF-8 .* Windows-1252\. Look at names/
        : /^The file was read as UTF-\d+\.$/;
    expect(past.readAs).toMatch(said);
    expect(past.unknownCourses).toEqual([{ course: 'Gûyl', rows: 1 }]);
  });

  it('STD-42 takes no file that is no text', async () => {
    const { body } = await upload(trainer, Buffer.from([0x25, 0x50, 0x44, 0x46, 1, 2, 3]));
    expect(body['code']).toBe('FILE_NOT_ITS_TYPE');
  });

  it('STD-42 fails in words where the file is no such table', async () => {
    const failed = async (text: string) => {
      const past = await check(text);
      expect(past.state).toBe('FAILED');
      return codes(past);
    };
    expect(await failed('Collar No,Course\n1,2\n')).toEqual(['1 PAST_COLUMN_MISSING']);
    expect(await failed(table('').replace('Cert', 'Level'))).toEqual(['1 PAST_COLUMN_REPEATED']);
    expect(await failed(`${HEAD}\n`)).toEqual(['1 PAST_WITHOUT_ROWS']);
    expect((await failed(`${HEAD}\n"open,x,y\n`))[0]).toMatch(/PAST_NOT_CSV$/);
  });

  it('STD-43 makes formulas in cells harmless where they go out', async () => {
    const past = await check(table(`${number},"=HYPERLINK(""http://x"",""y"")",10/01/2025,,,,`));
    expect(past.report).toContain(`"'=HYPERLINK(""http://x"",""y"")"`);
    expect(past.report).not.toMatch(/(^|,)"?=/m);
  });

  it('STD-40 STD-43 STD-44 becomes evidence with source and confidence, once, and waits where it is not mapped', async () => {
    const rows = [`${number},PHONE  triage (OLD),10/01/2026,,,C-1,`, `${number},Archery,10/01/2025,,,,`];
    const checked = await check(table(...rows, rows[0] ?? ''));
    expect(checked).toMatchObject({ kept: 2, unmapped: 1, evidence: 1, duplicates: 1 });
    const applied = await apply(checked.id);
    expect(applied).toMatchObject({ state: 'APPLIED', kept: 2, unmapped: 1, evidence: 1, duplicates: 1 });
    expect(await standing()).toMatchObject({ level: 2, lastValidDay: '2027-01-10' });
    const stored = await world.connection.collection('evidence').findOne({ kind: 'external' });
    expect(stored).toMatchObject({ provenance: { source: 'Chronicle export', confidence: 'recorded' } });
    const again = await check(table(...rows));
    expect(again).toMatchObject({ kept: 0, duplicates: 2 });
    const unknown = await trainer.query('{ unknownPastCourses { course rows } }');
    expect(unknown).toEqual([{ course: 'Archery', rows: 1 }]);
    const past = await trainer.query('query O($id: ID!) { pastOf(personId: $id) { course isMapped } }', {
      id: officer.personId,
    });
    expect(past).toEqual([
      { course: 'PHONE  triage (OLD)', isMapped: true },
      { course: 'Archery', isMapped: false },
    ]);
  });

  it('STD-40 counts cover by one event for many people', async () => {
    const told = await world.connection
      .collection('journal')
      .find({ type: 'standing.evidence.imported.v1' })
      .toArray();
    expect(told.map(({ data }) => (data as { personIds: string[] }).personIds)).toEqual([[officer.personId]]);
    expect(
      await world.connection.collection('journal').countDocuments({ type: 'standing.evidence.recorded.v1' }),
    ).toBe(0);
    const unitId = world.forces.harbourshire.units['team'];
    const { rows } = await trainer.query(
      'query C($unitId: ID!) { cover(unitId: $unitId, skillId: "OLH-01", roleId: "response-officer") { rows { level inDate } } }',
      { unitId },
    );
    expect(rows).toContainEqual({ level: 2, inDate: 1 });
  });

  it('STD-40 becomes evidence later, when somebody maps its course', async () => {
    const before = await world.connection.collection('evidence').countDocuments();
    await trainer.mutate(
      'savePastMapping',
      { courses: [{ course: 'archery', skills: [{ skillId: 'OLH-01', level: 1 }], months: 240 }] },
      'courses { course }',
    );
    await world.settle();
    expect(await world.connection.collection('evidence').countDocuments()).toBe(before + 1);
    expect(await trainer.query('{ unknownPastCourses { course } }')).toEqual([]);
  });

  it('STD-44 STD-45 is cancelled before it is applied, and then not applied', async () => {
    const checked = await check(table(`${number},Phone Triage (old),11/01/2025,,,,`));
    expect(await trainer.refusalOf('undoPast', { pastImportId: checked.id, reason: 'x' })).toBe(
      'PAST_NOT_APPLIED',
    );
    expect((await trainer.mutate('cancelPast', { pastImportId: checked.id }, 'state')).state).toBe(
      'CANCELLED',
    );
    expect(await trainer.refusalOf('applyPast', { pastImportId: checked.id })).toBe('PAST_ENDED');
    const { body } = await upload(trainer, table(`${number},Phone Triage (old),12/01/2025,,,,`));
    const waiting = await trainer.mutate(
      'checkPast',
      { fileId: body['id'], source: 'Chronicle export', confidence: 'STATED' },
      'id',
    );
    expect(await trainer.refusalOf('applyPast', { pastImportId: waiting.id })).toBe('PAST_NOT_CHECKED');
    await world.settle();
  });

  it('STD-46 is undone as one, with a reason that lies apart; later evidence and what was known stay', async () => {
    await world.get(RecordEvidence).execute(world.system(), {
      ...{ personId: officer.personId, skillId: 'OLH-01', level: 1, kind: 'award' },
      ...{
        from: calendarDateOf('2026-11-01'),
        lastValidDay: null,
        title: englishOnly('x'),
        sourceId: newId(),
      },
    });
    const knownAt = world.clock.now().toISOString();
    world.clock.advance({ minutes: 1 });
    trainer = await world.as('trainer');
    const imports = await trainer.query('{ pastImports { edges { node { id state kept } } } }');
    const { id } = imports.edges
      .map(({ node }: { node: { id: string; state: string } }) => node)
      .find(({ state }: { state: string }) => state === 'APPLIED');
    expect(await trainer.refusalOf('undoPast', { pastImportId: id, reason: ' ' })).toBe(
      'EVIDENCE_REASON_MISSING',
    );
    await trainer.mutate('undoPast', { pastImportId: id, reason: 'the wrong year was exported' }, 'state');
    await world.settle();
    expect((await read(id)).state).toBe('UNDONE');
    expect((await standing()).level).toBe(1);
    expect((await standing({ knownAt })).level).toBe(2);
    const rows = await world.connection.collection('journal').find({ 'data.importId': id }).toArray();
    expect(JSON.stringify(rows)).not.toContain('wrong year');
    const again = await check(table(`${number},Phone Triage (old),10/01/2026,,,,`));
    expect(again).toMatchObject({ kept: 1, duplicates: 0 });
  });

  it('STD-47 a row of a day on which the person was posted in two forces names one, and of another force it is left out', async () => {
    const glan = world.forces['glan-arian'];
    const people = world.connection.collection('people');
    const _id = new Types.ObjectId(officer.personId);
    await people.updateOne({ _id }, { $push: { forceIds: new Types.ObjectId(glan.id) } as never });
    const unitId = glan.units['team'];
    if (unitId === undefined) throw new Error('No team');
    const posting = { personId: officer.personId, unitId, roleId: 'response-officer', rankId: 'pc' };
    const days = { from: calendarDateOf('2025-06-01'), to: calendarDateOf('2026-02-28') };
    await world.get(PostPerson).execute(world.system('glan-arian'), { ...posting, ...days });
    // Their posting here began on 1 January 2026.
    const past = await check(
      table(
        `${number},Course of two forces,31/05/2025,,,,`,
        `${number},Course of two forces,01/06/2025,,,,`,
        `${number},Course of two forces,15/01/2026,,,,`,
        `${number},Course of two forces,16/01/2026,,,,Harbourshire Police`,
        `${number},Course of two forces,01/03/2026,,,,`,
      ),
    );
    expect(codes(past)).toEqual(['3 PAST_FORCE_OTHER', '4 PAST_FORCE_UNCLEAR']);
    expect(past).toMatchObject({ kept: 3, errorRows: 2 });
    await people.updateOne({ _id }, { $pull: { forceIds: new Types.ObjectId(glan.id) } as never });
  });

  it('STD-44 is nobody else’s', async () => {
    const checked = await check(table(`${number},Phone Triage (old),13/01/2025,,,,`));
    const other = await world.as('otherTrainer');
    for (const name of ['applyPast', 'cancelPast'])
      expect(await other.codeOf(name, { pastImportId: checked.id })).toBe('NOT_FOUND');
    expect(await other.codeOf('undoPast', { pastImportId: checked.id, reason: 'x' })).toBe('NOT_FOUND');
    expect((await upload(await world.as('colleague'), HEAD)).status).toBe(403);
    const read = await other.send('query P($id: ID!) { pastImport(id: $id) { id } }', { id: checked.id });
    expect(read.errors[0]?.extensions['code']).toBe('NOT_FOUND');
  });

  it('finds duplicates, unmapped rows and what an import brought by index', async () => {
    const plan = async (collection: string, filter: object) => {
      const found = await world.connection
        .collection(collection)
        .find(filter)
        .sort({ _id: 1 })
        .explain('queryPlanner');
      return JSON.stringify(found['queryPlanner'].winningPlan);
    };
    const forceId = newId<never>();
    expect(await plan('pastRecords', { forceId, key: { $in: ['x'] }, isLive: true })).toContain(
      'forceId_1_key_1',
    );
    const ours = new Types.ObjectId(world.forces.harbourshire.id);
    const waiting = { forceId: ours, courseKey: { $in: ['x'] }, isLive: true, mappedAt: null };
    const read = await world.connection
      .collection('pastRecords')
      .find(waiting)
      .hint('forceId_1_courseKey_1_isLive_1_mappedAt_1__id_1')
      .explain('executionStats');
    expect(read['executionStats'].totalDocsExamined).toBe(0);
    const evidence = world.connection.collection('evidence');
    const piece = await evidence.findOne({ 'provenance.importId': { $gt: '' } });
    const importId = String(piece?.['provenance'].importId);
    const brought = { forceId: ours, 'provenance.importId': importId };
    const index = 'forceId_1_provenance.importId_1__id_1';
    const { executionStats: stats } = await evidence.find(brought).hint(index).explain('executionStats');
    expect(stats.totalDocsExamined).toBe(await evidence.countDocuments(brought));
  });
});
