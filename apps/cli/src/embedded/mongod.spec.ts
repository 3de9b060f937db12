import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { findServer } from './find-server.js';
import { ownLayout } from './layout.js';
import { Minder } from './minder.js';
import { startMongod } from './mongod.js';
import { MONGODB } from './servers.js';

describe('the embedded MongoDB', () => {
  it('keeps its data, and its port unless that was taken', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mongod-'));
    const minder = new Minder();
    const { program } = await findServer(MONGODB, {
      bin: ownLayout().bin,
      path: process.env['PATH'] ?? '',
      note: () => undefined,
      signal: new AbortController().signal,
    });
    const start = () =>
      startMongod({ program, folder: join(folder, 'data'), logFolder: folder, minder, throwaway: false });
    // It hangs up: a mute listener there would keep the server waiting for half a minute.
    const blocker = createServer((socket) => socket.destroy());
    try {
      const first = await start();
      await withClient(first.address, (client) =>
        client.db().collection('notes').insertOne({ text: 'kept' }),
      );
      await first.process.stop();
      const second = await start();
      expect(second.address).toBe(first.address);
      await second.process.stop();
      const port = Number(new URL(first.address).port);
      await new Promise<void>((done) => blocker.listen(port, '127.0.0.1', done));
      const third = await start();
      expect(third.address).not.toBe(first.address);
      const notes = await withClient(third.address, (client) =>
        client.db().collection('notes').find().toArray(),
      );
      expect(notes).toMatchObject([{ text: 'kept' }]);
      await third.process.stop();
    } finally {
      blocker.close();
      minder.release();
      rmSync(folder, { recursive: true });
    }
  }, 180_000);
});

async function withClient<T>(address: string, work: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = await MongoClient.connect(address);
  return work(client).finally(() => client.close());
}
