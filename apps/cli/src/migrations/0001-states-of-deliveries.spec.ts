import { DomainWorld } from '@app/platform/testing/domain-world.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { statesOfDeliveries } from './0001-states-of-deliveries.js';

describe('0001-states-of-deliveries', () => {
  let world: DomainWorld;

  beforeAll(async () => {
    world = await DomainWorld.of([]);
  });
  afterAll(() => world.close());

  it('gives each delivery of before its state of today, once, and leaves those of today alone', async () => {
    const deliveries = world.connection.collection('messageDeliveries');
    const before = ['sent', 'no-address', 'unsure', 'sending', 'waiting'].map((state) => ({
      state,
      attempts: 1,
    }));
    const today = { state: 'sending', attempts: 1, content: { facts: {} }, claim: 'host/1/x' };
    await deliveries.insertMany([...before, today]);

    expect(await statesOfDeliveries.up(world.connection)).toBe(5);
    expect(await statesOfDeliveries.up(world.connection)).toBe(0);

    const rows = await deliveries.find().sort({ _id: 1 }).toArray();
    expect(rows.map(({ state, reason }) => [state, reason])).toEqual([
      ['accepted', null],
      ['suppressed', 'no address'],
      ['unknown', 'the answer was lost'],
      ['unknown', 'its sender died'],
      ['failed', 'it could not be written'],
      ['sending', undefined],
    ]);
    expect(rows[5]).toMatchObject(today);
    expect(rows[0]).toMatchObject({ content: null, claim: null, leaseUntil: null, settled: null });
  });
});
