import { AddPerson, GrantRole, PostPerson } from '@app/identity';
import { calendarDateOf } from '@app/platform/clock/calendar.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { englishOnly } from '@app/platform/context/words.js';
import { newId } from '@app/platform/ids/ids.js';
import { RecordEvidence } from '@app/standing';
import { NameMarker } from '../marking-round/name-marker.js';
import type { ResponseToMark } from '../marking-round/response.js';
import { COURSE, type Ground } from './ground.js';

export const WRITTEN = { courseCode: COURSE, componentKey: 'paper' } as const;

/** Two criteria: 4 points and 6. */
export const RUBRIC = [
  { criterion: englishOnly('Says what was done'), points: 4 },
  { criterion: englishOnly('Says why it was lawful'), points: 6 },
];

/** What one candidate wrote for one item, at the level of the ground's course. */
export function written(personId: PersonId, more: Partial<ResponseToMark> = {}): ResponseToMark {
  return {
    ...{ personId, ...WRITTEN, skillId: 'OLH-01', level: 2, rubric: RUBRIC, fileIds: [] },
    source: { kind: 'work', id: newId(), itemId: null, itemVersionId: null },
    prompt: englishOnly('Write what you did and why.'),
    text: 'Seized at 10:14 under section 19.',
    ...more,
  };
}

/** Somebody with the assessor's role, in date in the skill until the end of 2026, named for the component. */
export async function aMarker(ground: Ground, personId?: PersonId): Promise<RequestContext> {
  const id = personId ?? (await ground.person());
  await ground.world.get(GrantRole).execute(ground.system, { personId: id, bundle: 'assessor' });
  await ground.world.get(RecordEvidence).execute(ground.system, {
    ...{ personId: id, skillId: 'OLH-01', level: 2, kind: 'award', title: englishOnly('Course') },
    ...{ from: calendarDateOf('2026-01-01'), lastValidDay: null, sourceId: `course ${id}` },
  });
  await ground.world.get(NameMarker).execute(ground.system, { personId: id, ...WRITTEN });
  return ground.world.as(id, ground.forceId, ['officer', 'assessor']);
}

let count = 0;

/** Somebody of the force under a line manager, since the first of the year. */
export async function someoneUnder(ground: Ground, lineManagerId: PersonId): Promise<PersonId> {
  count += 1;
  const person = await ground.world.get(AddPerson).execute(ground.system, {
    ...{ givenName: 'Alex', familyName: `Under${count}`, staffNumber: `U${count}`, email: null },
  });
  await ground.world.get(PostPerson).execute(ground.system, {
    ...{
      personId: person.id,
      unitId: ground.unitId,
      rankId: 'pc',
      roleId: 'response-officer',
      lineManagerId,
    },
    from: calendarDateOf('2026-01-01'),
  });
  return person.id;
}
