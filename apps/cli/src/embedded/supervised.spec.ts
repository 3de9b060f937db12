import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Minder } from './minder.js';
import { identityOf } from './process-identity.js';
import { isReadyLine, type ProcessPlan, readyLine, Supervised } from './supervised.js';

const SERVING = 'console.log(\'{"ready":true,"port":1}\'); setInterval(() => undefined, 1000);';

describe('a supervised process', () => {
  let folder: string;
  let minder: Minder;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'supervised-'));
    minder = new Minder();
  });
  afterEach(() => {
    minder.release();
    rmSync(folder, { recursive: true });
  });

  const running = (script: string, over: Partial<ProcessPlan> = {}) =>
    new Supervised(
      {
        ...{
          name: 'piece',
          program: process.execPath,
          args: ['-e', script],
          logFile: join(folder, 'log', 'piece.log'),
        },
        ...{ ready: readyLine, readyWithinMs: 20_000, stopWithinMs: 5000, ...over },
      },
      minder,
    );

  it('serves, keeps a log, and is gone after a stop', async () => {
    const piece = running(SERVING);
    await piece.start();
    const pid = piece.identity?.pid ?? 0;
    expect(identityOf(pid)).not.toBeNull();
    await piece.stop();
    expect(identityOf(pid)).toBeNull();
    expect(readFileSync(join(folder, 'log', 'piece.log'), 'utf8')).toBe('{"ready":true,"port":1}\n');
  });

  it('comes back under a new number when it is killed', async () => {
    const piece = running(SERVING);
    await piece.start();
    const before = piece.identity?.pid ?? 0;
    const back = new Promise<void>((done) => {
      piece.onComeback(done);
    });
    process.kill(before, 'SIGKILL');
    await back;
    expect(piece.identity?.pid).not.toBe(before);
    await piece.stop();
    expect(piece.identity).toBeNull();
  });

  it('is killed when it does not mind SIGTERM', async () => {
    const piece = running(`process.on('SIGTERM', () => undefined); ${SERVING}`, { stopWithinMs: 200 });
    await piece.start();
    const pid = piece.identity?.pid ?? 0;
    await piece.stop();
    expect(identityOf(pid)).toBeNull();
  });

  it('tells the end of its log when it ends before it serves', async () => {
    const piece = running('console.error("no such setting"); process.exit(3);');
    await expect(piece.start()).rejects.toThrow(/piece ended before it served \(code 3\).*no such setting/s);
  });

  it('tells the end of its log, and leaves nothing, when it does not serve in time', async () => {
    const piece = running('console.log("thinking"); setInterval(() => undefined, 1000);', {
      readyWithinMs: 1500,
    });
    await expect(piece.start()).rejects.toThrow(/did not serve within 1.5 s.*thinking/s);
    expect(piece.identity).toBeNull();
  });

  it('does not outlive its launcher', async () => {
    const piece = running(SERVING);
    await piece.start();
    const pid = piece.identity?.pid ?? 0;
    const ended = piece.stopped();
    minder.release();
    await ended;
    expect(identityOf(pid)).toBeNull();
  });
});

describe('the line that says an app serves', () => {
  it.each([
    ['{"ready":true,"port":3001}', true],
    ['{"ready":false}', false],
    ['{"level":30,"ready":true}', false],
    ['{"ready":tr', false],
    ['ready', false],
  ])('%s: %s', (line, ready) => {
    expect(isReadyLine(line)).toBe(ready);
  });
});
