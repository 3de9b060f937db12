import { SetBlueprint } from '@app/assessment';
import { PAPER_ITEMS } from '../../../libs/assessment/src/testing/ground.js';
import { BEGINNING, type World } from '../../support/a-world.js';
import type { ForceKey } from '../../support/the-cast.js';
import { anAssessmentWorld, COURSE, WINDOW } from './assessment-world.js';
import { type Someone, someone } from './marking-world.js';

/** The item that stands on every paper of this world. */
export const FAULTY = 'OLH-101-Q01';

/** A world in which every paper holds the faulty item, beside nine others of one point each. The pass mark is 8 of 10. */
export async function aFaultyWorld(): Promise<World> {
  const world = await anAssessmentWorld();
  await world.get(SetBlueprint).execute(world.system(), {
    ...{ courseCode: COURSE, componentKey: 'paper', count: PAPER_ITEMS, quotas: [], fixed: [FAULTY] },
    scope: [{ skillId: 'OLH-01', maxLevel: 2 }],
  });
  return world;
}

/** Somebody's answers: how many of the nine other questions are right, and what they chose for the faulty one. */
export interface Sat {
  readonly who: Someone;
  readonly others: number;
  readonly faulty: string;
}

let seats = 300;

/** People of a force who sit at ten o'clock in one sitting of their own and hand in; the ids of their attempts, in order. */
export async function sit(
  world: World,
  people: readonly Sat[],
  force: ForceKey = 'harbourshire',
): Promise<string[]> {
  const faultyId = await idOfFaulty(world);
  const now = world.clock.now();
  world.at(BEGINNING);
  const lead = await someone(world, ['training-lead'], force);
  seats += 1;
  const sitting = { courseCode: COURSE, ...WINDOW, seats, mode: 'ONLINE' };
  const { id: sittingId } = await (await lead.call()).mutate('createSitting', sitting, 'id');
  for (const { who } of people) {
    const caller = await who.call();
    await caller.mutate('enrol', { courseCode: COURSE }, 'id');
    await caller.mutate('bookPlace', { sittingId }, 'id');
  }
  world.at(WINDOW.opensAt);
  const attemptIds: string[] = [];
  for (const each of people) attemptIds.push(await handIn(each, { sittingId, faultyId }));
  if (now > world.clock.now()) world.at(now);
  await world.settle();
  return attemptIds;
}

/** The id of the faulty item. */
export async function idOfFaulty(world: World): Promise<string> {
  const item = await world.connection.collection('items').findOne({ key: FAULTY });
  return String(item?._id);
}

async function handIn(
  { who, others, faulty }: Sat,
  at: { sittingId: string; faultyId: string },
): Promise<string> {
  const caller = await who.call();
  const { sittingId } = at;
  const attempt = await caller.mutate('startAttempt', { sittingId }, 'id writer paper { id }');
  const { id: attemptId, writer } = attempt;
  const paper = attempt.paper as { id: string }[];
  const rest = paper.filter(({ id }) => id !== at.faultyId).slice(0, others);
  for (const { id: itemId } of [...rest, { id: at.faultyId }]) {
    const answer = { choices: [itemId === at.faultyId ? faulty : 'a'] };
    await caller.mutate('saveAnswer', { attemptId, writer, itemId, sequence: 1, answer }, 'sequence');
  }
  await caller.mutate('submitAttempt', { attemptId }, 'state');
  return String(attemptId);
}
