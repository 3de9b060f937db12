import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ForceId, RequestContext } from '@app/platform/context/request-context.js';
import { englishOnly } from '@app/platform/context/words.js';
import { newId } from '@app/platform/ids/ids.js';
import { DomainWorld } from '@app/platform/testing/domain-world.js';
import type { SessionId } from '../events.js';
import { AddForce } from '../force/add-force.js';
import { IdentityModule } from '../identity.module.js';
import { AddPerson } from '../person/add-person.js';
import { CreateUnit } from '../unit/create-unit.js';
import { ApplyRoster } from './apply-roster.js';
import { CheckRoster } from './check-roster.js';
import { ImportRoster } from './import-roster.js';
import { ReceiveUpload } from './receive-upload.js';
import { RequestRosterUpload } from './request-roster-upload.js';
import type { RosterImport } from './roster-import.js';
import { RosterReader } from './roster.reader.js';

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

  async function go(csv: string): Promise<{ roster: RosterImport; checkMs: number; applyMs: number }> {
    const sessionId = newId<SessionId>();
    const { id, token } = await world
      .get(RequestRosterUpload)
      .execute(ctx, { fileName: 'roster.csv', sessionId });
    const bytes = Readable.from(Buffer.from(csv));
    await world.get(ReceiveUpload).execute(ctx, { token, sessionId, announcedBytes: null, bytes });
    const { id: importId } = await world.get(CheckRoster).execute(ctx, { uploadId: id });
    const system = world.system(ctx.force.forceId as ForceId);
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
});
