import { DomainWorld } from '@app/platform/testing/domain-world.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { coverInGrains } from './0006-cover-in-grains.js';

describe('0006-cover-in-grains', () => {
  let world: DomainWorld;

  beforeAll(async () => {
    world = await DomainWorld.of([]);
  });
  afterAll(() => world.close());

  it('drops the counts of before, once, and leaves those of today alone', async () => {
    await world.connection.collection('coverCounts').insertMany([{ cell: 'a' }, { cell: 'b' }]);
    await world.connection.collection('coverContributions').insertOne({ entries: [] });
    await world.connection.collection('coverTallies').insertOne({ part: '2026' });
    expect(await coverInGrains.up(world.connection)).toBe(3);
    expect(await coverInGrains.up(world.connection)).toBe(0);
    expect(await world.connection.collection('coverTallies').countDocuments()).toBe(1);
  });
});
