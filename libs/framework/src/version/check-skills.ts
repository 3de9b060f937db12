import { refusal as frameworkRefusal } from '../refusals.js';
import { findCircle } from '../relation/find-circle.js';
import { refusal as relationRefusal } from '../relation/refusals.js';
import type { Skill } from '../skill/skill.js';
import { refusal } from './refusals.js';

/** FRM-01, FRM-26, FRM-27. Refuses a skill without its five sentences, one that ends before it begins, and wrong successors. */
export function checkSkills(skills: readonly Skill[]): void {
  const known = new Set(skills.map(({ id }) => id));
  for (const skill of skills) checkSkill(skill, known);
  const circle = findCircle(new Map(skills.map(({ id, replacedBy = [] }) => [id, replacedBy])));
  if (circle !== null)
    throw relationRefusal('FRAMEWORK_RELATION_CIRCULAR', {
      facts: { circle: circle.join(' → ') },
      field: 'replacedBy',
    });
}

function checkSkill(skill: Skill, known: ReadonlySet<string>): void {
  const { id, levels, from, to, replacedBy = [] } = skill;
  if (levels.length !== 5 || levels.some((sentence) => sentence.trim() === ''))
    throw refusal('FRAMEWORK_LEVELS_WRONG', { facts: { skill: id }, field: 'levels' });
  if (from !== undefined && to !== undefined && to < from)
    throw refusal('FRAMEWORK_DATES_WRONG', { facts: { skill: id, from, to }, field: 'to' });
  if (replacedBy.length > 0 && to === undefined)
    throw refusal('FRAMEWORK_REPLACED_LIVE', { facts: { skill: id }, field: 'replacedBy' });
  const key = replacedBy.find((successor) => !known.has(successor));
  if (key !== undefined) throw frameworkRefusal('FRAMEWORK_REFERENCE_UNKNOWN', { facts: { key, where: id } });
}
