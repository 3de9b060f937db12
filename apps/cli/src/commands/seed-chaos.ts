import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ForceReader } from '@app/identity';
import { addDays, instantInLondon, londonDate } from '@app/platform/clock/calendar.js';
import { SystemClock } from '@app/platform/clock/clock.js';
import { loadConfig } from '@app/platform/config/config.js';
import { InlineDriver } from '@app/platform/jobs/inline-driver.js';
import { FixedClock } from '@app/platform/testing/fixed-clock.js';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ChaosGround, LAPSING, lapsingSitting } from '../chaos/chaos-ground.js';
import { loadPack } from '../content/load-pack.js';
import { DemoBuilder, type MadeForce } from '../demo/build-demo.js';
import { DemoHistory } from '../demo/demo-history.js';
import { seedModule } from '../demo/seed.module.js';
import { ownLayout } from '../embedded/layout.js';

const CONTENT = 'content';
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * `seed-chaos --officers N`: the ground of a chaos run, as of eight o'clock yesterday evening, so that what fell due over night
 * waits for the workers. N officers for each of two forces; six of them hold an award whose last valid day was yesterday. Who
 * they are is written to `chaos-ground.json` in LANTERN_HOME.
 */
export async function run(args: string[]): Promise<number> {
  const officers = Number(args[args.indexOf('--officers') + 1]);
  const now = instantInLondon(addDays(londonDate(new SystemClock().now()), -1), '20:00');
  const clock = new FixedClock(now);
  const app = await NestFactory.createApplicationContext(seedModule(loadConfig(), clock), {
    logger: ['error', 'warn'],
  });
  try {
    console.log(await loadPack(app, CONTENT));
    await app.get(InlineDriver).drain();
    await people(app, { clock, now, officers });
    await app.get(InlineDriver).drain();
  } finally {
    await app.close();
  }
  return 0;
}

async function people(
  app: INestApplicationContext,
  plan: { clock: FixedClock; now: Date; officers: number },
): Promise<void> {
  const { clock, now } = plan;
  const college = await app.get(ForceReader).bySlug('college-of-policing');
  const password = process.env['LANTERN_DEMO_PASSWORD'];
  if (college === null || password === undefined)
    throw new Error('The content or LANTERN_DEMO_PASSWORD is missing');
  clock.set(new Date(now.getTime() - 400 * DAY_MS));
  const note = (line: string) => console.log(line);
  const builder = new DemoBuilder(app, { password, officersPerForce: plan.officers, now, note });
  await builder.college(college.id);
  const made = await builder.forces();
  const history = new DemoHistory(app, clock, CONTENT);
  for (const force of made) await history.live(force, now, [lapsingSitting(now)]);
  const ground = new ChaosGround(app, now);
  await ground.paper();
  for (const force of made) await ground.force(force);
  const file = join(ownLayout().home, 'chaos-ground.json');
  const emails = new Map([...builder.people, ...builder.officers].map(({ key, email }) => [key, email]));
  const forces = made.map((force) => forceOf(force, ground, emails));
  writeFileSync(file, JSON.stringify({ password, forces }, null, 2), { mode: 0o600 });
}

/** A force as the run reads it: who leads, who marks, whose award lapses, who learns. */
function forceOf(force: MadeForce, ground: ChaosGround, emails: ReadonlyMap<string, string>) {
  const of = (personId: string, key: string) => ({
    personId,
    email: emails.get(`${force.slug}.${key}`) ?? '',
  });
  const officers = force.officers.map(({ personId }, n) =>
    of(personId, `officer${String(n + 1).padStart(3, '0')}`),
  );
  const markers = new Set<string>(ground.markersOf(force).map(({ personId }) => personId));
  const trainer = force.leads.get('trainer')?.personId ?? '';
  return {
    slug: force.slug,
    trainer: of(trainer, 'trainer'),
    markers: officers.filter(({ personId }) => markers.has(personId)),
    lapsing: officers.slice(0, LAPSING),
    learners: officers.slice(LAPSING).filter(({ personId }) => !markers.has(personId)),
  };
}
