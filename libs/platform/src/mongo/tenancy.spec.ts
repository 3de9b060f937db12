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

  it.each(['find', 'findOne', 'countDocuments', 'updateMany', 'deleteMany', 'findOneAndUpdate'] as const)(
    'refuses %s without a force',
    async (operation) => {
      const model = world.connection.model('Lamp');
      await expect(Promise.resolve().then(() => model[operation]({ lit: true }, {}))).rejects.toThrow(
        /name forceId/,
      );
    },
  );

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
