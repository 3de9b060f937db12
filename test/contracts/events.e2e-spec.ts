import { JobRegistry } from '@app/platform/jobs/job-registry.js';
import { declaredEvents } from '@app/platform/journal/event.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aWorld, type World } from '../support/a-world.js';
import { HEARD_BY_NOBODY } from '../support/heard-by-nobody.js';

describe('events', () => {
  let world: World;

  beforeAll(async () => {
    world = await aWorld();
  }, 120_000);
  afterAll(() => world.end());

  it('have each a consumer, or a reason to have none', () => {
    const registry = world.get(JobRegistry);
    const unheard = declaredEvents().filter((type) => registry.consumersOf(type).length === 0);
    expect(unheard.filter((type) => HEARD_BY_NOBODY[type] === undefined)).toEqual([]);
    expect(Object.keys(HEARD_BY_NOBODY).filter((type) => !unheard.includes(type))).toEqual([]);
  });
});
