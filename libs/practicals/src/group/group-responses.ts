import type { ResponseToMark } from '@app/assessment';
import type { PersonId } from '@app/platform/context/request-context.js';
import type { WorkPart } from '../work/work.js';
import type { GroupCase } from './group.js';
import { type Membership, tasksOf } from './membership.js';

/**
 * PRA-48: what markers get, one list for each source: the shared tasks once, as the first member's and also the others'; each
 * member's own. No member judges any of it, nor anybody in line with one, nor who formed the group.
 */
export function responsesOf(group: GroupCase, members: readonly Membership[]): ResponseToMark[][] {
  const [first] = members;
  if (first === undefined) return [];
  const shared = { kind: 'group-shared', id: group.id, parts: group.shared.parts } as const;
  return [
    responses(group, members, { ...shared, personId: first.personId }),
    ...members.map(({ id, personId, own }) =>
      responses(group, members, { kind: 'group-own', id, parts: own.parts, personId }),
    ),
  ];
}

interface Part {
  readonly kind: 'group-shared' | 'group-own';
  readonly id: string;
  readonly parts: readonly WorkPart[];
  readonly personId: PersonId;
}

function responses(
  group: GroupCase,
  members: readonly Membership[],
  { kind, id, parts, personId }: Part,
): ResponseToMark[] {
  const { courseCode, componentKey, terms, formedById } = group;
  const { skillId, level } = terms;
  const alsoOfIds = members.map((member) => member.personId).filter((other) => other !== personId);
  return tasksOf(terms.tasks, kind === 'group-shared').flatMap(({ key, prompt, rubric }) => {
    const part = parts.find((each) => each.key === key);
    if (part === undefined) return [];
    const { text, fileIds } = part;
    return [
      {
        ...{ personId, courseCode, componentKey, skillId, level, prompt, rubric, text, fileIds, alsoOfIds },
        source: { kind, id, itemId: key, itemVersionId: null },
        ...{ togetherId: group.id, excludedIds: formedById === null ? [] : [formedById] },
      },
    ];
  });
}
