import { randomBytes } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { aWorld, BEGINNING, type World } from '../../support/a-world.js';
import type { Caller } from '../../support/caller.js';

const MB = 1024 * 1024;

interface Answer {
  readonly status: number;
  readonly body: Record<string, any>;
}

describe('files over HTTP', () => {
  let world: World;

  beforeAll(async () => {
    world = await aWorld();
  }, 120_000);
  afterAll(() => world.end());
  beforeEach(() => world.at(BEGINNING));

  async function send(
    caller: Caller,
    file: { purpose?: string; name: string; type?: string; bytes: Buffer; language?: string },
  ): Promise<Answer> {
    const query = new URLSearchParams({ purpose: file.purpose ?? 'response-file', name: file.name });
    const response = await fetch(`${world.url}/files?${query.toString()}`, {
      method: 'POST',
      body: file.bytes,
      headers: {
        'content-type': file.type ?? 'application/octet-stream',
        'accept-language': file.language ?? 'en',
        ...(caller.token === null ? {} : { authorization: `Bearer ${caller.token}` }),
      },
    });
    return { status: response.status, body: (await response.json()) as Record<string, any> };
  }
  const get = (caller: Caller, address: string, headers: Record<string, string> = {}, method = 'GET') =>
    fetch(`${world.url}${address}`, {
      method,
      headers: { ...(caller.token === null ? {} : { authorization: `Bearer ${caller.token}` }), ...headers },
    });
  /** What is kept of files, and of their bytes. */
  const kept = () =>
    Promise.all(['files', 'heldBytes'].map((name) => world.connection.collection(name).countDocuments()));
  const table = Buffer.from('time,what\n10:14,Seized\n10:20,Sealed\n');

  it('takes a file and gives it back to the session that has its address: whole, in parts, as an attachment', async () => {
    const officer = await world.as('officer');
    const { status, body } = await send(officer, { name: 'cofnod ‘1’.csv', type: 'text/csv', bytes: table });
    expect([status, body['mediaType'], body['size']]).toEqual([201, 'text/csv', table.length]);
    const whole = await get(officer, body['address']);
    expect(whole.status).toBe(200);
    expect(Buffer.from(await whole.arrayBuffer())).toEqual(table);
    expect(whole.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''cofnod%20/);
    expect(whole.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(whole.headers.get('x-content-type-options')).toBe('nosniff');
    expect(whole.headers.get('cache-control')).toBe('no-store');

    const part = await get(officer, body['address'], { range: 'bytes=10-14' });
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
      206,
      `bytes 10-14/${table.length}`,
      '10:14',
    ]);
    const beyond = await get(officer, body['address'], { range: 'bytes=500-' });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${table.length}`]);
    const etag = whole.headers.get('etag') ?? '';
    expect((await get(officer, body['address'], { 'if-none-match': etag })).status).toBe(304);
    const stale = await get(officer, body['address'], { range: 'bytes=0-1', 'if-range': '"other"' });
    expect(stale.status).toBe(200);
    const head = await get(officer, body['address'], {}, 'HEAD');
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(table.length)]);
  });

  it('PLT-08 gives it to no other session, person, force, instant or seal', async () => {
    const officer = await world.as('officer');
    const { body } = await send(officer, { name: 'a.csv', bytes: table });
    const address = body['address'] as string;
    // A session each: the same person's other one, somebody of the force, somebody of another.
    const others = [await world.as('officer'), await world.as('trainer'), await world.as('otherOfficer')];
    for (const other of others) expect((await get(other, address)).status).toBe(404);
    expect((await get(world.stranger(), address)).status).toBe(401);
    expect((await get(officer, address.replace(/seal=./, 'seal=!'))).status).toBe(404);
    expect((await get(officer, `/files/${'0'.repeat(24)}?${address.split('?')[1] ?? ''}`)).status).toBe(404);
    expect((await get(officer, '/files/nonsense')).status).toBe(404);
    world.clock.advance({ minutes: 5 });
    expect((await get(officer, address)).status).toBe(404);
  });

  it.each([
    ['PLT-01 nothing', { name: 'a.csv', bytes: Buffer.alloc(0) }, 422, 'FILE_EMPTY'],
    ['PLT-02 more than 50 MB', { name: 'a.mp4', bytes: Buffer.alloc(50 * MB + 1) }, 413, 'FILE_TOO_LARGE'],
    ['PLT-03 a program', { name: 'a.exe', bytes: Buffer.from('MZ') }, 415, 'FILE_TYPE_REFUSED'],
    ['PLT-03 a drawing', { name: 'a.svg', bytes: Buffer.from('<svg/>') }, 415, 'FILE_TYPE_REFUSED'],
    [
      'PLT-04 a program called a picture',
      { name: 'a.png', bytes: Buffer.from('MZ\0') },
      415,
      'FILE_NOT_ITS_TYPE',
    ],
  ])('refuses %s with a sentence in either language', async (_name, file, status, code) => {
    const officer = await world.as('officer');
    const refused = await send(officer, file);
    expect([refused.status, refused.body['code']]).toEqual([status, code]);
    expect(refused.body['rule']).toMatch(/^PLT-\d\d$/);
    const inWelsh = await send(officer, { ...file, language: 'cy' });
    expect(inWelsh.body['message']).not.toBe(refused.body['message']);
    expect(
      await world.connection.collection('files').countDocuments({ name: file.name, mediaType: 'video/mp4' }),
    ).toBe(0);
  });

  it('PLT-02 and PLT-05 refuse an item’s image of 50 MB, and one with script inside', async () => {
    const author = await world.as('author');
    const purpose = 'item-media';
    const large = await send(author, { purpose, name: 'a.png', bytes: randomBytes(50 * MB) });
    expect([large.status, large.body['code']]).toEqual([413, 'FILE_TOO_LARGE']);
    const script = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    const drawn = await send(author, { purpose, name: 'a.svg', bytes: script });
    expect([drawn.status, drawn.body['code']]).toEqual([422, 'FILE_HAS_SCRIPT']);
    const plain = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#123' } })
      .png()
      .toBuffer();
    const good = await send(author, { purpose, name: 'a.png', type: 'image/png', bytes: plain });
    expect(good.status).toBe(201);
    expect((await get(author, good.body['address'])).headers.get('cache-control')).toBe(
      'private, max-age=300',
    );
  });

  it('asks for a purpose, a name and the right to send', async () => {
    const officer = await world.as('officer');
    const answerTo = async (caller: Caller, purpose: string, name = 'a.csv') => {
      const { status, body } = await send(caller, { purpose, name, bytes: table });
      return [status, body['code'], body['field']];
    };
    expect(await answerTo(officer, 'nothing')).toEqual([400, 'BAD_USER_INPUT', 'purpose']);
    expect(await answerTo(officer, 'response-file', '')).toEqual([400, 'BAD_USER_INPUT', 'name']);
    expect(await answerTo(officer, 'item-media', 'a.png')).toEqual([403, 'FORBIDDEN', undefined]);
    expect(await answerTo(world.stranger(), 'response-file')).toEqual([401, 'UNAUTHENTICATED', undefined]);
  });

  it('takes no form: its frame would be kept as though it were of the file', async () => {
    const officer = await world.as('officer');
    const before = await kept();
    const form = new FormData();
    form.set('file', new Blob([table], { type: 'text/csv' }), 'log.csv');
    for (const body of [form, new URLSearchParams({ file: table.toString() })]) {
      const sent = await fetch(`${world.url}/files?purpose=response-file&name=log.csv`, {
        method: 'POST',
        body,
        headers: { authorization: `Bearer ${officer.token ?? ''}` },
      });
      const { code, field } = (await sent.json()) as Record<string, unknown>;
      expect([sent.status, code, field]).toEqual([400, 'BAD_USER_INPUT', 'content-type']);
    }
    expect(await kept()).toEqual(before);
  });

  it('takes nothing that a foreign page sends, nor anything by a cookie', async () => {
    const officer = await world.as('officer');
    const before = await kept();
    const token = { authorization: `Bearer ${officer.token ?? ''}` };
    const { host } = new URL(world.url);
    const sent = async (headers: Record<string, string>) =>
      statusOf(Number(new URL(world.url).port), { 'content-type': 'text/csv', ...headers }, table);
    for (const foreign of [
      { origin: 'https://elsewhere.example' },
      { origin: `https://${host}.elsewhere.example` },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://elsewhere.example', 'sec-fetch-site': 'same-origin' },
    ])
      expect([foreign, await sent({ ...token, ...foreign })]).toEqual([foreign, 403]);
    // The session travels in a header that no form and no image can set; a cookie is no session here.
    for (const name of ['session', 'token', 'authorization', 'lantern'])
      expect(await sent({ cookie: `${name}=${officer.token ?? ''}` })).toBe(401);
    expect(await kept()).toEqual(before);
    // And nobody is told that they may ask across origins.
    const preflight = await fetch(`${world.url}/files?purpose=response-file&name=log.csv`, {
      method: 'OPTIONS',
      headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
    // Ours, by way of the one public origin; and a client that is no browser.
    const ours = { origin: 'https://lantern.example', 'x-forwarded-host': 'lantern.example' };
    expect(await sent({ ...token, ...ours, 'sec-fetch-site': 'same-origin' })).toBe(201);
    expect(await sent({ ...token, origin: `http://${host}` })).toBe(201);
    expect(await sent(token)).toBe(201);
  });

  it('PLT-10 lives on when a sender goes away in the middle, and keeps nothing', async () => {
    const officer = await world.as('officer');
    const { port } = new URL(world.url);
    const before = await world.connection.collection('files').countDocuments();
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1');
      const head = `POST /files?purpose=response-file&name=half.csv HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${officer.token ?? ''}\r\ncontent-length: 5000\r\n\r\nhalf`;
      socket.write(head, () => {
        socket.destroy();
        resolve();
      });
    });
    expect((await send(officer, { name: 'next.csv', bytes: Buffer.from('next,one') })).status).toBe(201);
    expect(await world.connection.collection('files').countDocuments()).toBe(before + 1);
  });
});

/** The status of an upload with exactly these headers, which `fetch` would not let a page set. */
function statusOf(port: number, headers: Record<string, string>, body: Buffer): Promise<number> {
  return new Promise((resolve, reject) => {
    const path = '/files?purpose=response-file&name=log.csv';
    const request = httpRequest({ host: '127.0.0.1', port, path, method: 'POST', headers }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
    });
    request.on('error', reject);
    request.end(body);
  });
}
