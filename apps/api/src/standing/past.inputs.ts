import type { Confidence, CourseMapping, DateForm, PastColumns } from '@app/standing';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { resultOf } from '../edge/refused.js';
import { EvidenceConfidence, PastDateForm, PastImportType } from './past.type.js';

@InputType('PastColumnsInput', {
  description: 'The headings of a force’s files. Compared without regard to case.',
})
export class PastColumnsInput {
  @Field({ description: 'Of the staff number.' })
  staffNumber!: string;

  @Field({ description: 'Of the course’s name.' })
  course!: string;

  @Field({ description: 'Of the day on which it was done.' })
  completedOn!: string;

  @Field(() => String, { nullable: true, description: 'Of the last valid day.' })
  expiresOn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of the level, 1–4: the lower of it and the mapping’s counts.',
  })
  level?: string | null;

  @Field(() => String, { nullable: true, description: 'Of the certificate’s number.' })
  number?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of the force of the record, by name, short code or key: one’s own, or one merged into it.',
  })
  force?: string | null;

  @Field(() => PastDateForm, { description: 'How dates are written.' })
  dates!: DateForm;
}

@InputType('MappedSkillInput', { description: 'A skill that a course shows.' })
export class MappedSkillInput {
  @Field(() => ID, { description: 'Key of the skill. Refused: EVIDENCE_SKILL_UNKNOWN.' })
  skillId!: string;

  @Field(() => Int, { description: '1–4. Refused otherwise: EVIDENCE_LEVEL_WRONG.' })
  level!: number;
}

@InputType('MappedCourseInput', { description: 'What one course of the past shows.' })
export class MappedCourseInput {
  @Field({ description: 'As files write it, 1–300 characters; case and spaces make no difference.' })
  course!: string;

  @Field(() => String, { nullable: true, description: 'Code of the certification that it stood for.' })
  certificationCode?: string | null;

  @Field(() => [MappedSkillInput], { description: 'None: it shows nothing, and is not asked about again.' })
  skills!: MappedSkillInput[];

  @Field(() => Int, { nullable: true, description: 'For how many months it was good, 1–600.' })
  months?: number | null;
}

@InputType({ description: 'What a force’s files look like and what its courses show.' })
export class SavePastMappingInput {
  @Field(() => PastColumnsInput, { nullable: true, description: 'Left out: as saved before.' })
  columns?: PastColumnsInput | null;

  @Field(() => [MappedCourseInput], {
    description: 'At most 500 at a time; courses that are not named stay as they are.',
  })
  courses!: MappedCourseInput[];
}

@InputType({ description: 'The file to check.' })
export class CheckPastInput {
  @Field(() => ID, { description: 'A file sent to POST /files?purpose=past-training.' })
  fileId!: string;

  @Field({ description: 'What record it comes from, 1–200 characters. Refused: PAST_SOURCE_MISSING.' })
  source!: string;

  @Field(() => EvidenceConfidence, { description: 'How sure that record is.' })
  confidence!: Confidence;
}

@InputType({ description: 'The import to apply.' })
export class ApplyPastInput {
  @Field(() => ID, { description: 'An import that was checked.' })
  pastImportId!: string;
}

@InputType({ description: 'The import to stop.' })
export class CancelPastInput {
  @Field(() => ID, { description: 'An import on its way in.' })
  pastImportId!: string;
}

@InputType({ description: 'The import to undo as a whole.' })
export class UndoPastInput {
  @Field(() => ID, { description: 'An import that was applied, in whole or in part.' })
  pastImportId!: string;

  @Field({ description: 'Why, in 1 to 2,000 characters. Refused otherwise: EVIDENCE_REASON_MISSING.' })
  reason!: string;
}

@ObjectType('PastColumns', { description: 'The headings of a force’s files.' })
export class PastColumnsType {
  @Field({ description: 'Of the staff number.' })
  staffNumber!: string;

  @Field({ description: 'Of the course’s name.' })
  course!: string;

  @Field({ description: 'Of the day on which it was done.' })
  completedOn!: string;

  @Field(() => String, { nullable: true, description: 'Of the last valid day.' })
  expiresOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Of the level.' })
  level!: string | null;

  @Field(() => String, { nullable: true, description: 'Of the certificate’s number.' })
  number!: string | null;

  @Field(() => String, { nullable: true, description: 'Of the force of the record.' })
  force!: string | null;

  @Field(() => PastDateForm, { description: 'How dates are written.' })
  dates!: DateForm;
}

@ObjectType('MappedSkill', { description: 'A skill that a course shows.' })
export class MappedSkillType {
  @Field(() => ID, { description: 'Key of the skill.' })
  skillId!: string;

  @Field(() => Int, { description: '1–4.' })
  level!: number;
}

@ObjectType('MappedCourse', { description: 'What one course of the past shows.' })
export class MappedCourseType {
  @Field({ description: 'As files write it.' })
  course!: string;

  @Field(() => String, { nullable: true, description: 'Code of the certification that it stood for.' })
  certificationCode!: string | null;

  @Field(() => [MappedSkillType], { description: 'None: it shows nothing.' })
  skills!: readonly MappedSkillType[];

  @Field(() => Int, { nullable: true, description: 'For how many months it was good.' })
  months!: number | null;
}

@ObjectType('PastMapping', { description: 'What a force’s files look like and what its courses show.' })
export class PastMappingType {
  @Field(() => PastColumnsType, { nullable: true, description: 'Null before anybody saved them.' })
  columns!: PastColumnsType | null;

  @Field(() => [MappedCourseType], { description: 'Every mapped course, by name.' })
  courses!: MappedCourseType[];
}

export const SavePastMappingResult = resultOf('SavePastMapping', PastMappingType);
export const CheckPastResult = resultOf('CheckPast', PastImportType);
export const ApplyPastResult = resultOf('ApplyPast', PastImportType);
export const CancelPastResult = resultOf('CancelPast', PastImportType);
export const UndoPastResult = resultOf('UndoPast', PastImportType);

/** Columns as the use case takes them. */
export function columnsOf(input: PastColumnsInput): PastColumns {
  const { expiresOn, level, number, force, ...rest } = input;
  const optional = { expiresOn, level, number, force };
  const given = Object.entries(optional).map(([field, column]) => [field, column ?? null]);
  return { ...rest, ...(Object.fromEntries(given) as Record<keyof typeof optional, string | null>) };
}

/** A mapping as the API shows it. */
export function pastMappingTypeOf(mapping: {
  readonly columns: PastColumns | null;
  readonly courses: readonly CourseMapping[];
}): PastMappingType {
  const courses = mapping.courses.map(({ certification, ...course }) => ({
    ...course,
    certificationCode: certification?.code ?? null,
  }));
  return { columns: mapping.columns, courses };
}
