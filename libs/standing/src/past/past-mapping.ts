import type { SkillId, SkillLevel } from '@app/framework';
import { isSkillLevel } from '@app/framework';
import type { EvidenceCertification } from '../evidence/evidence.js';
import { refusal } from '../refusals.js';

/** How the dates of a file are written: 2025-01-31 or 31/01/2025. */
export const DATE_FORMS = ['iso', 'day-first'] as const;
export type DateForm = (typeof DATE_FORMS)[number];

/** The headings under which a force's files say what; null where they do not. */
export interface PastColumns {
  readonly staffNumber: string;
  readonly course: string;
  readonly completedOn: string;
  readonly expiresOn: string | null;
  readonly level: string | null;
  readonly number: string | null;
  /** The force of the record, by its key, short code or name. */
  readonly force: string | null;
  readonly dates: DateForm;
}

/** What one course of a force's past shows. */
export interface CourseMapping {
  /** As it is written in files; compared without regard to case and spaces. */
  readonly course: string;
  readonly certification: EvidenceCertification | null;
  /** None: nobody may draw anything from it. */
  readonly skills: readonly { readonly skillId: SkillId; readonly level: SkillLevel }[];
  /** For how many months it was good; null: the row's own end and the skill's months alone count. */
  readonly months: number | null;
}

export const MOST_MAPPED = 500;
const MOST_SKILLS = 60;

/** A course's name as it is compared. */
export function courseKeyOf(course: string): string {
  return course.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('en-GB');
}

/** STD-41. Refuses a mapping to skills that the framework has not, to a level that is none, or that is too much at once. */
export function mustBeMappable(mappings: readonly CourseMapping[], skills: ReadonlySet<SkillId>): void {
  const most = { facts: { most: MOST_MAPPED }, field: 'courses' };
  if (mappings.length > MOST_MAPPED) throw refusal('PAST_MAPPING_TOO_LARGE', most);
  for (const mapping of mappings) {
    if (!isWorkable(mapping)) throw refusal('PAST_MAPPING_NOT_VALID', { field: 'courses' });
    for (const { skillId, level } of mapping.skills) {
      if (!skills.has(skillId))
        throw refusal('EVIDENCE_SKILL_UNKNOWN', { facts: { skill: skillId.slice(0, 40) }, field: 'skillId' });
      if (!isSkillLevel(level)) throw refusal('EVIDENCE_LEVEL_WRONG', { field: 'level' });
    }
  }
}

function isWorkable({ course, skills, months }: CourseMapping): boolean {
  if (courseKeyOf(course) === '' || course.length > 300 || skills.length > MOST_SKILLS) return false;
  return months === null || (Number.isInteger(months) && months >= 1 && months <= 600);
}
