import { type Db, type Document, type MongoClient, ReadConcern } from 'mongodb';

/** What the database holds at the end, read by the bare driver: documents as they are, found by names written down here alone. */
export interface Facts {
  readonly attempts: readonly Document[];
  readonly places: readonly Document[];
  readonly enrolments: readonly Document[];
  readonly holdings: readonly Document[];
  readonly marks: readonly Document[];
  readonly responses: readonly Document[];
  readonly awards: readonly Document[];
  readonly sittings: readonly Document[];
  readonly steps: readonly Document[];
  readonly deliveries: readonly Document[];
  readonly journal: readonly Document[];
  readonly outbox: readonly Document[];
  readonly failed: readonly Document[];
  readonly dues: readonly Document[];
  /** When an attempt was ended, by the clock of the database that committed it; by its id, in ms. */
  readonly endedAt: ReadonlyMap<string, number>;
}

/** Reads everything that is checked. */
export async function readFacts(client: MongoClient, name: string): Promise<Facts> {
  const db = client.db(name, { readConcern: new ReadConcern('majority'), readPreference: 'primary' });
  const all = (collection: string, filter: Document = {}) => db.collection(collection).find(filter).toArray();
  return {
    attempts: await all('attempts'),
    places: await all('places'),
    enrolments: await all('enrolments'),
    holdings: await all('certificationHoldings'),
    marks: await all('marks'),
    responses: await all('responses'),
    awards: await all('awards'),
    sittings: await all('sittings'),
    steps: await all('reminderSteps'),
    deliveries: await all('messageDeliveries', { channel: 'mail' }),
    journal: await all('journal'),
    outbox: await all('outbox'),
    failed: await all('failedDeliveries'),
    dues: await all('dues'),
    endedAt: await endings(client.db('local'), `${name}.attempts`),
  };
}

/**
 * The oplog says when each attempt got its end, by the wall clock of the server: no process of the product can be wrong about
 * that, nor can an attempt that is ended early call itself ended at its deadline.
 */
async function endings(local: Db, ns: string): Promise<Map<string, number>> {
  const ended = new Map<string, number>();
  const entries = local
    .collection('oplog.rs')
    .find({ $or: [{ ns }, { 'o.applyOps.ns': ns }] }, { readPreference: 'primary' })
    .sort({ $natural: 1 });
  for await (const entry of entries) {
    const operations: Document[] = entry['op'] === 'c' ? entry['o'].applyOps : [entry];
    for (const { ns: of, op, o, o2 } of operations) {
      if (of !== ns || op !== 'u' || !setsEnd(o)) continue;
      const id = String(o2._id);
      if (!ended.has(id)) ended.set(id, entry['wall'].getTime());
    }
  }
  return ended;
}

/** An update is written as what differs, or as the whole document. */
function setsEnd(update: Document): boolean {
  const { diff } = update;
  const changed = diff === undefined ? update : { ...diff.i, ...diff.u };
  return changed.finishedAt instanceof Date || changed.$set?.finishedAt instanceof Date;
}

/** Groups of documents of the same key of which there are too many. */
export function more<T>(
  list: readonly T[],
  keyOf: (one: T) => string,
  most = 1,
): { key: string; count: number }[] {
  return [...Map.groupBy(list, keyOf)].flatMap(([key, { length: count }]) =>
    count > most ? [{ key, count }] : [],
  );
}
