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
});
