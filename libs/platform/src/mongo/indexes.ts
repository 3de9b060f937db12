import type { Connection } from 'mongoose';

/** Builds every index that the registered schemas declare, and the collections that have none yet. Re-runnable. */
export async function buildIndexes(connection: Connection): Promise<string[]> {
  const built: string[] = [];
  for (const name of connection.modelNames()) {
    const model = connection.model(name);
    await model.createCollection();
    await model.createIndexes();
    built.push(model.collection.name);
  }
  return built;
}
