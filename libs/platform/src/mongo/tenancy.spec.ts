import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import { Schema, Types } from 'mongoose';
import { DomainWorld } from '../testing/domain-world.js';
import { acrossForces, tenant } from './tenancy.js';

@Module({})
class NoDomain {}

const lampSchema = new Schema(
  { forceId: { type: Schema.Types.ObjectId }, lit: { type: Boolean } },
  { collection: 'lamps' },
);
tenant(lampSchema);

describe('a tenant schema', () => {
  let world: DomainWorld;
  const forceId = new Types.ObjectId();

  beforeAll(async () => {
    world = await DomainWorld.of([NoDomain]);
    world.connection.model('Lamp', lampSchema);
    await world.connection.model('Lamp').create([
      { forceId, lit: true },
      { forceId: new Types.ObjectId(), lit: true },
    ]);
  });
  afterAll(() => world.close());

  it('refuses every operation without a force', async () => {
    const model = world.connection.model('Lamp');
    const operations: (() => PromiseLike<unknown>)[] = [
      () => model.find({ lit: true }),
      () => model.findOne({ lit: true }),
      () => model.countDocuments({ lit: true }),
      () => model.distinct('lit', { lit: true }),
      () => model.updateOne({ lit: true }, { lit: false }),
      () => model.updateMany({ lit: true }, { lit: false }),
      () => model.findOneAndUpdate({ lit: true }, { lit: false }),
      () => model.deleteOne({ lit: true }),
      () => model.deleteMany({ lit: true }),
      () => model.findOneAndDelete({ lit: true }),
    ];
    for (const operation of operations) {
      await expect((async () => operation())()).rejects.toThrow(/name forceId/);
    }
    expect(await model.countDocuments({ forceId, lit: true })).toBe(1);
  });

  it('refuses an aggregation that does not begin with the force', async () => {
    await expect(world.connection.model('Lamp').aggregate([{ $match: { lit: true } }])).rejects.toThrow(
      /name forceId/,
    );
  });

  it('answers with one force’s records', async () => {
    expect(await world.connection.model('Lamp').countDocuments({ forceId })).toBe(1);
  });

  it('crosses forces only with a reason', async () => {
    const model = world.connection.model('Lamp');
    expect(await model.find({ lit: true }, null, acrossForces('counting for the College'))).toHaveLength(2);
    await expect(model.find({ lit: true }, null, acrossForces(''))).rejects.toThrow(/name forceId/);
  });
});
