import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calendarDateOf } from '@app/platform/clock/calendar.js';
import { englishOnly } from '@app/platform/context/words.js';
import { newId } from '@app/platform/ids/ids.js';
import { type EvidenceId, RecordEvidence, WithdrawEvidence } from '@app/standing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { run } from '../../../apps/cli/src/commands/verify-extract.js';
import { aWorld, type World } from '../../support/a-world.js';
import type { Caller } from '../../support/caller.js';
import { withCourse } from '../../support/with-course.js';

const EXTRACT = 'id serial personId skillId level asAt held inDate jsonAddress pdfAddress';
const SKILL = 'OLH-01';

let world: World;
let officer: Caller;
/** The session that made the extracts: their addresses are good for it alone. */
let lead: Caller;
let evidenceId: EvidenceId;
beforeAll(async () => {
  world = await aWorld();
  await withCourse(world);
  officer = await world.as('officer');
  lead = await world.as('capability');
  const evidence = await world.get(RecordEvidence).execute(world.system(), {
    ...{ personId: officer.personId, skillId: SKILL, level: 2, kind: 'external' },
    ...{ title: englishOnly('Certificate of Harbourshire College'), sourceId: 'cert-1' },
    ...{ from: calendarDateOf('2026-03-03'), lastValidDay: calendarDateOf('2026-12-03') },
  });
  evidenceId = evidence.id;
  await world.settle();
}, 60_000);
afterAll(() => world.end());

const input = (more: Record<string, unknown> = {}) => ({
  ...{ personId: officer.personId, skillId: SKILL, level: 2, asAt: '2026-11-20', reason: 'R v Example' },
  ...more,
});
const made = async (more: Record<string, unknown> = {}) => lead.mutate('makeExtract', input(more), EXTRACT);
const VERIFY =
  'query($serial: String!, $code: String!) { verifyExtract(serial: $serial, code: $code) { standing madeAt } }';

async function fileAt(address: string): Promise<Buffer> {
  const { token } = lead;
  const reply = await fetch(`${world.url}${address}`, {
    headers: { authorization: `Bearer ${token ?? ''}` },
  });
  expect(reply.status).toBe(200);
  return Buffer.from(await reply.arrayBuffer());
}

/** What the command says of a file, with the keys as published. */
async function verified(name: string, bytes: Buffer): Promise<{ code: number; said: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-extract-'));
  const keys = await (await fetch(`${world.url}/.well-known/lantern-keys.json`)).text();
  writeFileSync(join(folder, 'keys.json'), keys);
  writeFileSync(join(folder, name), bytes);
  const write = jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
  const code = await run([join(folder, name), '--keys', join(folder, 'keys.json')]);
  const said = write.mock.calls.map(([text]) => String(text)).join('');
  write.mockRestore();
  return { code, said };
}

