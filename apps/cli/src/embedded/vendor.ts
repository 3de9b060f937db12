import { createWriteStream } from 'node:fs';
import { chmod, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { codeOf, messageOf } from './error-words.js';
import { runProgram } from './run-program.js';
import { machine, vendorTarget } from './servers.js';
import { requireHash } from './wheel.js';

const VERSION = '8.0.4';
const DOWNLOADS = 'https://fastdl.mongodb.org/linux';
/** A network that says no should say so quickly: the small hash file is asked for first, with this limit. */
const FIRST_ANSWER_MS = 6000;
const WHOLE_DOWNLOAD_MS = 600_000;

/** What differs between a real machine and a test. */
export interface VendorPlace {
  readonly downloads: string;
  readonly osRelease: string;
}

/** The vendor and this machine. */
export async function vendorPlace(): Promise<VendorPlace> {
  return { downloads: DOWNLOADS, osRelease: await readFile('/etc/os-release', 'utf8').catch(() => '') };
}

/** Fetches the vendor's archive for this distribution, checks it against the vendor's hash, unpacks `mongod`. */
export async function fetchFromVendor(place: VendorPlace, bin: string, signal: AbortSignal): Promise<string> {
  const target = vendorTarget(place.osRelease);
  if (target === null) throw new Error(`the vendor builds none for this distribution (${machine()})`);
  const archive = `mongodb-linux-x86_64-${target}-${VERSION}.tgz`;
  const url = `${place.downloads}/${archive}`;
  const sha256 =
    (await (await get(`${url}.sha256`, FIRST_ANSWER_MS, signal)).text()).trim().split(/\s/)[0] ?? '';
  const folder = await mkdtemp(join(bin, 'vendor-'));
  try {
    const file = join(folder, archive);
    const { body } = await get(url, WHOLE_DOWNLOAD_MS, signal);
    if (body === null) throw new Error('the vendor sent nothing');
    await pipeline(Readable.fromWeb(body), createWriteStream(file), { signal });
    await requireHash(file, sha256);
    const member = `${archive.replace(/\.tgz$/, '')}/bin/mongod`;
    const { code, output } = await runProgram('tar', [
      '-xzf',
      file,
      '-C',
      folder,
      '--strip-components=2',
      member,
    ]);
    if (code !== 0) throw new Error(`tar said: ${output.trim()}`);
    await chmod(join(folder, 'mongod'), 0o755);
    await rename(join(folder, 'mongod'), join(bin, 'mongod'));
    return join(bin, 'mongod');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function get(url: string, limitMs: number, signal: AbortSignal): Promise<Response> {
  const { host } = new URL(url);
  let response: Response;
  try {
    response = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(limitMs)]) });
  } catch (error) {
    signal.throwIfAborted();
    throw new Error(`${host} cannot be reached (${reason(error)})`, { cause: error });
  }
  if (!response.ok) throw new Error(`${host} answered ${response.status}`);
  return response;
}

function reason(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  if ('name' in error && error.name === 'TimeoutError') return 'no answer in time';
  const code = 'cause' in error ? codeOf(error.cause) : '';
  return code === '' ? messageOf(error) : code;
}
