import { isDeepStrictEqual } from 'node:util';
import { NO_RELATIONS, quotaOf, type Relations, type SkillAtLevel } from '../relation/relation.js';
import type { RoleProfile } from '../role-profile/role-profile.js';
import type { Skill, SkillArea } from '../skill/skill.js';
import type { FrameworkContent } from './framework-version.js';

/** What became of an entry. A skill that got another area is moved; one that got successors is replaced. */
export type ChangeKind = 'added' | 'removed' | 'changed' | 'moved' | 'replaced';

/** One field before and after, in writing; null where it was not or is not there. */
export interface FieldChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** One entry that differs, with each of its fields that does. */
export interface EntryChange {
  readonly of: 'area' | 'skill' | 'profile' | 'relation';
  readonly key: string;
  readonly kind: ChangeKind;
  readonly fields: readonly FieldChange[];
}

/** FRM-39. What differs between two versions, and the roles whose needs it touches. */
export interface FrameworkComparison {
  readonly changes: readonly EntryChange[];
  /** Keys of roles whose profile differs, or needs a skill that differs. */
  readonly touchedRoles: readonly string[];
}

/** An entry as fields in writing. */
type Fields = ReadonlyMap<string, string>;

/** FRM-39. Compares two versions: the same, compared, gives nothing; turned round, added and removed change places. */
export function compareFrameworks(before: FrameworkContent, after: FrameworkContent): FrameworkComparison {
  const changes = [
    ...changesOf('area', keyed(before.areas, areaFields), keyed(after.areas, areaFields)),
    ...changesOf('skill', keyed(before.skills, skillFields), keyed(after.skills, skillFields)),
    ...changesOf('profile', profiles(before.profiles), profiles(after.profiles)),
    ...changesOf('relation', relationsOf(before.relations), relationsOf(after.relations)),
  ];
  return { changes, touchedRoles: touched(changes, [...before.profiles, ...after.profiles]) };
}

function touched(changes: readonly EntryChange[], all: readonly RoleProfile[]): string[] {
  const keysOf = (of: EntryChange['of']) =>
    new Set(changes.filter((change) => change.of === of).map(({ key }) => key));
  const [skills, roles] = [keysOf('skill'), keysOf('profile')];
  const hit = all.filter(
    ({ roleId, requirements }) =>
      roles.has(roleId) || requirements.some(({ skillId }) => skills.has(skillId)),
  );
  return [...new Set(hit.map(({ roleId }) => roleId))].toSorted();
}

function changesOf(
  of: EntryChange['of'],
  before: ReadonlyMap<string, Fields>,
  after: ReadonlyMap<string, Fields>,
): EntryChange[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  return keys.flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    if (isDeepStrictEqual(was, is)) return [];
    const fields = fieldsThatDiffer(was ?? new Map(), is ?? new Map());
    return [{ of, key, kind: kindOf(was, is), fields }];
  });
}

function kindOf(was: Fields | undefined, is: Fields | undefined): ChangeKind {
  if (was === undefined) return 'added';
  if (is === undefined) return 'removed';
  if (is.has('replacedBy') && is.get('replacedBy') !== was.get('replacedBy')) return 'replaced';
  return was.get('areaId') === is.get('areaId') ? 'changed' : 'moved';
}

function fieldsThatDiffer(was: Fields, is: Fields): FieldChange[] {
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((field) => was.get(field) !== is.get(field))
    .map((field) => ({ field, before: was.get(field) ?? null, after: is.get(field) ?? null }));
}

function keyed<T extends { readonly id: string }>(list: readonly T[], fieldsOf: (entry: T) => Fields) {
  return new Map(list.map((entry) => [entry.id, fieldsOf(entry)]));
}

function areaFields({ name, levels }: SkillArea): Fields {
  return written({ nameEn: name.en, nameCy: name.cy, ...levelFields(levels) });
}

function skillFields(skill: Skill): Fields {
  const { areaId, name, description, fade, validityMonths, levels, from, to, replacedBy } = skill;
  return written({
    ...{
      areaId,
      nameEn: name.en,
      nameCy: name.cy,
      descriptionEn: description.en,
      descriptionCy: description.cy,
    },
    ...{ fade, validityMonths: String(validityMonths), ...levelFields(levels) },
    ...{ from, to, replacedBy: replacedBy?.join(', ') },
  });
}

function levelFields(levels: readonly string[]): Record<string, string> {
  return Object.fromEntries(levels.map((sentence, level) => [`level${level}`, sentence]));
}

function written(fields: Record<string, string | null | undefined>): Fields {
  return new Map(Object.entries(fields).flatMap(([field, text]) => (text ? [[field, text]] : [])));
}

function profiles(all: readonly RoleProfile[]): Map<string, Fields> {
  return new Map(
    all.map(({ roleId, requirements }) => [
      roleId,
      new Map(
        requirements.map(({ skillId, level, essential }) => [
          skillId,
          `${level} ${essential ? 'essential' : 'desirable'}`,
        ]),
      ),
    ]),
  );
}

/** Each relation is a key of its own: it is there or it is not. */
function relationsOf({ broader, requires, rollUps }: Relations = NO_RELATIONS): Map<string, Fields> {
  const at = ({ skillId, level }: SkillAtLevel) => `${skillId} ${level}`;
  const keys = [
    ...broader.map(({ skillId, broaderId }) => `${skillId} < ${broaderId}`),
    ...requires.map((each) => `${at(each)} → ${at(each.needs)}`),
    ...rollUps.map((rule) => `${at(rule)} = ${quotaOf(rule)} of ${rule.parts.map(at).join(', ')}`),
  ];
  return new Map(keys.map((key) => [key, new Map()]));
}
