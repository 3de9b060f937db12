/**
 * The way into every command: `node apps/cli/start.mjs <command> [arguments]`.
 *
 * Plain JavaScript without dependencies, because it runs before anything is installed and on whatever Node the machine
 * has (20 or newer). It installs what is missing, builds what is stale, and hands over to the built command on the Node
 * that the project pins. It stays as the command's parent, only to pass signals down and the exit code up.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync,
} from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const modules = join(root, 'node_modules');
const installStamp = join(modules, '.lantern-stamp');
const buildStamp = join(root, 'dist', '.lantern-build.json');
const main = join(root, 'dist/apps/cli/src/main.js');
const startedAt = Date.now();
const steps = [];
let running = null;
let interruptedBy = null;

/** Progress goes to standard error, so that what a command prints can be piped. */
const say = (line) => process.stderr.write(`${line}\n`);

function refuseUnfitMachine(command) {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) throw new Error(`Lantern needs Node 20 or newer to start; this is ${process.version}.`);
  const { platform, arch, env } = process;
  const isTest = command === 'test' || command === 'verify';
  const [mongo, redis] = isTest ? ['LANTERN_TEST_MONGODB_URI', 'LANTERN_TEST_REDIS_URL'] : ['MONGODB_URI', 'REDIS_URL'];
  const bringsServers = isTest || command === 'up' || command === 'serve-databases';
  if (bringsServers && (platform !== 'linux' || arch !== 'x64') && !(env[mongo] && env[redis])) {
    throw new Error(
      `Lantern brings its own database servers only for Linux x86-64; this is ${platform} ${arch}.\n` +
        `Start MongoDB 6 or newer (as a replica set) and Redis yourself, then set ${mongo} and ${redis} and try again.`,
    );
  }
}

function duration(ms) {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  return `${Math.floor(ms / 60_000)} min ${String(Math.floor((ms % 60_000) / 1000)).padStart(2, '0')} s`;
}

/** Runs one step, shows that it goes on, and keeps its time. `detail` adds to the running line. */
async function step(title, work, detail = () => '') {
  const began = Date.now();
  const tty = process.stderr.isTTY;
  const show = () => {
    const line = `  … ${title} ${duration(Date.now() - began)} ${detail()}`;
    process.stderr.write(tty ? `\r\x1b[K${line}` : `${line}\n`);
  };
  const timer = setInterval(show, tty ? 500 : 20_000);
  if (tty) show();
  try {
    await work();
  } finally {
    clearInterval(timer);
    if (tty) process.stderr.write('\r\x1b[K');
  }
  const ms = Date.now() - began;
  steps.push({ title, ms });
  say(`  ✓ ${title}  ${duration(ms)}`);
}

/** Runs a program to its end; its output is shown only when it fails. */
function run(program, args, env = process.env) {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    running = child;
    let output = '';
    const keep = (chunk) => (output = (output + chunk).slice(-8000));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', fail);
    child.on('close', (code) => {
      running = null;
      if (interruptedBy) process.exit(128 + constants.signals[interruptedBy]);
      if (code === 0) done();
      else fail(new Error(`${program} ${args.join(' ')} ended with ${code}:\n${output.trim()}`));
    });
  });
}

/** One command at a time installs or builds in a checkout; the others wait. */
async function alone(work) {
  const lock = join(root, '.lantern', 'setup.lock');
  mkdirSync(dirname(lock), { recursive: true });
  for (let told = false; ; told = true) {
    try {
      const file = openSync(lock, 'wx');
      writeFileSync(file, String(process.pid));
      closeSync(file);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (isAbandoned(lock)) rmSync(lock, { force: true });
      else if (!told) say('  another Lantern command is installing or building here: waiting for it');
      await new Promise((wake) => setTimeout(wake, 300));
    }
  }
  const release = () => rmSync(lock, { force: true });
  process.once('exit', release);
  try {
    await work();
  } finally {
    release();
    process.removeListener('exit', release);
  }
}

