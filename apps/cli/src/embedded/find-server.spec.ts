import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findServer } from './find-server.js';
import { REDIS } from './servers.js';

describe('finding a server', () => {
  let folder: string;
  const noted: string[] = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'find-'));
    noted.length = 0;
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function standIn(place: string, name: string, script: string): string {
    const file = join(folder, place, name);
    mkdirSync(join(folder, place), { recursive: true });
    writeFileSync(file, `#!/bin/sh\n${script}\n`);
    chmodSync(file, 0o755);
    return file;
  }

  const find = () =>
    findServer(REDIS, {
      bin: join(folder, 'bin'),
      path: `${join(folder, 'one')}:${join(folder, 'two')}`,
      note: (text) => noted.push(text),
      signal: new AbortController().signal,
    });

  it('takes the first on PATH', async () => {
    const program = standIn('two', 'valkey-server', 'echo "Valkey server v=9.1.2"');
    standIn('two', 'redis-server', 'echo "Redis server v=7.0.0"');
    expect(await find()).toEqual({ program, origin: 'on PATH' });
  });

  it('passes over one that is too old, and one that does not run', async () => {
    standIn('one', 'valkey-server', 'exit 127');
    standIn('two', 'redis-server', 'echo "Redis server v=5.0.3"');
    const program = standIn('bin', 'valkey-server', 'echo "Valkey server v=9.1.2"');
    expect(await find()).toEqual({ program, origin: 'fetched before' });
    expect(noted).toEqual(['valkey-server on PATH', 'redis-server on PATH', 'fetched before']);
  });
});
