import { SuspendPerson } from '@app/identity';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aWorld, type World } from '../support/a-world.js';

const PAGE = 'query Page($code: ID!) { myCourse(code: $code) { course { code } modules { id } } }';

describe('a query that is begun while access is read', () => {
  let world: World;

  beforeAll(async () => {
    world = await aWorld();
  });
  afterAll(() => world.end());

  it('lets nothing leave once its caller is suspended, although the token still lives', async () => {
    const officer = await world.as('colleague');
    const before = await officer.send(PAGE, { code: 'NON-000' });
    expect(before.errors[0]?.extensions['code']).toBe('NOT_FOUND');
    await world
      .get(SuspendPerson)
      .execute(world.system(), { personId: officer.personId, reason: 'left the force' });
    const after = await officer.send(PAGE, { code: 'NON-000' });
    expect([after.data, after.errors.map(({ extensions }) => extensions['code'])]).toEqual([
      null,
      ['UNAUTHENTICATED'],
    ]);
  });

  it('is nobody’s without a token', async () => {
    const reply = await world.stranger().send(PAGE, { code: 'NON-000' });
    expect(reply.errors[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });
});
