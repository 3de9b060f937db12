import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { ForceReader } from '@app/identity';
import { SystemClock } from '@app/platform/clock/clock.js';
import { loadConfig } from '@app/platform/config/config.js';
import { InlineDriver } from '@app/platform/jobs/inline-driver.js';
import { FixedClock } from '@app/platform/testing/fixed-clock.js';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { loadPack } from '../content/load-pack.js';
import { DemoBuilder } from '../demo/build-demo.js';
import { DemoHistory } from '../demo/demo-history.js';
import { seedModule } from '../demo/seed.module.js';
import { ownLayout } from '../embedded/layout.js';

const CONTENT = 'content';
const USUAL_OFFICERS = 24;

/**
 * `npm run seed`: loads the content pack (idempotent: the same content changes nothing) and, once, the demonstration
 * forces. `--officers N`: how many officers each force gets (24). Settings by environment: LANTERN_DEMO_PASSWORD. The sign-ins are written to `.lantern/demo.json`.
 */
export async function run(args: string[]): Promise<number> {
  const config = loadConfig();
  const now = new SystemClock().now();
  const clock = new FixedClock(now);
  const app = await NestFactory.createApplicationContext(seedModule(config, clock), {
    logger: ['error', 'warn'],
  });
  try {
    console.log(await loadPack(app, CONTENT));
    await app.get(InlineDriver).drain();
    if (config.LANTERN_MODE === 'demonstration')
      await demonstrate(app, { clock, now, officers: officersIn(args) });
    return 0;
  } finally {
    await app.close();
  }
}

async function demonstrate(
  app: INestApplicationContext,
  plan: { clock: FixedClock; now: Date; officers: number },
): Promise<void> {
  const forces = app.get(ForceReader);
  const seeds = app.get<Connection>(getConnectionToken()).collection<{ _id: string; at: Date }>('seeds');
  if ((await seeds.findOne({ _id: 'demonstration' })) !== null) {
    console.log('The demonstration is there already.');
    return;
  }
  if ((await forces.bySlug('harbourshire')) !== null) {
    throw new Error(
      'An earlier start was cut off while it made the demonstration. Begin afresh with: npm run reset',
    );
  }
  const college = await forces.bySlug('college-of-policing');
  if (college === null) throw new Error('The content pack holds no College of Policing among its forces');
  const password = process.env['LANTERN_DEMO_PASSWORD'];
  if (password === undefined)
    throw new Error('Set LANTERN_DEMO_PASSWORD: the demonstration’s people need one to sign in with');
  // A year and more ago, so that everyone was posted before the first sitting of the story.
  plan.clock.set(new Date(plan.now.getTime() - 400 * 24 * 60 * 60 * 1000));
  const note = (line: string) => console.log(line);
  const builder = new DemoBuilder(app, { password, officersPerForce: plan.officers, now: plan.now, note });
  await builder.college(college.id);
  const history = new DemoHistory(app, plan.clock, CONTENT);
  const made = await builder.forces();
  for (const force of made) await history.live(force, plan.now);
  const { people, officers } = builder;
  const file = ownLayout().demo;
  writeFileSync(file, `${JSON.stringify({ password, people, officers }, null, 2)}\n`, { mode: 0o600 });
  await seeds.insertOne({ _id: 'demonstration', at: plan.now });
}

function officersIn(args: readonly string[]): number {
  const at = args.indexOf('--officers');
  const wanted = at < 0 ? USUAL_OFFICERS : Number(args[at + 1]);
  if (!Number.isInteger(wanted) || wanted < 12 || wanted > 2000)
    throw new Error('--officers wants a number from 12 to 2000');
  return wanted;
}
