import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fetchFromVendor } from './vendor.js';

const DEBIAN = 'ID=debian\nVERSION_ID="12"\n';

describe("the vendor's download", () => {
  let folder: string;
  let bin: string;
  let server: Server;
  let hash: string;
  const { signal } = new AbortController();

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'vendor-'));
    bin = join(folder, 'bin');
    mkdirSync(bin);
    const inside = 'mongodb-linux-x86_64-debian12-8.0.4/bin';
    mkdirSync(join(folder, inside), { recursive: true });
    writeFileSync(join(folder, inside, 'mongod'), 'the server');
    execFileSync('tar', ['-czf', join(folder, 'a.tgz'), '-C', folder, inside]);
    const archive = readFileSync(join(folder, 'a.tgz'));
    hash = createHash('sha256').update(archive).digest('hex');
    server = createServer((request, response) => {
      response.end(request.url?.endsWith('.sha256') === true ? `${hash}  a.tgz\n` : archive);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  });
  afterEach(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  const downloads = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  it('is unpacked, may be run, and leaves nothing else', async () => {
    const program = await fetchFromVendor({ downloads: downloads(), osRelease: DEBIAN }, bin, signal);
    expect(readFileSync(program, 'utf8')).toBe('the server');
    expect(statSync(program).mode & 0o111).toBe(0o111);
    expect(readdirSync(bin)).toEqual(['mongod']);
  });

  it("is thrown away when it has not the vendor's hash", async () => {
    hash = 'f'.repeat(64);
    const fetching = fetchFromVendor({ downloads: downloads(), osRelease: DEBIAN }, bin, signal);
    await expect(fetching).rejects.toThrow('wrong hash');
    expect(readdirSync(bin)).toEqual([]);
  });

  it('says so when the network says no', async () => {
    const address = downloads();
    server.close();
    const fetching = fetchFromVendor({ downloads: address, osRelease: DEBIAN }, bin, signal);
    await expect(fetching).rejects.toThrow('cannot be reached (ECONNREFUSED)');
  });

  it('says so when the vendor builds none for this distribution', async () => {
    const fetching = fetchFromVendor({ downloads: downloads(), osRelease: 'ID=alpine\n' }, bin, signal);
    await expect(fetching).rejects.toThrow('the vendor builds none for this distribution');
    expect(existsSync(join(bin, 'mongod'))).toBe(false);
  });
});
