import { LoadItems, SetBlueprint } from '@app/assessment';
import { GrantRole } from '@app/identity';
import { calendarDateOf } from '@app/platform/clock/calendar.js';
import type { PersonId } from '@app/platform/context/request-context.js';
import { englishOnly } from '@app/platform/context/words.js';
import { RecordEvidence } from '@app/standing';
import { importCourse } from '../../../libs/assessment/src/testing/ground.js';
import { packItem } from '../../../libs/assessment/src/testing/items.js';
import { RUBRIC } from '../../../libs/assessment/src/testing/marking-ground.js';
import { aWorld, BEGINNING, type World } from '../../support/a-world.js';
import type { Caller } from '../../support/caller.js';
import type { ForceKey } from '../../support/the-cast.js';
import { COURSE, WINDOW } from './assessment-world.js';

export const COMPONENT = { courseCode: COURSE, componentKey: 'paper' } as const;
export const TERMS = {
  ...COMPONENT,
  ...{ doubleMarking: 'ALL', doublePercent: 0, reviewPercent: 0, tolerance: 1, panel: 'FORCE' },
} as const;
export const ANSWER = 'I seized the phone at 10:14 under section 19 and wrote the exhibit label at once.';

/** A world whose paper is one question that a machine marks (2 points) and one that people mark (10). */
export async function aMarkingWorld(): Promise<World> {
  const world = await aWorld();
  const ctx = world.system();
  await importCourse(world, ctx);
  await world
    .get(LoadItems)
    .execute(ctx, [
      packItem('OLH-101-Q01', { points: 2 }),
      packItem('OLH-101-W01', { points: 10, content: { type: 'written', rubric: RUBRIC } }),
    ]);
  await world.get(SetBlueprint).execute(ctx, {
    ...{ ...COMPONENT, count: 2, scope: [{ skillId: 'OLH-01', maxLevel: 2 }] },
    quotas: [
      { count: 1, types: ['written'] },
      { count: 1, types: ['single'] },
    ],
  });
  return world;
}

/** Somebody with roles in a force, and how to have them call: tokens do not live long. */
export interface Someone {
  readonly personId: PersonId;
  readonly call: () => Promise<Caller>;
}

let count = 0;

/** A new person of a force who holds these bundles. */
export async function someone(
  world: World,
  bundles: readonly string[] = [],
  force: ForceKey = 'harbourshire',
): Promise<Someone> {
  count += 1;
  const personId = await world.join(force, { givenName: `Pat${count}`, familyName: 'Marlowe' });
  for (const bundle of bundles) await world.get(GrantRole).execute(world.system(force), { personId, bundle });
  return { personId, call: () => world.signedIn(personId, world.forces[force].id) };
}

/** An assessor in date in the skill until the end of the year, named for the component by their own force. */
export async function aMarker(world: World, force: ForceKey = 'harbourshire'): Promise<Someone> {
  const marker = await someone(world, ['assessor'], force);
  await inDate(world, marker, force);
  const lead = await someone(world, ['moderator'], force);
  await (await lead.call()).mutate('nameMarker', { personId: marker.personId, ...COMPONENT }, 'id');
  return marker;
}

/** Gives somebody evidence of the skill at level 2, from the beginning of the year; its id. */
export async function inDate(
  world: World,
  { personId }: Someone,
  force: ForceKey = 'harbourshire',
): Promise<string> {
  const evidence = await world.get(RecordEvidence).execute(world.system(force), {
    ...{ personId, skillId: 'OLH-01', level: 2, kind: 'award', title: englishOnly('Course') },
    ...{ from: calendarDateOf('2026-01-01'), lastValidDay: null, sourceId: `award ${personId}` },
  });
  return evidence.id;
}

/** Candidates of a force who sat at ten o'clock in one sitting and handed in; each with the id of their attempt. */
export async function handedIn(
  world: World,
  candidates: readonly Someone[],
  force: ForceKey = 'harbourshire',
): Promise<string[]> {
  const lead = await someone(world, ['training-lead'], force);
  const now = world.clock.now();
  world.at(BEGINNING);
  count += 1;
  const sitting = { courseCode: COURSE, ...WINDOW, seats: 100 + count, mode: 'ONLINE' };
  const { id: sittingId } = await (await lead.call()).mutate('createSitting', sitting, 'id');
  for (const candidate of candidates) {
    await (await candidate.call()).mutate('enrol', { courseCode: COURSE }, 'id');
    await (await candidate.call()).mutate('bookPlace', { sittingId }, 'id');
  }
  world.at(WINDOW.opensAt);
  const attemptIds: string[] = [];
  for (const candidate of candidates) attemptIds.push(await sat(await candidate.call(), String(sittingId)));
  if (now > world.clock.now()) world.at(now);
  await world.settle();
  return attemptIds;
}

async function sat(caller: Caller, sittingId: string): Promise<string> {
  const attempt = await caller.mutate('startAttempt', { sittingId }, 'id writer paper { id type }');
  for (const { id: itemId, type } of attempt.paper as { id: string; type: string }[]) {
    const answer = type === 'WRITTEN' ? { text: ANSWER } : { choices: ['a'] };
    const { id: attemptId, writer } = attempt;
    await caller.mutate('saveAnswer', { attemptId, writer, itemId, sequence: 1, answer }, 'sequence');
  }
  await caller.mutate('submitAttempt', { attemptId: attempt.id }, 'state');
  return String(attempt.id);
}

/** Points for the rubric's two criteria. */
export function points(...given: number[]): { criterion: number; points: number }[] {
  return given.map((each, place) => ({ criterion: place + 1, points: each }));
}

export const TASK =
  'id candidateCode courseCode componentKey state isPutOff prompt { en } rubric { criterion text { en } points } text files { id address } mark { id total comment criteria { criterion points } }';

/** Opens the next response on somebody's desk; null when nothing is left. */
export async function takeNext(marker: Someone): Promise<any> {
  const query = `mutation { takeNextResponse { __typename ... on MarkingDesk { toMark task { ${TASK} } } } }`;
  return (await (await marker.call()).query(query)).task;
}
