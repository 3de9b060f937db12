import { createHash, randomBytes } from 'node:crypto';
import { createServer, type Server, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { CONFIG } from '../config/config.js';
import type { ForceId, PersonId } from '../context/request-context.js';
import { newId } from '../ids/ids.js';
import { UnitOfWork } from '../mongo/unit-of-work.js';
import { Refusal } from '../refusal/refusal.js';
import { DomainWorld } from '../testing/domain-world.js';
import type { StoredFile } from './file.js';
import { FileReader } from './file.reader.js';
import { FileLinks } from './file-links.js';
import { defineFilePurpose, type FilePurpose } from './file-purpose.js';
import { FileStore } from './file-store.js';
import { FilesModule } from './files.module.js';
import { UseFiles } from './use-files.js';

const MB = 1024 * 1024;
const evidence = defineFilePurpose({
  name: 'test-evidence',
  tenancy: 'force',
  permission: 'test.file.upload',
  mostBytes: 50 * MB,
  mediaTypes: ['image/png', 'image/jpeg', 'text/csv', 'application/pdf', 'video/mp4'],
  keepsBytes: true,
});
const pictures = defineFilePurpose({
  name: 'test-pictures',
  tenancy: 'national',
  permission: 'test.picture.upload',
  mostBytes: 10 * MB,
  mediaTypes: ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/svg+xml'],
  keepsBytes: false,
});

/** A camera's picture: turned by a tag, with the place in its metadata. */
function photograph(): Promise<Buffer> {
  return sharp({ create: { width: 40, height: 20, channels: 3, background: '#369' } })
    .withExif({ IFD0: { Copyright: 'PLACE-51.4535', Orientation: '6' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

const png = (width = 8, height = 8) =>
  sharp({ create: { width, height, channels: 3, background: '#fff' }, limitInputPixels: false })
    .png()
    .toBuffer();

describe('FileStore', () => {
  let world: DomainWorld;
  let store: FileStore;
  const [force, person] = [newId<ForceId>(), newId<PersonId>()];
  const ctx = () => world.as(person, force);

  beforeAll(async () => {
    world = await DomainWorld.of([FilesModule]);
    store = world.get(FileStore);
  });
  afterAll(() => world.close());
  beforeEach(() => world.clock.set('2026-11-23T09:00:00Z'));

  const put = (purpose: FilePurpose, name: string, bytes: Buffer | Readable, declaredType = '') =>
    store.put(ctx(), { purpose, name, declaredType, bytes });
  const bytesOf = async (file: StoredFile, range?: { start: number; end: number }) =>
    buffer(await world.get(FileReader).open(file, range));
  const codeOf = async (work: Promise<unknown>) =>
    work.then(
      () => 'kept',
      (error: unknown) => (error instanceof Refusal ? error.code : Promise.reject(error as Error)),
    );
  /** How much lies in the database, of whatever purpose. */
  async function kept() {
    const db = world.connection.db;
    const names = (await db?.listCollections().toArray())?.map(({ name }) => name) ?? [];
    const counts: Record<string, number> = {};
    for (const name of names.filter((each) => /^files(\.|$)|^heldBytes$/.test(each)))
      counts[name] = (await db?.collection(name).countDocuments()) ?? 0;
    return counts;
  }

  it('keeps evidence to the last bit, for its force and person', async () => {
    const bytes = await photograph();
    const file = await put(
      evidence,
      'scene.JPG',
      Readable.from([bytes.subarray(0, 100), bytes.subarray(100)]),
    );
    expect(file).toMatchObject({
      forceId: force,
      personId: person,
      mediaType: 'image/jpeg',
      size: bytes.length,
    });
    expect(file.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(await bytesOf(file)).toEqual(bytes);
    expect(await bytesOf(file, { start: 5, end: 14 })).toEqual(bytes.subarray(5, 15));
    const other = world.as(newId<PersonId>(), newId<ForceId>());
    expect(await world.get(FileReader).byIds(other.force, [file.id])).toEqual([]);
  });

  it('draws other pictures anew: upright, without metadata, for every force', async () => {
    const file = await put(pictures, 'scene.jpg', await photograph());
    const bytes = await bytesOf(file);
    expect(bytes.includes('PLACE-51.4535')).toBe(false);
    const { width, height, exif } = await sharp(bytes).metadata();
    expect([width, height, exif]).toEqual([20, 40, undefined]);
    expect(file.forceId).toBeNull();
    const other = world.as(newId<PersonId>(), newId<ForceId>());
    expect((await world.get(FileReader).byIds(other.force, [file.id]))[0]?.id).toBe(file.id);
  });

  it.each([
    ['PLT-01 no content', evidence, 'a.csv', Buffer.alloc(0), 'FILE_EMPTY'],
    [
      'PLT-03 an ending that its purpose does not take',
      pictures,
      'a.csv',
      Buffer.from('a,b'),
      'FILE_TYPE_REFUSED',
    ],
    ['PLT-03 an ending that nobody knows', evidence, 'run.exe', Buffer.from('MZ'), 'FILE_TYPE_REFUSED'],
    [
      'PLT-04 a program that is called a picture',
      evidence,
      'a.png',
      Buffer.from('MZ\0\0'),
      'FILE_NOT_ITS_TYPE',
    ],
    ['PLT-04 a text that is none', evidence, 'a.csv', Buffer.from([0x61, 0xff, 0x00]), 'FILE_NOT_ITS_TYPE'],
    [
      'PLT-04 a PDF that is called a table',
      evidence,
      'a.csv',
      Buffer.from('%PDF-1.7\n%%EOF'),
      'FILE_NOT_ITS_TYPE',
    ],
    [
      'PLT-04 a head without a body',
      pictures,
      'a.png',
      Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), randomBytes(200)]),
      'FILE_NOT_ITS_TYPE',
    ],
    [
      'PLT-05 a drawing with script',
      pictures,
      'a.svg',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
      'FILE_HAS_SCRIPT',
    ],
  ])('PLT-10 refuses %s, and keeps nothing of it', async (_name, purpose, name, bytes, code) => {
    const before = await kept();
    expect(await codeOf(put(purpose, name, bytes))).toBe(code);
    expect(await kept()).toEqual({ ...before, ...zeros(await kept(), before) });
  });

  it('PLT-04 refuses a declared type that its name contradicts, and takes those that say nothing', async () => {
    const picture = await png();
    expect(await codeOf(put(evidence, 'a.png', picture, 'image/jpeg'))).toBe('FILE_NOT_ITS_TYPE');
    for (const declared of ['', 'application/octet-stream', 'image/png'])
      expect(await codeOf(put(evidence, 'a.png', picture, declared))).toBe('kept');
    const table = Buffer.from('name,time\nSeized,10:14\n');
    expect(await codeOf(put(evidence, 't.csv', table, 'application/vnd.ms-excel'))).toBe('kept');
  });

  it('PLT-02 refuses a picture of 50 MB by its stated length, and by its bytes when it states none', async () => {
    const before = await kept();
    let sent = 0;
    const endless = Readable.from(
      (function* () {
        for (; sent < 60; sent++) yield Buffer.alloc(MB, 'x');
      })(),
    );
    const given = { purpose: pictures, name: 'a.png', declaredType: '', bytes: endless };
    expect(await codeOf(store.put(ctx(), { ...given, announcedBytes: 50 * MB }))).toBe('FILE_TOO_LARGE');
    expect(sent).toBe(0);
    expect(await codeOf(store.put(ctx(), given))).toBe('FILE_TOO_LARGE');
    expect(sent).toBeLessThan(20);
    expect(await kept()).toEqual({ ...before, ...zeros(await kept(), before) });
  });

  it('PLT-06 refuses a small file that unfolds into too many pixels', async () => {
    const bomb = await png(9000, 9000);
    expect(bomb.length).toBeLessThan(2 * MB);
    expect(await codeOf(put(pictures, 'bomb.png', bomb))).toBe('FILE_TOO_MANY_PIXELS');
    expect(await codeOf(put(evidence, 'bomb.png', bomb))).toBe('FILE_TOO_MANY_PIXELS');
  });

  it('holds no more of a large file than a few pieces: what was read is written before more is asked for', async () => {
    const pieces = 49;
    const chunks = world.connection.collection('files.test-evidence.chunks');
    const before = await chunks.countDocuments();
    let furthest = 0;
    const source = Readable.from(
      (async function* () {
        yield Buffer.from('000000186674797069736f6d0000020069736f6d69736f32', 'hex');
        for (let sent = 0; sent < pieces; sent++) {
          furthest = Math.max(furthest, sent - ((await chunks.countDocuments()) - before));
          yield Buffer.alloc(MB, sent);
        }
      })(),
      { objectMode: false, highWaterMark: MB },
    );
    const file = await put(evidence, 'bodycam.mp4', source);
    expect(file.size).toBe(pieces * MB + 24);
    expect(furthest).toBeLessThan(8);
  });

  it('keeps the same bytes once for a force, however many send them at once', async () => {
    const bytes = Buffer.from(`same,${newId()}`);
    const files = await Promise.all([1, 2, 3, 4].map((each) => put(evidence, `${each}.csv`, bytes)));
    const [sha256] = new Set(files.map((file) => file.sha256));
    const held = world.connection.collection('heldBytes');
    expect(await held.find({ sha256 }).toArray()).toMatchObject([{ holders: 4 }]);
    const elsewhere = await store.put(world.as(newId<PersonId>(), newId<ForceId>()), {
      purpose: evidence,
      name: 'x.csv',
      declaredType: '',
      bytes,
    });
    expect(elsewhere.sha256).toBe(sha256);
    expect(await held.countDocuments({ sha256 })).toBe(2);
    for (const file of files) expect(await bytesOf(file)).toEqual(bytes);
  });

  it('PLT-09 sweeps what nothing used within 24 hours, and the bytes with their last holder', async () => {
    const bytes = Buffer.from(`swept,${newId()}`);
    const [used, unused] = [await put(evidence, 'a.csv', bytes), await put(evidence, 'b.csv', bytes)];
    const alone = await put(evidence, 'c.csv', Buffer.from(`all alone,${newId()}`));
    const use = world.get(UseFiles);
    for (let again = 0; again < 2; again++)
      await use.execute(ctx(), { fileIds: [used.id], purpose: evidence });
    const stranger = world.as(newId<PersonId>(), force);
    for (const [who, purpose] of [
      [stranger, evidence],
      [ctx(), pictures],
    ] as const)
      await expect(use.execute(who, { fileIds: [unused.id], purpose })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });

    world.clock.advance({ hours: 23, minutes: 59 });
    await world.settle();
    const left = () => world.get(FileReader).byIds(ctx().force, [used.id, unused.id, alone.id]);
    expect((await left()).length).toBe(3);
    world.clock.advance({ minutes: 1 });
    await world.settle();
    expect((await left()).map(({ id }) => id)).toEqual([used.id]);
    expect(await bytesOf(used)).toEqual(bytes);
    const lying = world.connection.collection('files.test-evidence.files');
    expect(await lying.countDocuments({ length: alone.size })).toBe(0);
    expect(await world.connection.collection('heldBytes').countDocuments({ sha256: alone.sha256 })).toBe(0);
  });

  it('PLT-09 a use that is rolled back is no use', async () => {
    const file = await put(evidence, 'r.csv', Buffer.from(`rolled,${newId()}`));
    const work = world.get(UnitOfWork).run(ctx(), async () => {
      await world.get(UseFiles).execute(ctx(), { fileIds: [file.id], purpose: evidence });
      throw new Error('changed its mind');
    });
    await expect(work).rejects.toThrow('changed its mind');
    world.clock.advance({ hours: 25 });
    await world.settle();
    expect(await world.get(FileReader).byIds(ctx().force, [file.id])).toEqual([]);
  });

  it('PLT-10 removes what a broken upload left, even when the process that wrote it is gone', async () => {
    const before = await kept();
    const broken = Readable.from(
      (async function* () {
        yield Buffer.alloc(3 * MB, 'x');
        throw new Error('the line went dead');
      })(),
    );
    await expect(put(evidence, 'a.csv', broken)).rejects.toThrow('the line went dead');
    expect(await kept()).toEqual({ ...before, ...zeros(await kept(), before) });
    // As a process leaves it that is killed in the middle: chunks, and the row that was set before them.
    const bytesId = newId();
    const chunks = world.connection.collection('files.test-evidence.chunks');
    const { Types } = await import('mongoose');
    await chunks.insertOne({ files_id: new Types.ObjectId(bytesId), n: 0, data: Buffer.from('x') });
    const { Timetable } = await import('../jobs/timetable.js');
    const { discardBytes } = await import('./jobs.js');
    const dueAt = world.clock.now();
    const payload = { bytesId, purpose: evidence.name };
    await world.get(Timetable).set(ctx(), discardBytes, { key: 'test', dueAt, payload });
    await world.settle();
    expect(await chunks.countDocuments({ files_id: new Types.ObjectId(bytesId) })).toBe(0);
  });

  it('PLT-08 an address is good for five minutes, one file and one session', async () => {
    const file = await put(evidence, 'a.csv', Buffer.from('a,b'));
    const links = world.get(FileLinks);
    const url = new URL(links.addressOf(file.id, 'mine'), 'http://x');
    const given = {
      id: file.id,
      until: url.searchParams.get('until') ?? '',
      seal: url.searchParams.get('seal') ?? '',
    };
    expect(links.fileIn(given, 'mine')).toBe(file.id);
    expect(links.fileIn(given, 'yours')).toBeUndefined();
    expect(links.fileIn({ ...given, id: newId() }, 'mine')).toBeUndefined();
    expect(links.fileIn({ ...given, until: `${Number(given.until) + 1}` }, 'mine')).toBeUndefined();
    world.clock.advance({ minutes: 5 });
    expect(links.fileIn(given, 'mine')).toBeUndefined();
  });

  describe('with a scanner', () => {
    let clamd: Clamd;
    beforeAll(async () => {
      clamd = await aClamd();
      Object.assign(world.module.get<object>(CONFIG), { CLAMAV_SOCKET: clamd.address });
    });
    afterAll(() => {
      clamd.server.close();
    });

    it('PLT-07 keeps what it calls clean, having seen every byte', async () => {
      const bytes = Buffer.from(`clean,${'x'.repeat(200_000)}`);
      expect(await codeOf(put(evidence, 'a.csv', bytes))).toBe('kept');
      expect(clamd.last().equals(bytes)).toBe(true);
    });

    it.each([
      ['finds something', 'EICAR', 'FILE_INFECTED'],
      ['says that it is too much for it', 'TOO-MUCH', 'FILE_SCANNER_SILENT'],
      ['hangs up', 'HANG-UP', 'FILE_SCANNER_SILENT'],
    ])('PLT-07 keeps nothing when it %s', async (_name, content, code) => {
      const before = await kept();
      expect(await codeOf(put(evidence, 'a.csv', Buffer.from(content)))).toBe(code);
      expect(await kept()).toEqual(before);
    });

    it('PLT-07 keeps nothing when nobody listens', async () => {
      Object.assign(world.module.get<object>(CONFIG), { CLAMAV_SOCKET: 'tcp://127.0.0.1:9' });
      expect(await codeOf(put(evidence, 'a.csv', Buffer.from('nobody')))).toBe('FILE_SCANNER_SILENT');
      Object.assign(world.module.get<object>(CONFIG), { CLAMAV_SOCKET: clamd.address });
    });
  });
});

/** Collections that a refusal created are empty. */
function zeros(after: Record<string, number>, before: Record<string, number>): Record<string, number> {
  return Object.fromEntries(
    Object.keys(after)
      .filter((name) => before[name] === undefined)
      .map((name) => [name, 0]),
  );
}

interface Clamd {
  readonly server: Server;
  readonly address: string;
  readonly last: () => Buffer;
}

/** A peer that speaks clamd's INSTREAM: a command, pieces with their lengths before them, an empty one; then a sentence. */
async function aClamd(): Promise<Clamd> {
  let last = Buffer.alloc(0);
  const server = createServer((socket: Socket) => {
    let given = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (part: Buffer) => {
      given = Buffer.concat([given, part]);
      const stream = streamIn(given);
      if (stream === undefined) return;
      last = Buffer.from(stream);
      const text = stream.toString('latin1');
      if (text.includes('HANG-UP')) socket.destroy();
      else if (text.includes('TOO-MUCH')) socket.end('INSTREAM size limit exceeded. ERROR\0');
      else socket.end(text.includes('EICAR') ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return { server, address: `tcp://127.0.0.1:${port}`, last: () => last };
}

/** The bytes of a whole INSTREAM; undefined while it is not at its end. */
function streamIn(given: Buffer): Buffer | undefined {
  const command = 'zINSTREAM\0';
  if (given.length < command.length) return undefined;
  if (given.subarray(0, command.length).toString() !== command)
    throw new Error('Not the command of INSTREAM');
  const parts: Buffer[] = [];
  for (let at = command.length; at + 4 <= given.length; ) {
    const length = given.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    parts.push(given.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
