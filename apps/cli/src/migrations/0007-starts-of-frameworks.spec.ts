import { DomainWorld } from '@app/platform/testing/domain-world.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startsOfFrameworks } from './0007-starts-of-frameworks.js';

describe('0007-starts-of-frameworks', () => {
  let world: DomainWorld;

  beforeAll(async () => {
    world = await DomainWorld.of([]);
  });
  afterAll(() => world.close());

  it('gives each version of before its first day as London saw it, once, and leaves those of today alone', async () => {
    const versions = world.connection.collection('frameworkVersions');
    await versions.insertMany([
      // Half past midnight in London's summer.
      { number: 1, loadedAt: new Date('2026-06-30T23:30:00Z') },
      { number: 2, loadedAt: new Date('2026-11-23T09:00:00Z'), effectiveFrom: '2027-01-01' },
    ]);
    expect(await startsOfFrameworks.up(world.connection)).toBe(1);
    expect(await startsOfFrameworks.up(world.connection)).toBe(0);
    const rows = await versions.find().sort({ number: 1 }).toArray();
    expect(rows.map((row) => row['effectiveFrom'])).toEqual(['2026-07-01', '2027-01-01']);
  });
});
