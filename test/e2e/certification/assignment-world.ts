import type { PersonId } from '@app/platform/context/request-context.js';
import { aWorld, type World } from '../../support/a-world.js';
import { withCourse } from '../../support/with-course.js';

export const CODE = 'OLH-101';
export const RULE =
  'id title code state startsOn version match minimumDays recheck leftOut isConfirmed appliedAt next conditions { kind unitIds rankIds roleIds since withinDays skill level code } due { on base months days }';
const ASSIGNMENT =
  'personId code state dueOn heldTo origins { ruleId title on dueOn endedOn daysLeft answer why }';

/** What a rule says unless a test says otherwise: sergeants, no date. */
export function sergeants(more: Record<string, unknown> = {}): Record<string, unknown> {
  rules += 1;
  return {
    ...{ title: `Sergeants ${rules}`, code: CODE, match: 'ALL', minimumDays: 0 },
    ...{ conditions: [{ kind: 'RANK', rankIds: ['sgt'] }], ...more },
  };
}
let rules = 0;

/** A world with a course, in which the share of people that a rule may newly assign is the whole force. */
export async function anAssignmentWorld(): Promise<World> {
  const world = await aWorld();
  await withCourse(world);
  await (await world.as('administrator')).mutate('setAssignmentGuard', { percent: 100 }, 'percent');
  return world;
}

/** Somebody of a rank in a team of Harbourshire. */
export async function somebody(
  world: World,
  more: { rankId?: string; unit?: string } = {},
): Promise<PersonId> {
  people += 1;
  return world.join('harbourshire', {
    givenName: 'Olive',
    familyName: `Number${people}`,
    rankId: 'sgt',
    ...more,
  });
}
let people = 0;

/** A rule, written and switched on, after everybody has been looked at. */
export async function ruleOn(world: World, more: Record<string, unknown> = {}): Promise<string> {
  const lead = await world.as('trainer');
  const rule = await lead.mutate('saveAssignmentRule', sergeants(more), 'id');
  const on = await lead.mutate('switchOnAssignmentRule', { ruleId: rule.id }, 'state appliedAt');
  if (on.state !== 'ON') throw new Error(JSON.stringify(on));
  await world.settle();
  return String(rule.id);
}

/** What the person reads of themselves. */
export async function mine(world: World, personId: PersonId): Promise<any[]> {
  const who = await world.signedIn(personId, world.forces.harbourshire.id);
  return (await who.query(`{ myAssignments { ${ASSIGNMENT} } }`)) as any[];
}

/** The steps of reminders that wait for a person. */
export async function waitingSteps(world: World, personId: PersonId): Promise<string[]> {
  const { Types } = await import('mongoose');
  const steps = await world.connection
    .collection('reminderSteps')
    .find({ personId: new Types.ObjectId(personId), state: 'waiting' })
    .toArray();
  return steps.map((each) => String(each['step'])).sort();
}
