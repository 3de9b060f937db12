import type { Db } from 'mongodb';
import { pause } from './pause.ts';

/** How much is still to be done. */
export interface Open {
  readonly attempts: number;
  readonly events: number;
  readonly dues: number;
  readonly mails: number;
}

/** What waits in the database although its time has come. */
export async function openWork(db: Db): Promise<Open> {
  const now = new Date();
  // What failed and waits for its next try is still to be done.
  const due = { state: 'waiting', dueAt: { $lte: now } };
  const waiting = await db
    .collection('dues')
    .find({ state: 'waiting', dueAt: { $gt: now } }, { projection: { key: 1 } })
    .toArray();
  const later = new Set(waiting.map(({ key }) => String(key)));
  const mails = await db
    .collection('messageDeliveries')
    .find({ channel: 'mail', state: { $in: ['queued', 'sending'] } }, { projection: { _id: 1 } })
    .toArray();
  return {
    attempts: await db.collection('attempts').countDocuments({ state: 'OPEN', endsAt: { $lte: now } }),
    events: await db.collection('outbox').countDocuments({}),
    dues: await db.collection('dues').countDocuments(due),
    mails: mails.filter(({ _id }) => !later.has(`mail-${String(_id)}`)).length,
  };
}

/** Waits until nothing that is due is left to do, or for so long. Says what is left. */
export async function untilRest(db: Db, withinMs: number, signal: AbortSignal): Promise<Open> {
  const until = Date.now() + withinMs;
  for (;;) {
    const open = await openWork(db).catch(() => ({ attempts: -1, events: -1, dues: -1, mails: -1 }));
    const isAtRest = Object.values(open).every((count) => count === 0);
    if (isAtRest || Date.now() > until || signal.aborted) return open;
    await pause(500, signal);
  }
}
