import 'reflect-metadata';
import { RebuildCover } from '@app/capability';
import { type Force, ForceReader } from '@app/identity';
import { systemContext } from '@app/platform/context/request-context.js';
import { NestFactory } from '@nestjs/core';
import { CliModule } from '../cli.module.js';

/**
 * `rebuild-cover [slug…]`: builds the cover of these forces, or of all, from the facts, and says how many parts of
 * counts were wrong, how long it took and how much memory it held at most. Safe while Lantern runs, and again after a crash.
 */
export async function run(slugs: string[]): Promise<number> {
  const app = await NestFactory.createApplicationContext(CliModule, { logger: ['error', 'warn'] });
  try {
    const forces = await chosen(app.get(ForceReader), slugs);
    if (forces === null) return 2;
    for (const { id, slug } of forces) {
      const began = performance.now();
      const { people, units, corrected } = await app
        .get(RebuildCover)
        .execute(systemContext('rebuild-cover', id));
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      const peak = (process.resourceUsage().maxRSS / 1024).toFixed(0);
      console.log(
        `${slug}: ${people} people, ${units} units, ${corrected} parts of counts corrected, in ${seconds} s, at most ${peak} MB`,
      );
    }
    return 0;
  } finally {
    await app.close();
  }
}

async function chosen(reader: ForceReader, slugs: readonly string[]): Promise<Force[] | null> {
  if (slugs.length === 0) return [...(await reader.page({ limit: 1000, after: null })).rows];
  const forces: Force[] = [];
  for (const slug of slugs) {
    const force = await reader.bySlug(slug);
    if (force === null) {
      console.error(`There is no force "${slug}". Give the slug as in its address, such as dyfed-powys.`);
      return null;
    }
    forces.push(force);
  }
  return forces;
}
