import { tenancyOf } from '@app/platform/mongo/tenancy.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aWorld, type World } from '../support/a-world.js';

describe('what is stored', () => {
  let world: World;

  beforeAll(async () => {
    world = await aWorld();
  });
  afterAll(() => world.end());

  it('belongs to a force, or says why it does not', () => {
    const undeclared = Object.values(world.connection.models).filter(
      (model) => tenancyOf(model.schema) === undefined,
    );
    expect(undeclared.map(({ modelName }) => modelName)).toEqual([]);
    expect(Object.keys(world.connection.models).length).toBeGreaterThan(20);
  });

  it('has exactly the indexes that its schemas declare', async () => {
    for (const model of Object.values(world.connection.models)) {
      const declared = model.schema.indexes().map(([fields]) => JSON.stringify(fields));
      const built = (await model.collection.listIndexes().toArray())
        .map(({ key }) => JSON.stringify(key))
        .filter((key) => key !== '{"_id":1}');
      expect([model.modelName, built.sort()]).toEqual([model.modelName, declared.sort()]);
    }
  });
});
