import { newId, objectId } from '@app/platform/ids/ids.js';
import { DomainWorld } from '@app/platform/testing/domain-world.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { coverInTrees } from './0010-cover-in-trees.js';

describe('0010-cover-in-trees', () => {
  let world: DomainWorld;

  beforeAll(async () => {
    world = await DomainWorld.of([]);
  });
  afterAll(() => world.close());

  it('drops the cover of forces whose tallies are of before, once, and leaves that of others alone', async () => {
    const [before, since] = [objectId(newId<never>()), objectId(newId<never>())];
    const { connection } = world;
    await connection.collection('coverTallies').insertMany([
      { forceId: before, part: '' },
      { forceId: before, part: '2026' },
      { forceId: since, part: '', leaf: true },
    ]);
    await connection.collection('coverProfiles').insertMany([{ forceId: before }, { forceId: since }]);
    await connection.collection('coverStates').insertMany([{ forceId: before }, { forceId: since }]);
    expect(await coverInTrees.up(connection)).toBe(4);
    expect(await coverInTrees.up(connection)).toBe(0);
    for (const name of ['coverTallies', 'coverProfiles', 'coverStates'])
      expect(await connection.collection(name).find().project({ _id: 0, forceId: 1 }).toArray()).toEqual([
        { forceId: since },
      ]);
  });

  it('makes minimums of before those of any shift, beside which others may stand', async () => {
    const minimums = world.connection.collection('minimumCovers');
    const need = { forceId: 1, unitId: 1, roleId: 'a', skillId: 'b', level: 1 };
    await minimums.createIndexes([
      { key: { forceId: 1, unitId: 1, roleId: 1, skillId: 1, level: 1 }, unique: true },
    ]);
    await minimums.insertOne({ ...need, minimum: 2 });
    expect(await coverInTrees.up(world.connection)).toBe(1);
    expect(await coverInTrees.up(world.connection)).toBe(0);
    expect(await minimums.findOne({}, { projection: { _id: 0 } })).toEqual({
      ...need,
      ...{ minimum: 2, shift: null, history: [] },
    });
    await minimums.insertOne({ ...need, minimum: 1, shift: 'nights', history: [] });
    expect(await minimums.countDocuments()).toBe(2);
  });
});
