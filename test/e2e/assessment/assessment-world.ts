import { type AssessmentPolicy, LoadItems, SetBlueprint } from '@app/assessment';
import { newId } from '@app/platform/ids/ids.js';
import { bankOf, COURSE, importCourse, PAPER_ITEMS } from '../../../libs/assessment/src/testing/ground.js';
import { aWorld, type World } from '../../support/a-world.js';
import type { Caller } from '../../support/caller.js';
import type { PersonKey } from '../../support/the-cast.js';

export { COURSE };

/** 10:00 to 12:00 on the day on which every world begins. */
export const WINDOW = { opensAt: '2026-11-23T10:00:00.000Z', closesAt: '2026-11-23T12:00:00.000Z' } as const;

/** A world with a course, its bank of twelve items and its blueprint of ten. */
export async function anAssessmentWorld(
  policy?: AssessmentPolicy,
  env: Record<string, string> = {},
): Promise<World> {
  const world = await aWorld(env);
  const ctx = world.system();
  await importCourse(world, ctx);
  const isSample = env['LANTERN_MODE'] === 'live';
  await world.get(LoadItems).execute(
    ctx,
    bankOf(PAPER_ITEMS + 2).map((item) => ({ ...item, sample: isSample })),
  );
  await world.get(SetBlueprint).execute(ctx, {
    ...{ courseCode: COURSE, componentKey: 'paper', count: PAPER_ITEMS, quotas: [], policy },
    scope: [{ skillId: 'OLH-01', maxLevel: 2 }],
  });
  return world;
}

/** The input of a sitting for the whole force. */
export function sittingInput(more: Record<string, unknown> = {}): Record<string, unknown> {
  return { courseCode: COURSE, ...WINDOW, seats: 20, mode: 'ONLINE', ...more };
}

/** The id of a new sitting of the trainer's force. */
export async function aSitting(world: World, more: Record<string, unknown> = {}): Promise<string> {
  const trainer = await world.as('trainer');
  const { id } = (await trainer.mutate('createSitting', sittingInput(more), 'id')) as { id: string };
  return id;
}

/** An attempt as the API gives it at its start. */
export interface StartedAttempt {
  readonly id: string;
  readonly sittingId: string;
  readonly writer: string;
  readonly deadline: string;
  readonly paper: readonly { id: string; type: string; options: readonly { id: string }[] }[];
}

export const ATTEMPT =
  'id sittingId number state writer startedAt deadline serverTime finishedAt finishedBy paper { id number type points options { id } } answers { itemId sequence savedAt answer { choices number text pairs { left right } } } result { score outOf percent passMark passed attemptsLeft nextAttemptFrom items { itemId correct key { choices } explanation { en } lawIds } }';

/** Somebody of the cast enrolled, booked and started, at 10:00. Ask `world.as` again for a caller after a jump in time. */
export async function started(
  world: World,
  key: PersonKey,
  more: Record<string, unknown> = {},
): Promise<{ caller: Caller; attempt: StartedAttempt }> {
  world.at('2026-11-23T09:00:00Z');
  const sittingId = await aSitting(world, more);
  const officer = await world.as(key);
  await officer.mutate('enrol', { courseCode: COURSE }, 'id');
  await officer.mutate('bookPlace', { sittingId }, 'id');
  world.at(WINDOW.opensAt);
  const caller = await world.as(key);
  const attempt = (await caller.mutate('startAttempt', { sittingId }, ATTEMPT)) as StartedAttempt;
  return { caller, attempt };
}

/** The input that answers the paper's item at that place with `a`, which is right. */
export function answerInput(
  attempt: StartedAttempt,
  place = 0,
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  const { id: attemptId, writer } = attempt;
  const itemId = attempt.paper[place]?.id;
  return { attemptId, writer, itemId, sequence: 1, answer: { choices: ['a'] }, ...more };
}

/** An id that nothing has. */
export function noSuchId(): string {
  return newId();
}
