import type { MongoClient } from 'mongodb';
import type { House } from './house/house.ts';
import type { OwnFile } from './own-file.ts';
import { pause } from './pause.ts';

const EVERY_MS = 250;
const WITHIN_MS = 1000;

/** Writes down again and again whether workers answer and a majority of the database takes a write. */
export async function keepLooking(
  house: House,
  { client, file, signal }: { client: MongoClient; file: OwnFile; signal: AbortSignal },
): Promise<void> {
  const pulse = client.db('chaos').collection<{ _id: string; at: Date }>('pulse');
  const isWritable = async () => {
    await pulse.updateOne({ _id: 'pulse' }, { $set: { at: new Date() } }, { upsert: true });
    return true;
  };
  while (!signal.aborted) {
    const [mongo, ...workers] = await Promise.all([
      inTime(isWritable()),
      ...house.workers.map(
        async ({ child, health, isAstray }) => child.isUp && !isAstray && inTime(answers(health)),
      ),
    ]);
    file.write({ kind: 'health', workers: workers.filter(Boolean).length, mongo });
    await pause(EVERY_MS, signal);
  }
}

async function answers(url: string): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(WITHIN_MS) });
  await response.body?.cancel();
  return response.ok;
}

function inTime(asked: Promise<boolean>): Promise<boolean> {
  return Promise.race([asked.catch(() => false), pause(WITHIN_MS).then(() => false)]);
}
