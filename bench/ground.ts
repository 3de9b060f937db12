import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** Somebody of the demonstration who can sign in. */
export interface SignIn {
  readonly key: string;
  readonly email: string;
}

/** What the bench command hands to a benchmark through its environment. */
export interface Ground {
  readonly mongodbUri: string;
  readonly demo: {
    readonly password: string;
    readonly people: readonly SignIn[];
    readonly officers: readonly SignIn[];
  };
}

/** Reads the ground: a seeded demonstration on throwaway servers. */
export function ground(): Ground {
  const mongodbUri = process.env['MONGODB_URI'];
  const home = process.env['LANTERN_HOME'];
  if (mongodbUri === undefined || home === undefined)
    throw new Error('Run benchmarks by: npm run bench -- <name>');
  return { mongodbUri, demo: JSON.parse(readFileSync(`${home}/demo.json`, 'utf8')) as Ground['demo'] };
}

/** A started server: its address and how to end it. */
export interface Started {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a program that prints `{"ready":true,"port":N}` when it serves. */
export async function startServer(script: string, env: Record<string, string>): Promise<Started> {
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await readyPort(child, script);
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

function readyPort(child: ChildProcess, script: string): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${script} ended with ${String(code)} before it served`)));
    if (child.stdout === null) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!line.startsWith('{')) return;
      const said = JSON.parse(line) as { ready?: boolean; port?: number };
      if (said.ready === true && said.port !== undefined) resolve(said.port);
    });
  });
}

/** The API under test, on a free port, with production's settings of load. */
export function startApi(): Promise<Started> {
  return startServer('dist/apps/api/src/main.js', { API_PORT: '0', LOG_LEVEL: 'error', NODE_ENV: 'test' });
}

/** Sends a GraphQL operation and gives its one root field. Throws on errors and refusals. */
export async function graphql<T>(
  url: string,
  token: string | null,
  query: string,
  variables: object = {},
): Promise<T> {
  const reply = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'apollo-require-preflight': 'true',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await reply.json()) as {
    data?: Record<string, unknown> | null;
    errors?: { message: string }[];
  };
  const value = Object.values(body.data ?? {})[0] as
    | (T & { __typename?: string; message?: string })
    | null
    | undefined;
  if (body.errors !== undefined || value === null || value === undefined)
    throw new Error(JSON.stringify(body.errors));
  if (value.__typename === 'Refused') throw new Error(value.message ?? 'refused');
  return value;
}

/** Signs a demonstration person in and gives their access token. */
export async function signIn(url: string, from: Ground, key: string): Promise<string> {
  const person = [...from.demo.people, ...from.demo.officers].find((each) => each.key === key);
  if (person === undefined) throw new Error(`The demonstration has no ${key}`);
  const signedIn = await graphql<{ accessToken: string }>(
    url,
    null,
    'mutation SignIn($input: SignInInput!) { signIn(input: $input) { __typename ... on SignedIn { accessToken } ... on Refused { message } } }',
    { input: { identifier: person.email, password: from.demo.password } },
  );
  return signedIn.accessToken;
}

/** An argument `--name value` of the benchmark's command line, as a number. */
export function numberArgument(name: string, usual: number): number {
  const at = process.argv.indexOf(`--${name}`);
  const value = at < 0 ? usual : Number(process.argv[at + 1]);
  if (!Number.isFinite(value)) throw new Error(`--${name} wants a number`);
  return value;
}
