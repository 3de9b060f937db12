import { DomainWorld } from '@app/platform/testing/domain-world.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CatalogueModule } from '../catalogue.module.js';
import { KeepPicture } from './keep-picture.js';

const drawing = (width: number) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="${width}" height="1"/></svg>`,
  );

describe('KeepPicture', () => {
  let world: DomainWorld;
  beforeAll(async () => {
    world = await DomainWorld.of([CatalogueModule]);
  });
  afterAll(() => world.close());

  it('CAT-20 keeps the same drawing once, in use, and another as another', async () => {
    const keep = (width: number, name: string) =>
      world.get(KeepPicture).execute(world.system(), { name, bytes: drawing(width) });
    const first = await keep(1, 'one.svg');
    expect(await keep(1, 'the-same.svg')).toBe(first);
    expect(await keep(2, 'one.svg')).not.toBe(first);
    const files = await world.connection.collection('files').find().toArray();
    expect(files.map(({ purpose, usedAt }) => [purpose, usedAt !== null])).toEqual([
      ['course-picture', true],
      ['course-picture', true],
    ]);
    const { purpose, sha256 } = files[0] ?? { purpose: null, sha256: null };
    const plan = await world.connection
      .collection('files')
      .find({ forceId: null, purpose, sha256 })
      .explain();
    expect(JSON.stringify(plan)).toContain('forceId_1_purpose_1_sha256_1');
  });

  it('CAT-20 keeps nothing that runs', async () => {
    const bytes = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    await expect(
      world.get(KeepPicture).execute(world.system(), { name: 'x.svg', bytes }),
    ).rejects.toMatchObject({ code: 'FILE_HAS_SCRIPT' });
  });
});
