import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identityOf, isSame, type ProcessIdentity, startTicksOf } from './process-identity.js';
import { endLeftovers, holderOf, type RunState, readRun, takeLock, writeRun } from './run-file.js';

/** A process that lives until it is told to go. */
function sleeper() {
  const child = spawn('sleep', ['600'], { stdio: 'ignore' });
  const identity = identityOf(child.pid ?? 0);
  if (identity === null) throw new Error('sleep did not start');
  return { child, identity };
}

function stateWith(processes: Record<string, ProcessIdentity>): RunState {
  return {
    launcher: { pid: 1, startTicks: 0 },
    web: 'http://127.0.0.1:3000',
    api: 'http://127.0.0.1:3001',
    mongodbUri: 'mongodb://127.0.0.1:27117/lantern',
    redisUrl: 'redis://127.0.0.1:26379',
    mailDirectory: '/tmp/mail',
    pids: {},
    processes,
  };
}

describe('who holds an installation', () => {
  let folder: string;
  let lock: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'run-'));
    lock = join(folder, 'up.lock');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('gives a free installation to the one who asks', () => {
    expect(takeLock(lock)).toBeNull();
    expect(holderOf(lock)).toEqual(identityOf(process.pid));
  });

  it('names the living holder and leaves the lock alone', async () => {
    const { child, identity } = sleeper();
    writeFileSync(lock, JSON.stringify(identity));
    expect(takeLock(lock)).toEqual(identity);
    child.kill();
    await once(child, 'exit');
  });

  it('takes over from a holder that is gone', async () => {
    const { child, identity } = sleeper();
    child.kill();
    await once(child, 'exit');
    writeFileSync(lock, JSON.stringify(identity));
    expect(holderOf(lock)).toBeNull();
    expect(takeLock(lock)).toBeNull();
    expect(JSON.parse(readFileSync(lock, 'utf8'))).toEqual(identityOf(process.pid));
  });

  it('takes over when another process now has the old number', () => {
    const own = identityOf(process.pid);
    writeFileSync(lock, JSON.stringify({ pid: process.pid, startTicks: (own?.startTicks ?? 0) + 1 }));
    expect(takeLock(lock)).toBeNull();
  });

  it('takes over a lock that cannot be read', () => {
    writeFileSync(lock, '{"pid":');
    expect(takeLock(lock)).toBeNull();
  });

  it('ends what a crashed launcher left, and nobody who got an old number', async () => {
    const left = sleeper();
    const stranger = sleeper();
    const gone = once(left.child, 'exit');
    const recorded = { ...stranger.identity, startTicks: (stranger.identity.startTicks ?? 0) + 1 };
    const ended = await endLeftovers(stateWith({ worker: left.identity, api: recorded }));
    expect(ended).toEqual(['worker']);
    expect(await gone).toEqual([null, 'SIGTERM']);
    expect(identityOf(stranger.identity.pid)).toEqual(stranger.identity);
    stranger.child.kill();
    await once(stranger.child, 'exit');
  });

  it('keeps what runs for its owner only, and gives it back whole', () => {
    const file = join(folder, 'run.json');
    const state = stateWith({ api: { pid: 7, startTicks: 9 } });
    writeRun(file, state);
    expect(readRun(file)).toEqual(state);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});

describe('the identity of a process', () => {
  it('reads the start time behind a name with blanks and brackets', () => {
    const fields = Array.from({ length: 50 }, (_, index) => String(index + 3));
    expect(startTicksOf(`42 (a (b) c) ${fields.join(' ')}`)).toBe(22);
  });

  it.each([
    [{ pid: 5, startTicks: 1 }, { pid: 5, startTicks: 1 }, true],
    [{ pid: 5, startTicks: 1 }, { pid: 5, startTicks: 2 }, false],
    [{ pid: 5, startTicks: 1 }, { pid: 6, startTicks: 1 }, false],
    [{ pid: 5, startTicks: null }, { pid: 5, startTicks: 2 }, true],
    [{ pid: 5, startTicks: 1 }, null, false],
  ])('%j is %j: %s', (recorded, living, same) => {
    expect(isSame(recorded, living)).toBe(same);
  });
});
