import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { World } from '../../support/a-world.js';
import type { PersonKey } from '../../support/the-cast.js';
import { anAssessmentWorld, aSitting } from '../assessment/assessment-world.js';

let world: World;
let mail: string;
beforeAll(async () => {
  mail = mkdtempSync(join(tmpdir(), 'lantern-mail-'));
  world = await anAssessmentWorld(undefined, { LANTERN_MAIL_DIR: mail });
}, 60_000);
afterAll(async () => {
  await world.end();
  rmSync(mail, { recursive: true });
});

interface NoticesPage {
  readonly edges: readonly { readonly node: { readonly subject: { readonly en: string } } }[];
}

/** How many notices of somebody begin with these words. */
async function toldOf(key: PersonKey, beginning: string): Promise<number> {
  const page = (await (
    await world.as(key)
  ).query('{ myNotices { edges { node { subject { en } } } } }')) as NoticesPage;
  return page.edges.filter(({ node }) => node.subject.en.startsWith(beginning)).length;
}

describe('the reminder of a sitting', () => {
  it('NTF-05 goes once to those who hold a place when it falls due, and to nobody of a cancelled one', async () => {
    world.at('2026-11-23T09:00:00Z');
    const sittingId = await aSitting(world, { reminderMinutesBefore: 30 });
    for (const key of ['officer', 'colleague'] as const) {
      const caller = await world.as(key);
      await caller.mutate('enrol', { courseCode: 'OLH-101' });
      await caller.mutate('bookPlace', { sittingId });
    }
    await world.settle();
    expect(await toldOf('officer', 'Your place is booked')).toBe(1);
    await (await world.as('colleague')).mutate('giveUpPlace', { sittingId });

    const cancelled = await aSitting(world, { reminderMinutesBefore: 30, seats: 5 });
    await (await world.as('officer')).mutate('bookPlace', { sittingId: cancelled });
    await (await world.as('trainer')).mutate('cancelSitting', {
      sittingId: cancelled,
      reason: 'Room flooded',
    });
    await world.settle();
    expect(await toldOf('officer', 'Your place is booked')).toBe(1);
    expect(await toldOf('officer', 'Reminder')).toBe(0);

    world.at('2026-11-23T09:30:00Z');
    await world.settle();
    await world.settle();
    expect(await toldOf('officer', 'Reminder')).toBe(1);
    expect(await toldOf('colleague', 'Reminder')).toBe(0);
  });
});
