import { LoadItems, LoadStimuli, SetBlueprint } from '@app/assessment';
import { ImportCourse, KeepPicture } from '@app/catalogue';
import { LoadFramework } from '@app/framework';
import { AddForce } from '@app/identity';
import { type RequestContext, systemContext } from '@app/platform/context/request-context.js';
import type { FileId } from '@app/platform/files/file.js';
import { PublishBrief } from '@app/practicals';
import type { INestApplicationContext } from '@nestjs/common';
import { checkPack } from './check-pack.js';
import type { Course, Fault, Pack } from './pack-schema.js';
import { briefsOf } from './pack-to-briefs.js';
import { courseOf, type DrawnFiles } from './pack-to-course.js';
import { forcesOf, frameworkOf } from './pack-to-framework.js';
import { blueprintOf, itemsOf, stimuliOf } from './pack-to-items.js';
import { readPack } from './read-pack.js';

const FAULTS_SHOWN = 20;

/**
 * Loads the content pack of a folder through the use cases: forces, framework, law, courses, items, blueprints, briefs. The same
 * pack again changes nothing; a changed one makes new versions of what changed. A pack with faults is refused whole,
 * before anything is loaded. Returns one line on what it did.
 */
export async function loadPack(app: INestApplicationContext, folder: string): Promise<string> {
  const content = soundPack(folder);
  const ctx = systemContext('content-pack');
  for (const force of forcesOf(content)) await app.get(AddForce, ANYWHERE).execute(ctx, force);
  const framework = await app.get(LoadFramework, ANYWHERE).execute(ctx, frameworkOf(content));
  const courses = await loadCourses(app, ctx, content);
  const stimuli = stimuliOf(content);
  await app.get(LoadStimuli, ANYWHERE).execute(ctx, stimuli);
  const items = await app.get(LoadItems, ANYWHERE).execute(ctx, itemsOf(content));
  for (const blueprint of content.courses.flatMap((course) => blueprintOf(course) ?? [])) {
    await app.get(SetBlueprint, ANYWHERE).execute(ctx, blueprint);
  }
  const briefs = content.courses.flatMap(briefsOf);
  for (const brief of briefs) await app.get(PublishBrief, ANYWHERE).execute(ctx, { ...brief, read: null });
  const { name, version } = content.head;
  return [
    `${name} ${version}: ${content.forces.length} forces`,
    `framework version ${framework.number}${framework.isNewVersion ? ' (new)' : ''}`,
    `${content.law.length} law entries (${framework.lawChanged} new or changed)`,
    `${content.courses.length} courses (${courses} new versions)`,
    `${items.added + items.changed + items.unchanged} items (${items.added + items.changed} new or changed)`,
    `${briefs.length} briefs`,
  ].join(', ');
}

const ANYWHERE = { strict: false } as const;

async function loadCourses(
  app: INestApplicationContext,
  ctx: RequestContext,
  content: Pack,
): Promise<number> {
  const importCourse = app.get(ImportCourse, ANYWHERE);
  const note = `${content.head.name} ${content.head.version}`;
  let made = 0;
  for (const course of content.courses) {
    const drawn = await keepDrawings(app, ctx, course);
    const imported = await importCourse.execute(ctx, {
      code: course.code,
      content: courseOf(course, drawn),
      note,
    });
    made += Number(imported.isNewVersion);
  }
  return made;
}

async function keepDrawings(
  app: INestApplicationContext,
  ctx: RequestContext,
  course: Course,
): Promise<DrawnFiles> {
  const keep = app.get(KeepPicture, ANYWHERE);
  const drawn = new Map<string, FileId>();
  for (const { name, svg } of course.drawings)
    drawn.set(name, await keep.execute(ctx, { name, bytes: Buffer.from(svg) }));
  return drawn;
}

function soundPack(folder: string): Pack {
  const { pack, faults: unread, findLine } = readPack(folder);
  const faults = [...unread, ...(pack === null ? [] : checkPack(pack, findLine))];
  if (pack === null || faults.length > 0) throw new Error(describe(folder, faults));
  return pack;
}

function describe(folder: string, faults: readonly Fault[]): string {
  const shown = faults.slice(0, FAULTS_SHOWN).map(({ file, line, reason }) => `  ${file}:${line} ${reason}`);
  const more = faults.length > shown.length ? [`  and ${faults.length - shown.length} more`] : [];
  const head = `The content pack in ${folder} has ${faults.length} faults; nothing was loaded:`;
  return [head, ...shown, ...more, 'See them all with: npm run content:check'].join('\n');
}
