import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { MongoClient } from 'mongodb';

/** Somebody of the demonstration who can sign in. */
export interface SignIn {
  readonly key: string;
  readonly name: string;
  readonly email: string;
}

/** The whole system as its users meet it: built api, worker and web as processes, on a database of their own. */
export interface RunningLantern {
  readonly web: string;
  readonly api: string;
  readonly password: string;
  readonly mailDirectory: string;
  /** Demonstration sign-ins by key: `harbourshire.officer`, `college.author`. */
  signIn(key: string): SignIn;
  /** Ends the processes and drops the database. */
  stop(): Promise<void>;
}

/**
 * Starts the built system on the servers of the test run (MONGODB_URI, REDIS_URL), migrated and seeded with the
 * demonstration. Needs `npm run build` to have run, which `npm test` sees to.
 */
export async function aRunningLantern(): Promise<RunningLantern> {
  const home = mkdtempSync(join(tmpdir(), 'lantern-test-'));
  const ports = await freePorts(3);
  const env = settings(home, ports);
  const children: ChildProcess[] = [];
  const stop = async () => {
    await Promise.all(children.map(end));
    const mongo = await MongoClient.connect(env['MONGODB_URI'] ?? '');
    await mongo.db().dropDatabase();
    await mongo.close();
    rmSync(home, { recursive: true, force: true });
  };
  try {
    await runToEnd(['dist/apps/cli/src/main.js', 'migrate'], env);
    await runToEnd(['dist/apps/cli/src/main.js', 'seed', '--officers', '12'], env);
    for (const app of ['api', 'worker', 'web'])
      children.push(await serve(`dist/apps/${app}/src/main.js`, env));
  } catch (error) {
    await stop();
    throw error;
  }
  const demo = JSON.parse(readFileSync(join(home, 'demo.json'), 'utf8')) as {
    password: string;
    people: SignIn[];
    officers: SignIn[];
  };
  return {
    web: `http://127.0.0.1:${ports[0]}`,
    api: `http://127.0.0.1:${ports[1]}`,
    password: demo.password,
    mailDirectory: join(home, 'mail'),
    signIn: (key) => {
      const person = [...demo.people, ...demo.officers].find((each) => each.key === key);
      if (person === undefined) throw new Error(`The demonstration has no ${key}`);
      return person;
    },
    stop,
  };
}

function settings(home: string, [web, api, worker]: number[]): Record<string, string | undefined> {
  const base = process.env['MONGODB_URI'];
  if (base === undefined)
    throw new Error('Run browser tests by `npm test`, or set MONGODB_URI and REDIS_URL (npm run databases)');
  const mark = randomBytes(5).toString('hex');
  const uri = new URL(base);
  uri.pathname = `/test_browser_${mark}`;
  const secret = () => randomBytes(32).toString('base64url');
  return {
    ...process.env,
    NODE_ENV: 'development',
    NODE_OPTIONS: '',
    LANTERN_MODE: 'demonstration',
    LANTERN_SHORT_SITTINGS: 'allowed',
    LANTERN_HOME: home,
    LANTERN_MAIL_DIR: join(home, 'mail'),
    LANTERN_DEMO_PASSWORD: `calm-words-${mark}`,
    LANTERN_TOKEN_SECRET: secret(),
    LANTERN_SESSION_SECRET: secret(),
    LANTERN_LINK_SECRET: secret(),
    LANTERN_SIGNING_SECRET: secret(),
    MONGODB_URI: uri.toString(),
    QUEUE_PREFIX: `test-${mark}`,
    LOG_LEVEL: 'error',
    WEB_PORT: String(web),
    API_PORT: String(api),
    WORKER_PORT: String(worker),
    API_URL: `http://127.0.0.1:${String(api)}`,
    PUBLIC_URL: `http://127.0.0.1:${String(web)}`,
  };
}

function runToEnd(args: string[], env: Record<string, string | undefined>): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (part: Buffer) => (output += part.toString()));
    child.stderr.on('data', (part: Buffer) => (output += part.toString()));
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${args.join(' ')}:\n${output.slice(-4000)}`)),
    );
  });
}

function serve(script: string, env: Record<string, string | undefined>): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    child.once('exit', (code) => reject(new Error(`${script} ended with ${String(code)} before it served`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.includes('"ready":true')) resolve(child);
    });
  });
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve();
      return;
    }
    child.removeAllListeners('exit');
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<ReturnType<typeof createServer>>((resolve) => {
          const server = createServer().listen(0, '127.0.0.1', () => resolve(server));
        }),
    ),
  );
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
