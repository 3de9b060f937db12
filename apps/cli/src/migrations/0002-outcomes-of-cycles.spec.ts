import { DomainWorld } from '@app/platform/testing/domain-world.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { outcomesOfCycles } from './0002-outcomes-of-cycles.js';

describe('0002-outcomes-of-cycles', () => {
  let world: DomainWorld;

  beforeAll(async () => {
    world = await DomainWorld.of([]);
  });
  afterAll(() => world.close());

  it('keeps each pass of before as one that counts, once, and leaves those of today alone', async () => {
    const cycles = world.connection.collection('certificationCycles');
    const pass = { componentKey: 'paper', sourceId: 's1', versionId: 'v1' };
    const asOf = new Date('2026-11-23T10:00:00Z');
    const fail = { ...pass, on: '2026-11-23', percent: 40, passed: false, counts: true, asOf };
    await cycles.insertMany([
      { cycle: 1, outcomes: [{ ...pass, passedOn: '2026-11-02' }] },
      { cycle: 2, outcomes: [fail] },
      { cycle: 3, outcomes: [] },
    ]);

    expect(await outcomesOfCycles.up(world.connection)).toBe(1);
    expect(await outcomesOfCycles.up(world.connection)).toBe(0);

    const rows = await cycles.find().sort({ cycle: 1 }).toArray();
    const first = { ...pass, on: '2026-11-02', percent: null, passed: true, counts: true };
    expect(rows.map(({ outcomes }) => outcomes)).toEqual([
      [{ ...first, asOf: new Date('2026-11-02T00:00:00Z') }],
      [fail],
      [],
    ]);
  });
});