function isAbandoned(lock) {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    // A lock without a number is being written at this instant, unless it has been so for a while.
    if (!pid) return Date.now() - statSync(lock).mtimeMs > 5000;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

const lockHash = () => createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
const readText = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/** True when what npm says it installed is what the lock asks for, whoever ran npm. */
function modulesMatchLock() {
  if (!existsSync(join(modules, '.bin', 'node'))) return false;
  if (readText(installStamp) === lockHash()) return true;
  const hidden = readText(join(modules, '.package-lock.json'));
  if (!hidden) return false;
  const wanted = JSON.parse(readText(join(root, 'package-lock.json'))).packages;
  const present = JSON.parse(hidden).packages;
  const isRight = ([path, entry]) =>
    path === '' || (present[path] ? present[path].version === entry.version : entry.optional === true);
  return Object.entries(wanted).every(isRight) && Object.keys(present).every((path) => wanted[path]);
}

async function install() {
  if (!modulesMatchLock()) {
    // The project's own Node lies in the folder that npm is about to replace: let npm run on the machine's.
    const PATH = process.env.PATH.split(delimiter).filter((folder) => !folder.startsWith(modules)).join(delimiter);
    const env = { ...process.env, PATH, PUPPETEER_SKIP_DOWNLOAD: '1' };
    const detail = () => `(${countPackages()} packages)`;
    await step('Installing packages', () => run('npm', ['ci', '--loglevel=error'], env), detail);
  }
  if (!existsSync(pinnedNode())) {
    throw new Error('npm ci did not bring the Node that Lantern pins (are install scripts off?). Try: npm rebuild node');
  }
  if (readText(installStamp) !== lockHash()) writeFileSync(installStamp, lockHash());
}

function countPackages() {
  if (!existsSync(modules)) return 0;
  const names = readdirSync(modules);
  const scoped = names.filter((name) => name.startsWith('@'));
  return names.length - scoped.length + scoped.reduce((sum, scope) => sum + readdirSync(join(modules, scope)).length, 0);
}

const pinnedNode = () => join(modules, 'node', 'bin', 'node');

/** Every file a build reads, with its size and time: the build is fresh while this list stays the same. */
function listSources() {
  const fixed = ['nest-cli.json', 'tsconfig.json', 'tsconfig.build.json', '.swcrc', 'package-lock.json'];
  const found = ['apps', 'libs'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name))),
  );
  const list = {};
  for (const path of [...fixed, ...found.sort()]) {
    const { size, mtimeMs } = statSync(join(root, path));
    list[path] = `${size} ${mtimeMs}`;
  }
  return list;
}

async function build() {
  const sources = listSources();
  const before = JSON.parse(readText(buildStamp) || '{}');
  if (existsSync(main) && JSON.stringify(before) === JSON.stringify(sources)) return;
  // A running Lantern imports from dist: what is still wanted is written over, and only what went is removed.
  for (const gone of Object.keys(before).filter((path) => !sources[path])) {
    const built = join(root, 'dist', gone.replace(/\.ts$/, '.js'));
    for (const file of [built, `${built}.map`]) rmSync(file, { force: true });
  }
  const nest = join(modules, '@nestjs/cli/bin/nest.js');
  await step('Building', async () => {
    // Each build compiles all of apps and libs; the second one is for the pages' templates and assets.
    for (const app of ['api', 'web']) await run(pinnedNode(), [nest, 'build', app]);
  });
  writeFileSync(buildStamp, JSON.stringify(sources));
}

/** The built command, as a child that is told by a closed channel when this process is killed. */
function handOver(args) {
  const env = { ...process.env, LANTERN_STARTED_AT: String(startedAt), LANTERN_STEPS: JSON.stringify(steps) };
  // Node's own fetch minds a proxy only when asked.
  if (env.HTTPS_PROXY || env.https_proxy) env.NODE_USE_ENV_PROXY ??= '1';
  const child = spawn(pinnedNode(), ['--enable-source-maps', main, ...args], {
    env,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  running = child;
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('exit', (code, signal) => done(code ?? 128 + constants.signals[signal]));
  });
}

/** npm does not outlive a SIGKILL to tell its child: watch for its going. */
function followNpm() {
  if (!process.env.npm_lifecycle_event || !existsSync('/proc/self/stat')) return;
  const parentOf = (pid) => Number(readText(`/proc/${pid}/stat`).replace(/^.*\) \S /s, '').split(' ')[0]);
  const shellOrNpm = process.ppid;
  const grandparent = parentOf(shellOrNpm);
  const viaShell = /^(sh|dash|bash)$/.test(readText(`/proc/${shellOrNpm}/comm`).trim());
  setInterval(() => {
    if (process.ppid !== shellOrNpm || (viaShell && parentOf(shellOrNpm) !== grandparent)) stop('SIGTERM');
  }, 1000).unref();
}

function stop(signal) {
  interruptedBy = signal;
  if (running) running.kill(signal);
  else process.exit(128 + constants.signals[signal]);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal));

try {
  refuseUnfitMachine(process.argv[2]);
  followNpm();
  await alone(async () => {
    await install();
    await build();
  });
  process.exitCode = await handOver(process.argv.slice(2));
} catch (error) {
  const why = error.code === 'EACCES' ? `${error.message}\nDoes this folder belong to someone else? (sudo chown -R "$USER" .)` : error.message;
  say(`Lantern could not start: ${why}`);
  process.exitCode = 1;
}
