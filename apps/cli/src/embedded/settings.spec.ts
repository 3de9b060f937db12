import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { choosePorts } from './app-settings.js';
import { withDurability } from './databases.js';
import { freePort } from './ports.js';
import { installedSecrets } from './secrets.js';
import { duration } from './terminal.js';
import { timetable, withoutPassword } from './welcome.js';

describe('an address of MongoDB that was given', () => {
  it.each([
    ['mongodb://h:1', 'mongodb://h:1/?w=majority&journal=true'],
    ['mongodb://h:1/lantern', 'mongodb://h:1/lantern?w=majority&journal=true'],
    ['mongodb://h:1/lantern?replicaSet=rs0', 'mongodb://h:1/lantern?replicaSet=rs0&w=majority&journal=true'],
    ['mongodb://h:1/lantern?journal=true&w=majority', 'mongodb://h:1/lantern?journal=true&w=majority'],
    ['mongodb://h:1/lantern?w=1', 'mongodb://h:1/lantern?w=1&journal=true'],
  ])('%s becomes %s', (given, used) => {
    expect(withDurability(given)).toBe(used);
  });
});

describe('ports', () => {
  it('passes over a port that is taken or spoken for', async () => {
    const taken = createServer();
    const port = await freePort([]);
    await new Promise<void>((done) => taken.listen(port, '127.0.0.1', done));
    const other = await freePort([port]);
    expect(other).not.toBe(port);
    expect(await freePort([other], [other])).not.toBe(other);
    await expect(choosePorts({ WEB_PORT: String(port) })).rejects.toThrow('something else listens there');
    await new Promise((done) => taken.close(done));
  });

  it('refuses what is no port', async () => {
    await expect(choosePorts({ WEB_PORT: 'eighty' })).rejects.toThrow('WEB_PORT=eighty is no port number');
  });

  it('refuses one port for two', async () => {
    const port = String(await freePort([]));
    await expect(choosePorts({ WEB_PORT: port, API_PORT: port })).rejects.toThrow(`API_PORT=${port}`);
  });
});

describe('the secrets of an installation', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('are drawn once, differ between installations, and are for the owner only', () => {
    const file = join(folder, 'secrets.json');
    const drawn = installedSecrets(file);
    expect(installedSecrets(file)).toEqual(drawn);
    expect(new Set(Object.values(drawn)).size).toBe(Object.keys(drawn).length);
    expect(installedSecrets(join(folder, 'other.json')).LANTERN_TOKEN_SECRET).not.toBe(
      drawn.LANTERN_TOKEN_SECRET,
    );
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it.each(['{}', '', '{"LANTERN_TOKEN_SECRET":', '{"LANTERN_TOKEN_SECRET":"short"}'])(
    'are refused when damaged: %s',
    (text) => {
      const file = join(folder, 'secrets.json');
      writeFileSync(file, text);
      expect(() => installedSecrets(file)).toThrow('npm run reset');
      expect(readFileSync(file, 'utf8')).toBe(text);
    },
  );

  it('are filled up, and otherwise kept, where the installation is older than the signing of documents', () => {
    const file = join(folder, 'secrets.json');
    const { LANTERN_SIGNING_SECRET, ...older } = installedSecrets(join(folder, 'new.json'));
    writeFileSync(file, JSON.stringify(older));
    const filled = installedSecrets(file);
    expect(filled).toMatchObject(older);
    expect(filled.LANTERN_SIGNING_SECRET).not.toBe(LANTERN_SIGNING_SECRET);
    expect(installedSecrets(file)).toEqual(filled);
  });
});

describe('what people read', () => {
  it.each([
    [3.6, '4 ms'],
    [3240, '3.2 s'],
    [65_400, '1 min 05 s'],
  ])('%d milliseconds are "%s"', (ms, text) => {
    expect(duration(ms)).toBe(text);
  });

  it('lists the steps and their sum', () => {
    expect(timetable([{ title: 'Building', ms: 3000 }], 61_000).split('\n')).toEqual([
      'From npm start to serving:',
      '  Building       3.0 s',
      '  Total     1 min 01 s',
    ]);
  });

  it('shows no password', () => {
    expect(withoutPassword('mongodb://me:secret@h:1/x')).toBe('mongodb://me:…@h:1/x');
  });
});
