import { type Award, isInDate } from '@app/certification';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../edge/paging.js';
import { DateScalar } from '../edge/scalars.js';
import { WordsType, wordsOf } from '../edge/words.type.js';

@ObjectType('ComponentStatus', {
  description: 'One component of a course’s assessment, and whether the person has passed it.',
})
export class ComponentStatusType {
  @Field({ description: 'Key of the component within its course version, such as `paper`.' })
  key!: string;

  @Field({ description: 'What sort: paper, observed-practical, written-work and so on.' })
  kind!: string;

  @Field(() => WordsType, { description: 'Its title.' })
  title!: WordsType;

  @Field({ description: 'Whether it was passed in the latest cycle.' })
  passed!: boolean;

  @Field(() => DateScalar, { nullable: true, description: 'The London date of the work; null until passed.' })
  passedOn!: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Its share of the common mark, 1–100 percent; null for a hurdle, which must be passed by itself.',
  })
  weight!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The best percent of the latest cycle, 0–100 with at most two decimals; null where nothing is graded.',
  })
  percent!: number | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The last day on which the latest pass counts towards an award, included; null without a pass or an end.',
  })
  countsUntil!: string | null;
}

@ObjectType('AwardSkill', { description: 'One skill that an award gave evidence of.' })
export class AwardSkillType {
  @Field(() => ID, { description: 'Key of the skill, such as `DEV-01`.' })
  skillId!: string;

  @Field(() => Int, { description: 'The level shown, 1–4.' })
  level!: number;

  @Field(() => DateScalar, {
    description:
      'The last day on which the evidence holds, included: the shorter of the award’s validity and the skill’s.',
  })
  lastValidDay!: string;
}

@ObjectType('Award', {
  description: 'One person’s holding of a certification in one cycle, as it stood when it was given.',
})
export class AwardType {
  @Field(() => ID, { description: 'The award’s id.' })
  id!: string;

  @Field({ description: 'The certificate’s number with its check character (ISO 7064 MOD 37,36).' })
  serial!: string;

  @Field({ description: 'Code of the course that brings the certification.' })
  courseCode!: string;

  @Field(() => WordsType, { description: 'The course’s title as it stood.' })
  courseTitle!: WordsType;

  @Field(() => Int, {
    description: '1 for the first award of this certification, one more for each renewal.',
  })
  cycle!: number;

  @Field(() => DateScalar, { description: 'The London date on which the last component was passed.' })
  awardedOn!: string;

  @Field(() => DateScalar, { description: 'The last day on which the award is in date, included.' })
  lastValidDay!: string;

  @Field({ description: 'Whether it is in date today in London.' })
  inDate!: boolean;

  @Field(() => [AwardSkillType], { description: 'The skills that it gave evidence of.' })
  skills!: AwardSkillType[];
}

export const AwardConnection = connectionOf(AwardType);

/** The award as the API shows it on a day. */
export function awardType(award: Award, today: CalendarDate): AwardType {
  return {
    id: award.id,
    serial: award.serial,
    courseCode: award.courseCode,
    courseTitle: wordsOf(award.courseTitle),
    cycle: award.cycle,
    awardedOn: award.awardedOn,
    lastValidDay: award.lastValidDay,
    inDate: isInDate(award, today),
    skills: award.skills.map((skill) => ({ ...skill })),
  };
}
