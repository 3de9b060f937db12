import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aWorld, type World } from '../../support/a-world.js';
import type { Caller } from '../../support/caller.js';
import { withCourse } from '../../support/with-course.js';

describe('the framework', () => {
  let world: World;
  let officer: Caller;

  beforeAll(async () => {
    world = await aWorld();
    await withCourse(world);
    officer = await world.as('officer');
  });
  afterAll(() => world.end());

  it('lists skills with the sentence of each level', async () => {
    const skills = await officer.query(
      '{ skills { totalCount edges { node { id levels name { en cy cyState } } } } }',
    );
    expect(skills.totalCount).toBe(1);
    expect(skills.edges[0].node).toMatchObject({ id: 'OLH-01', levels: ['0', '1', '2', '3', '4'] });
  });

  it('lists role profiles and their needs', async () => {
    const query = '{ roleProfiles { edges { node { roleId requirements { skillId level essential } } } } }';
    const [{ node }] = (await officer.query(query)).edges;
    expect(node).toEqual({
      roleId: 'response-officer',
      requirements: [{ skillId: 'OLH-01', level: 2, essential: true }],
    });
  });

  it('lists the law register page by page, and says what nobody has checked', async () => {
    const query =
      'query Law($after: String) { law(first: 1, after: $after) { edges { node { id checked confidence } } pageInfo { hasNextPage endCursor } } }';
    const first = await officer.query(query);
    const second = await officer.query(query, { after: first.pageInfo.endCursor });
    expect(first.edges[0].node).toEqual({ id: 'osa-181', checked: false, confidence: 'src' });
    expect(second.edges[0].node).toEqual({ id: 'rsed', checked: false, confidence: 'uncertain' });
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
  });

  it('knows no law entry that does not exist, no cursor that is not ours, and nobody who has not signed in', async () => {
    const missing = await officer.send('{ lawEntry(id: "nowhere") { id } }');
    expect(missing.errors[0]?.extensions['code']).toBe('NOT_FOUND');
    const cursor = await officer.send('{ skills(after: "!!") { totalCount } }');
    expect(cursor.errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    const stranger = await world.stranger().send('{ skills { totalCount } }');
    expect(stranger.errors[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });
});
