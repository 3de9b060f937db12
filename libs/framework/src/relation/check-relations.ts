import { refusal as frameworkRefusal } from '../refusals.js';
import { isSkillLevel, type SkillId } from '../skill/skill.js';
import { findCircle } from './find-circle.js';
import { refusal } from './refusals.js';
import { quotaOf, type Relations, type RollUpRule, type SkillAtLevel } from './relation.js';

/** FRM-01, FRM-02, FRM-28, FRM-29. Refuses unknown skills, levels that are none, repeats, quotas nobody can meet, and circles. */
export function checkRelations(relations: Relations, skills: ReadonlySet<SkillId>): void {
  const { broader, requires, rollUps } = relations;
  for (const { skillId, broaderId } of broader) mustBeKnown([skillId, broaderId], skills, 'broader');
  for (const each of requires) mustBeSound([each, each.needs], skills, 'requires');
  for (const rule of rollUps) {
    mustBeSound([rule, ...rule.parts], skills, 'roll-up');
    mustBeMeetable(rule);
  }
  mustBeOnce(relations);
  mustNotCircle(edgesOf(broader.map(({ skillId, broaderId }) => [skillId, broaderId])));
  mustNotCircle(edgesBetweenLevels(relations));
}

function mustBeKnown(ids: readonly SkillId[], skills: ReadonlySet<SkillId>, where: string): void {
  const key = ids.find((id) => !skills.has(id));
  if (key !== undefined) throw frameworkRefusal('FRAMEWORK_REFERENCE_UNKNOWN', { facts: { key, where } });
}

function mustBeSound(named: readonly SkillAtLevel[], skills: ReadonlySet<SkillId>, where: string): void {
  mustBeKnown(
    named.map(({ skillId }) => skillId),
    skills,
    where,
  );
  const wrong = named.find(({ level }) => !isSkillLevel(level));
  if (wrong !== undefined)
    throw frameworkRefusal('FRAMEWORK_LEVEL_WRONG', { facts: { level: wrong.level, where: wrong.skillId } });
}

/** FRM-29. */
function mustBeMeetable(rule: RollUpRule): void {
  const count = quotaOf(rule);
  const parts = rule.parts.length;
  if (Number.isInteger(count) && count >= 1 && count <= parts) return;
  throw refusal('FRAMEWORK_QUOTA_WRONG', { facts: { skill: rule.skillId, level: rule.level, count, parts } });
}

function mustBeOnce({ broader, requires, rollUps }: Relations): void {
  const named = [
    ...broader.map(({ skillId, broaderId }) => `${skillId} < ${broaderId}`),
    ...requires.map((each) => `${nodeOf(each)} → ${nodeOf(each.needs)}`),
    ...rollUps.flatMap((rule, index) =>
      rule.parts.map((part) => `${nodeOf(rule)} (${index + 1}) = ${nodeOf(part)}`),
    ),
  ];
  const seen = new Set<string>();
  for (const relation of named) {
    if (seen.has(relation)) throw refusal('FRAMEWORK_RELATION_REPEATED', { facts: { relation } });
    seen.add(relation);
  }
}

/** What a level waits for: what it requires, what it rolls up from, and the level below it. */
function edgesBetweenLevels({ requires, rollUps }: Relations): Map<string, string[]> {
  const pairs = [
    ...requires.map((each) => [each, each.needs] as const),
    ...rollUps.flatMap((rule) => rule.parts.map((part) => [rule, part] as const)),
  ];
  const own = pairs.find(([from, to]) => from.skillId === to.skillId);
  if (own !== undefined) throw circular([nodeOf(own[0]), nodeOf(own[1])]);
  const below = pairs
    .flat()
    .flatMap(({ skillId, level }) =>
      Array.from({ length: level - 1 }, (_, index) => [
        nodeOf({ skillId, level: index + 2 }),
        nodeOf({ skillId, level: index + 1 }),
      ]),
    );
  return edgesOf([...pairs.map(([from, to]) => [nodeOf(from), nodeOf(to)]), ...below]);
}

function edgesOf(pairs: readonly (readonly string[])[]): Map<string, string[]> {
  const edges = new Map<string, string[]>();
  for (const [from = '', to = ''] of pairs) edges.set(from, [...(edges.get(from) ?? []), to]);
  return edges;
}

function mustNotCircle(edges: ReadonlyMap<string, readonly string[]>): void {
  const circle = findCircle(edges);
  if (circle !== null) throw circular(circle);
}

function circular(circle: readonly string[]) {
  return refusal('FRAMEWORK_RELATION_CIRCULAR', {
    facts: { circle: circle.join(' → ') },
    field: 'relations',
  });
}

function nodeOf({ skillId, level }: SkillAtLevel): string {
  return `${skillId} ${level}`;
}
