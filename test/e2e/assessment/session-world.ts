import type { World } from '../../support/a-world.js';
import type { PersonKey } from '../../support/the-cast.js';
import { COURSE } from './assessment-world.js';

/** Times of one winter day, London on UTC. */
export const DAY = '2026-12-01';

/** The input of a class at the workplace on a day, 10:00 to 11:30, run by the trainer. */
export async function sessionInput(world: World, more: Record<string, unknown> = {}) {
  return {
    ...{ kind: 'WORKPLACE', courseCode: COURSE, seats: 2 },
    ...{ startsAt: `${DAY}T10:00:00.000Z`, endsAt: `${DAY}T11:30:00.000Z` },
    trainerIds: [await world.personId('administrator')],
    ...more,
  };
}

/** The id of a new session of the trainer's force. */
export async function aSession(world: World, more: Record<string, unknown> = {}): Promise<string> {
  const trainer = await world.as('trainer');
  const input = await sessionInput(world, more);
  const { id } = (await trainer.mutate('scheduleSession', input, 'id')) as { id?: string };
  if (id === undefined) throw new Error('The session was refused');
  return id;
}

/** The hours of a session on a day, without clash between hours. */
export function hours(day: string, from: number, to: number) {
  const at = (hour: number) => `${day}T${String(hour).padStart(2, '0')}:00:00.000Z`;
  return { startsAt: at(from), endsAt: at(to) };
}

/** A seat that somebody books for themself. */
export async function booked(world: World, key: PersonKey, sessionId: string) {
  return (await (await world.as(key)).mutate('bookSeat', { sessionId }, 'id state lapsesAt')) as {
    id: string;
    state: string;
    lapsesAt: string | null;
  };
}

/** The state of somebody's newest booking of a session. */
export async function stateOf(world: World, key: PersonKey, sessionId: string): Promise<string | undefined> {
  const mine = await (await world.as(key)).query(
    '{ myBookings(first: 100) { edges { node { sessionId state } } } }',
  );
  const nodes = (mine.edges as { node: { sessionId: string; state: string } }[]).map(({ node }) => node);
  return nodes.find((node) => node.sessionId === sessionId)?.state;
}
