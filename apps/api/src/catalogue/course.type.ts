import type { CourseDraft, PublishedVersion } from '@app/catalogue';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../edge/paging.js';
import { DateTimeScalar } from '../edge/scalars.js';
import { WordsType, wordsOf } from '../edge/words.type.js';
import { CourseComponentType, courseComponentType } from './component.type.js';
import { ModuleType, moduleType } from './module.type.js';

export const CourseStatusEnum = { OUTLINE: 'outline', COMPLETE: 'complete' } as const;
registerEnumType(CourseStatusEnum, {
  name: 'CourseStatus',
  description: 'How far a course is written.',
  valuesMap: {
    OUTLINE: { description: 'What will be taught; nobody can be enrolled yet.' },
    COMPLETE: { description: 'Lessons to learn from.' },
  },
});

export const DraftStateEnum = { DRAFT: 'draft', IN_REVIEW: 'in_review', APPROVED: 'approved' } as const;
registerEnumType(DraftStateEnum, {
  name: 'DraftState',
  description: 'Where a draft stands. A correction always takes it back to DRAFT.',
  valuesMap: {
    DRAFT: { description: 'Being written.' },
    IN_REVIEW: { description: 'Waits for a reviewer who did not change it.' },
    APPROVED: { description: 'May be published.' },
  },
});

@ObjectType('SkillTaught', { description: 'A skill that a course teaches, and to which level.' })
export class SkillTaughtType {
  @Field(() => ID, { description: 'Key of the skill.' })
  skillId!: string;

  @Field(() => Int, { description: 'The level, 1–4.' })
  level!: number;
}

@ObjectType('CourseVersion', { description: 'One published version of a course. It never changes.' })
export class CourseVersionType {
  @Field(() => ID, { description: 'Its id: what enrolments are pinned to.' })
  id!: string;

  @Field(() => Int, { description: '1, 2, 3… within its course.' })
  number!: number;

  @Field(() => DateTimeScalar, { description: 'When it was published.' })
  publishedAt!: Date;

  @Field({ description: 'What the publisher said of the change.' })
  note!: string;

  @Field(() => [ModuleType], { description: 'Its modules, in order.' })
  modules!: ModuleType[];

  @Field(() => [CourseComponentType], { description: 'What its assessment consists of, in order.' })
  components!: CourseComponentType[];
}

@ObjectType('CourseDraft', { description: 'The next version while it is being written.' })
export class CourseDraftType {
  @Field(() => Int, {
    description: 'Give this back with each change: it tells whether somebody else was quicker.',
  })
  revision!: number;

  @Field(() => DraftStateEnum, { description: 'Where it stands.' })
  state!: CourseDraft['state'];

  @Field(() => [ID], {
    description: 'The blocks that differ from the published version, each as `activity/block`.',
  })
  changedBlocks!: string[];

  @Field(() => [ModuleType], { description: 'Its modules, in order.' })
  modules!: ModuleType[];

  @Field(() => [CourseComponentType], { description: 'What its assessment consists of, in order.' })
  components!: CourseComponentType[];
}

@ObjectType('Course', { description: 'A course of the national catalogue, as its published version says.' })
export class CourseType {
  @Field(() => ID, { description: 'The course’s id.' })
  id!: string;

  @Field({ description: 'Its code, such as `OLH-101`: what it is called by everywhere.' })
  code!: string;

  @Field(() => WordsType, { description: 'Its title.' })
  title!: WordsType;

  @Field(() => WordsType, {
    nullable: true,
    description: 'What it is about; null where nobody wrote it yet.',
  })
  summary!: WordsType | null;

  @Field(() => CourseStatusEnum, { description: 'How far it is written.' })
  status!: PublishedVersion['status'];

  @Field(() => Int, { description: 'How long it takes, in minutes.' })
  durationMinutes!: number;

  @Field(() => Int, { description: 'For how many calendar months its award lasts.' })
  validityMonths!: number;

  @Field({ description: 'OFFICIAL or OFFICIAL-SENSITIVE.' })
  classification!: string;

  @Field(() => [String], { description: 'What in it may distress, before anything is shown.' })
  warnings!: string[];

  @Field(() => [String], { description: 'Keys of the roles that it is for.' })
  audienceRoles!: string[];

  @Field(() => [SkillTaughtType], { description: 'The skills it teaches.' })
  skillsTaught!: SkillTaughtType[];
}

@ObjectType('PublishImpact', { description: 'How many people a publication would touch, over all forces.' })
export class PublishImpactType {
  @Field(() => Int, { description: 'All enrolments on the course, of every version and cycle.' })
  enrolments!: number;

  @Field(() => Int, { description: 'Those under way.' })
  inProgress!: number;

  @Field(() => Int, { description: 'Those completed: they stay on the version that they completed.' })
  completed!: number;
}

export const CourseConnection = connectionOf(CourseType);

/** A course for the API, as the version says. The code leads field resolvers to its pointers. */
export function courseType(version: PublishedVersion): CourseType {
  const { courseId, code, status, durationMinutes, validityMonths, classification } = version;
  return {
    ...{ id: courseId, code, status, durationMinutes, validityMonths, classification },
    title: wordsOf(version.title),
    summary: version.summary === null ? null : wordsOf(version.summary),
    warnings: version.warnings.map(({ kind }) => kind),
    audienceRoles: [...version.audienceRoles],
    skillsTaught: version.skillsTaught.map((taught) => ({ ...taught })),
  };
}

/** A published version for the API. */
export function courseVersionType(version: PublishedVersion): CourseVersionType {
  const { id, number, publishedAt, note } = version;
  const components = version.components.map(courseComponentType);
  return { id, number, publishedAt, note, modules: version.modules.map(moduleType), components };
}

/** A draft for the API. */
export function courseDraftType({ revision, state, changedBlocks, content }: CourseDraft): CourseDraftType {
  const modules = content.modules.map(moduleType);
  const components = content.components.map(courseComponentType);
  return { revision, state, changedBlocks: [...changedBlocks], modules, components };
}
