import { calendarDateOf } from '@app/platform/clock/calendar.js';
import { englishOnly } from '@app/platform/context/words.js';
import { DomainWorld } from '@app/platform/testing/domain-world.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IdentityModule } from '../identity.module.js';
import { AddForce, type AddForceInput } from './add-force.js';
import { ForceReader } from './force.reader.js';

const OLD: AddForceInput = {
  slug: 'old-shire',
  name: englishOnly('Old Shire Police'),
  shortCode: 'OLD',
  kind: 'territorial',
  bilingual: false,
};

describe('AddForce', () => {
  let world: DomainWorld;

  beforeAll(async () => {
    world = await DomainWorld.of([IdentityModule]);
  });
  afterAll(() => world.close());

  const add = (input: AddForceInput) => world.get(AddForce).execute(world.system(), input);
  const announced = () =>
    world.connection.collection('journal').countDocuments({ type: /^identity\.force\./ });

  it('IDN-01 adds a force once, and then changes only what changed', async () => {
    const first = await add(OLD);
    expect(await add(OLD)).toEqual(first);
    expect(await announced()).toBe(1);
    const welsh = { en: 'Old Shire Police', cy: 'Heddlu’r Hen Sir', cyState: 'draft' } as const;
    const changed = await add({ ...OLD, name: welsh });
    expect(changed).toEqual({ ...first, name: welsh });
    expect(await announced()).toBe(2);
    expect(await world.get(ForceReader).bySlug('old-shire')).toEqual(changed);
  });

  it('IDN-01 keeps a merged force, with its last day and its successor', async () => {
    const heir = await add({ ...OLD, slug: 'new-shire', shortCode: 'NEW' });
    const effectiveTo = calendarDateOf('2027-03-31');
    const merged = await add({ ...OLD, effectiveTo, mergedIntoSlug: 'new-shire' });
    expect(merged).toMatchObject({ effectiveTo, mergedInto: heir.id });
    await expect(add({ ...OLD, mergedIntoSlug: 'nowhere' })).rejects.toThrow('There is no such record');
  });

  it('IDN-01 refuses a force that ends before it begins', async () => {
    const dates = { effectiveFrom: calendarDateOf('2027-04-01'), effectiveTo: calendarDateOf('2027-03-31') };
    await expect(add({ ...OLD, slug: 'backwards', ...dates })).rejects.toMatchObject({
      code: 'DATES_REVERSED',
    });
    expect(await world.get(ForceReader).bySlug('backwards')).toBeNull();
  });
});
