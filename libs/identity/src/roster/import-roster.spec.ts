import { Readable } from 'node:stream';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { englishOnly } from '@app/platform/context/words.js';
import { newId } from '@app/platform/ids/ids.js';
import { DomainWorld } from '@app/platform/testing/domain-world.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RosterImportId, SessionId } from '../events.js';
import { AddForce } from '../force/add-force.js';
import { IdentityModule } from '../identity.module.js';
import { AddPerson } from '../person/add-person.js';
import { CreateUnit } from '../unit/create-unit.js';
import { ApplyRoster } from './apply-roster.js';
import { CheckRoster } from './check-roster.js';
import { ImportRoster } from './import-roster.js';
import { ReceiveUpload } from './receive-upload.js';
import { RequestRosterUpload } from './request-roster-upload.js';
import { RosterReader } from './roster.reader.js';
import type { RosterImport } from './roster-import.js';
import { RosterWriter } from './roster-writer.js';

const HEADING = 'staff_number,given_name,family_name,email,unit,rank,role,posting_from,line_manager';

describe('a roster of a whole force', () => {
  let world: DomainWorld;
  let ctx: RequestContext;

  beforeAll(async () => {
    world = await DomainWorld.of([IdentityModule]);
    const force = await world.get(AddForce).execute(world.system(), {
      slug: 'harbourshire',
      name: englishOnly('Harbourshire Police'),
      shortCode: 'HBR',
      kind: 'territorial',
      bilingual: false,
    });
    const system = world.system(force.id);
    const lead = await world.get(AddPerson).execute(system, {
      givenName: 'Tess',
      familyName: 'Farrow',
      staffNumber: 'LEAD',
      email: 'lead@lantern.example',
    });
    for (const name of ['Crime', 'Response'])
      await world.get(CreateUnit).execute(system, { name, kind: 'command', parentId: null });
    ctx = world.as(lead.id, force.id, ['training-lead']);
  });
  afterAll(() => world.close());

  function roster(rank: (n: number) => string): string {
    const rows = Array.from({ length: 10_000 }, (_, n) => {
      const unit = n % 2 === 0 ? 'Crime' : 'Response';
      const manager = n < 10 ? '' : `P${n % 10}`;
      return `P${n},Given${n},Family${n},p${n}@lantern.example,${unit},${rank(n)},response-officer,2026-01-01,${manager}`;
    });
    return [HEADING, ...rows].join('\n');
  }

  async function submitted(csv: string): Promise<RosterImportId> {
    const sessionId = newId<SessionId>();
    const { id, token } = await world
      .get(RequestRosterUpload)
      .execute(ctx, { fileName: 'roster.csv', sessionId });
    const bytes = Readable.from(Buffer.from(csv));
    await world.get(ReceiveUpload).execute(ctx, { token, sessionId, announcedBytes: null, bytes });
    return (await world.get(CheckRoster).execute(ctx, { uploadId: id })).id;
  }

  async function go(csv: string): Promise<{ roster: RosterImport; checkMs: number; applyMs: number }> {
    const importId = await submitted(csv);
    const system = world.system(ctx.force.forceId);
    const start = performance.now();
    await world.get(ImportRoster).execute(system, { importId, apply: false });
    const checkedAt = performance.now();
    await world.get(ApplyRoster).execute(ctx, { importId });
    await world.get(ImportRoster).execute(system, { importId, apply: true });
    const end = performance.now();
    const roster = await world.get(RosterReader).byId(ctx.force, importId);
    if (roster === null) throw new Error('the import is gone');
    return { roster, checkMs: checkedAt - start, applyMs: end - checkedAt };
  }

  it('IDN-37 checks and applies 10,000 rows in under 30 s each, and 10,000 unchanged ones too', async () => {
    const first = await go(roster(() => 'pc'));
    expect(first.roster).toMatchObject({ state: 'applied', rows: 10_000, added: 10_000, errorCount: 0 });
    expect(await world.connection.collection('people').countDocuments()).toBe(10_001);
    expect(await world.connection.collection('postings').countDocuments()).toBe(10_000);
    const again = await go(roster((n) => (n < 25 ? 'sgt' : 'pc')));
    expect(again.roster).toMatchObject({ added: 0, changed: 25, unchanged: 9975, errorCount: 0 });
    for (const { checkMs, applyMs } of [first, again]) {
      expect(checkMs).toBeLessThan(30_000);
      expect(applyMs).toBeLessThan(30_000);
    }
    const shown = [first, again].map((one) => `${Math.round(one.checkMs)} + ${Math.round(one.applyMs)} ms`);
    process.stdout.write(`10,000 rows, check + apply: ${shown.join('; unchanged but 25: ')}\n`);
  }, 120_000);

  it('IDN-37 goes on where a broken run stopped, with every row once', async () => {
    const rows = Array.from(
      { length: 1300 },
      (_, n) =>
        `Q${n},Given,Family${n},q${n}@lantern.example,Crime,pc,response-officer,2026-01-01,${n === 0 ? '' : 'Q0'}`,
    );
    const system = world.system(ctx.force.forceId);
    const importId = await submitted([HEADING, ...rows, rows[0] ?? ''].join('\n'));
    await world.get(ImportRoster).execute(system, { importId, apply: false });
    await world.get(ApplyRoster).execute(ctx, { importId });
    const writer = world.get(RosterWriter);
    const write = writer.write.bind(writer);
    let batches = 0;
    writer.write = async (...given) => {
      await write(...given);
      if (++batches === 2) throw new Error('the power went');
    };
    const run = () => world.get(ImportRoster).execute(system, { importId, apply: true });
    await expect(run()).rejects.toThrow('the power went');
    const people = () =>
      world.connection.collection('people').countDocuments({ 'staffNumbers.number': /^Q\d+$/ });
    const roster = () => world.get(RosterReader).byId(ctx.force, importId);
    expect(await roster()).toMatchObject({ state: 'applying', processed: 500, added: 500 });
    expect(await people()).toBe(500);
    await run();
    expect(await roster()).toMatchObject({
      state: 'applied',
      processed: 1301,
      added: 1300,
      changed: 0,
      unchanged: 0,
      errorCount: 1,
    });
    expect(await world.get(RosterReader).errors(ctx.force, importId, 10)).toMatchObject([
      { line: 1302, code: 'ROSTER_ROW_REPEATED', facts: { line: 2 } },
    ]);
    expect(await people()).toBe(1300);
    await run();
    expect(await people()).toBe(1300);
  });
});