describe('a signed extract', () => {
  it('CAP-60 CAP-62 says who was in date on what, verifies offline, and names the field that was changed', async () => {
    const extract = await made();
    expect(extract).toMatchObject({ skillId: SKILL, level: 2, asAt: '2026-11-20', held: 2, inDate: true });
    expect(extract.serial).toMatch(/^LX-/);
    const json = await fileAt(extract.jsonAddress);
    const { content } = JSON.parse(json.toString());
    expect(content).toMatchObject({
      marking: 'OFFICIAL-SENSITIVE',
      serial: extract.serial,
      person: { name: 'Maya Okafor' },
      answer: { inDate: true, held: 2, lastValidDay: '2026-12-03' },
      evidence: [{ title: { en: 'Certificate of Harbourshire College' }, counts: true, from: '2026-03-03' }],
    });
    expect(await verified('x.json', json)).toEqual({ code: 0, said: expect.stringMatching(/^Unchanged/) });
    const forged = Buffer.from(json.toString().replace('"held":2', '"held":3'));
    expect(await verified('x.json', forged)).toEqual({ code: 1, said: 'Changed: /answer/held\n' });

    const pdf = await fileAt(extract.pdfAddress);
    expect(pdf.subarray(0, 8).toString()).toBe('%PDF-1.7');
    const text = pdf.toString('latin1');
    for (const part of [
      '/StructTreeRoot',
      '/Marked true',
      '/Lang (en-GB)',
      'pdfuaid',
      `${extract.serial}.json`,
    ])
      expect({ part, there: text.includes(part) }).toEqual({ part, there: true });
    expect((await verified('x.pdf', pdf)).code).toBe(0);
    for (const place of [10, Math.floor(pdf.length / 2), pdf.length - 5]) {
      const flipped = Buffer.from(pdf);
      flipped[place] = (flipped[place] ?? 0) ^ 1;
      expect({ place, code: (await verified('x.pdf', flipped)).code }).toEqual({ place, code: 1 });
    }
  });

  it('CAP-60 says no where nothing was in date, by what was known then', async () => {
    expect(await made({ asAt: '2026-03-02' })).toMatchObject({ held: 0, inDate: false });
    expect(await made({ level: 3 })).toMatchObject({ held: 2, inDate: false });
    expect(await made({ knownAt: '2026-11-01T00:00:00Z' })).toMatchObject({ held: 0, inDate: false });
  });

  it('CAP-61 is an entry of the journal, with its reason apart', async () => {
    const { id } = await made({ reason: 'Inquest of 4 May' });
    const row = await world.connection
      .collection('journal')
      .findOne({ type: 'capability.extract.made.v1', 'data.extractId': id });
    expect(row?.['data']).toEqual({
      extractId: id,
      personId: officer.personId,
      skillId: SKILL,
      asAt: '2026-11-20',
    });
    expect(JSON.stringify(row)).not.toContain('Inquest');
  });

  it.each([
    ['EXTRACT_OF_THE_FUTURE', { asAt: '2026-11-24' }],
    ['EXTRACT_OF_THE_FUTURE', { knownAt: '2027-01-01T00:00:00Z' }],
    ['EXTRACT_LEVEL_WRONG', { level: 5 }],
    ['EXTRACT_REASON_MISSING', { reason: '  ' }],
    ['EXTRACT_REASON_MISSING', { reason: 'x'.repeat(501) }],
  ])('CAP-60 CAP-61 is refused: %s %j', async (code, more) => {
    const before = await world.connection.collection('extracts').countDocuments();
    expect(await lead.refusalOf('makeExtract', input(more))).toBe(code);
    expect(await world.connection.collection('extracts').countDocuments()).toBe(before);
  });

  it('CAP-61 is not for whoever may not, nor about somebody of another force', async () => {
    for (const key of ['officer', 'supervisor', 'trainer', 'otherTrainer'] as const)
      expect([key, await (await world.as(key)).codeOf('makeExtract', input())]).toEqual([key, 'FORBIDDEN']);
    const stranger = (await world.as('otherOfficer')).personId;
    expect(await lead.codeOf('makeExtract', input({ personId: stranger }))).toBe('NOT_FOUND');
    expect(await lead.codeOf('makeExtract', input({ personId: newId() }))).toBe('NOT_FOUND');
    expect(await lead.codeOf('makeExtract', input({ personId: 'nonsense' }))).toBe('BAD_USER_INPUT');
    expect(await lead.codeOf('makeExtract', input({ skillId: 'NOT-99' }))).toBe('NOT_FOUND');
  });

  it('lists what was made to those who may read it', async () => {
    const { extracts } = {
      extracts: await lead.query(`{ extracts(first: 2) { totalCount edges { node { id serial } } } }`),
    };
    expect(JSON.stringify(extracts)).toContain('LX-');
    const other = await world.as('otherTrainer');
    const reply = await other.send('{ extracts { totalCount } }');
    expect(reply.errors[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('finds a document by its serial through the index', async () => {
    const plan = await world.connection
      .collection('extracts')
      .find({ serial: 'LX-1' })
      .explain('queryPlanner');
    expect(JSON.stringify(plan)).toContain('serial_1');
    const forceId = (await world.connection.collection('extracts').findOne())?.['forceId'];
    const list = await world.connection
      .collection('extracts')
      .find({ forceId })
      .sort({ _id: -1 })
      .explain('queryPlanner');
    expect(JSON.stringify(list)).toContain('forceId_1__id_-1');
    expect(JSON.stringify(list)).not.toContain('"SORT"');
  });

  it('CAP-63 tells its holder alone whether it stands, and that it was changed since', async () => {
    const extract = await made();
    const { content } = JSON.parse((await fileAt(extract.jsonAddress)).toString());
    const nobody = world.stranger();
    const ask = async (serial: string, code: string) => nobody.query(VERIFY, { serial, code });
    expect(JSON.stringify(await ask(content.serial, content.code))).toContain('"VALID"');
    expect(JSON.stringify(await ask(content.serial, 'wrong'))).toContain('"UNKNOWN"');
    expect(JSON.stringify(await ask('LX-0000-0000-0000-0', content.code))).toContain('"UNKNOWN"');
    await world
      .get(WithdrawEvidence)
      .execute(world.system(), { evidenceId, reason: 'The certificate was not theirs.' });
    expect(JSON.stringify(await ask(content.serial, content.code))).toContain('"CHANGED_SINCE"');
  });
});
