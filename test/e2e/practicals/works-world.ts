import { ImportCourse } from '@app/catalogue';
import { englishOnly } from '@app/platform/context/words.js';
import { PublishBrief } from '@app/practicals';
import { COURSE, importCourse } from '../../../libs/assessment/src/testing/ground.js';
import { noteBrief, workBrief } from '../../../libs/practicals/src/testing/work-briefs.js';
import { aWorld, type World } from '../../support/a-world.js';
import type { Caller } from '../../support/caller.js';
import { inDate, type Someone, someone } from '../assessment/marking-world.js';

export const PLAN = { courseCode: COURSE, componentKey: 'plan' } as const;
export const NOTE = { courseCode: COURSE, componentKey: 'note' } as const;

export const WORK =
  'id number state writer sequence passPercent maxAttempts late submittedAt releasedAt outcome { percent passed } parts { key prompt { en } isGraded text files { id address } } brief { number title { en } }';

/** A world whose course asks for a plan in two tasks that are marked, and for a note that is not graded. */
export async function aWorksWorld(): Promise<World> {
  const world = await aWorld();
  const ctx = world.system();
  await importCourse(world, ctx);
  const component = (key: string, kind: string, graded: boolean) => ({
    ...{ key, kind, title: englishOnly(key), hurdle: true, weight: null, graded },
  });
  await world.get(ImportCourse).execute(ctx, {
    ...{ code: COURSE, note: 'test' },
    content: {
      ...{ title: englishOnly('Online harms law for officers'), summary: null, status: 'complete' },
      ...{ durationMinutes: 150, validityMonths: 12, classification: 'OFFICIAL', warnings: [] },
      ...{ audienceRoles: [], prerequisites: [], modules: [] },
      skillsTaught: [{ skillId: 'OLH-01', level: 2 }],
      components: [component('plan', 'project', true), component('note', 'written-work', false)],
      assessment: { passPercent: 60, maxAttempts: 2, coolDownHours: 24, limitMinutes: null },
    },
  });
  await world.get(PublishBrief).execute(ctx, workBrief(PLAN));
  await world.get(PublishBrief).execute(ctx, noteBrief(NOTE));
  await world.settle();
  return world;
}

/** Somebody new who is enrolled. */
export async function anAuthor(world: World): Promise<Someone> {
  const author = await someone(world);
  await (await author.call()).mutate('enrol', { courseCode: COURSE }, 'id');
  return author;
}

/** An assessor in date in the skill, named for the plan. */
export async function aPlanMarker(world: World): Promise<Someone> {
  const marker = await someone(world, ['assessor']);
  await inDate(world, marker);
  const moderator = await someone(world, ['moderator']);
  await (await moderator.call()).mutate('nameMarker', { personId: marker.personId, ...PLAN }, 'id');
  return marker;
}

/** The id that the upload of a small file gave. */
export async function uploaded(world: World, caller: Caller): Promise<string> {
  const sent = await fetch(`${world.url}/files?purpose=response-file&name=costs.csv`, {
    method: 'POST',
    body: 'item,pounds\nkiosk,4000\n',
    headers: { 'content-type': 'text/csv', authorization: `Bearer ${caller.token ?? ''}` },
  });
  return ((await sent.json()) as { id: string }).id;
}

/** Both tasks written. */
export function written(...texts: string[]): { key: string; text: string }[] {
  return ['plan', 'costs'].map((key, place) => ({ key, text: texts[place] ?? `My ${key}: two kiosks.` }));
}
