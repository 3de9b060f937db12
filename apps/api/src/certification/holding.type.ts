import { type AwardedCycle, type Certification, type Holding, type Position } from '@app/certification';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import { startOfLondonDay } from '@app/platform/clock/calendar.js';
import type { Language } from '@app/platform/context/request-context.js';
import { fill } from '@app/platform/refusal/refusal.js';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { resultOf } from '../edge/refused.js';
import { DateScalar } from '../edge/scalars.js';
import { WordsType, wordsOf } from '../edge/words.type.js';
import { AwardType } from './award.type.js';

@ObjectType('CertificationRequirement', { description: 'One condition of a route, and whether it is met.' })
export class RequirementStatusType {
  @Field({ description: 'course, component, observed, external or certification.' })
  kind!: string;

  @Field({ description: 'Course code, `CODE/component`, key of a skill, or code of a certification.' })
  key!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The lowest level that will do, of observed and external.',
  })
  level!: number | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The London day on which it was met; null until then.',
  })
  metOn!: string | null;

  @Field({
    description: 'What is missing and what to do next, or that it is done, in the reader’s language.',
  })
  why!: string;
}

@ObjectType('CertificationCycle', { description: 'One cycle in which a person held a certification.' })
export class CertificationCycleType {
  @Field(() => Int, { description: 'From 1.' })
  number!: number;

  @Field({ description: 'The route by which it was completed: initial, renewal or return.' })
  route!: string;

  @Field(() => DateScalar, { description: 'The London day of the last piece of work.' })
  completedOn!: string;

  @Field(() => DateScalar, { description: 'The last valid day as granted, before leave and extension.' })
  grantedTo!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day to which it was extended; null: it was not.',
  })
  extendedTo!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day on which it was withdrawn; null while it stands.',
  })
  withdrawnOn!: string | null;

  @Field(() => ID, { description: 'The award that it gave.' })
  awardId!: string;
}

@ObjectType('Holding', { description: 'How one person stands in one certification today.' })
export class HoldingType {
  @Field(() => ID, { description: 'The person.' })
  personId!: string;

  @Field({ description: 'Code of the certification.' })
  code!: string;

  @Field(() => WordsType, { description: 'Title of the certification.' })
  title!: WordsType;

  @Field({ description: 'unassigned, assigned, certified, window-open or expired.' })
  state!: string;

  @Field(() => DateScalar, { nullable: true, description: 'By when it is to be held first; null: no date.' })
  dueOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The first day of the window for renewal.' })
  windowOpens!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last valid day, included; leave and extension counted in.',
  })
  lastValidDay!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day whose work counts towards the next cycle.',
  })
  countsFrom!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day of an exemption; null: none was given.',
  })
  exemptFrom!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day of the exemption; null without end, or without one.',
  })
  exemptTo!: string | null;

  @Field({ description: 'The route to complete next: initial, renewal or return.' })
  route!: string;

  @Field(() => [RequirementStatusType], { description: 'What that route asks for, and what to do next.' })
  requirements!: RequirementStatusType[];

  @Field(() => [CertificationCycleType], { description: 'Every cycle there was, oldest first.' })
  cycles!: CertificationCycleType[];
}

/** Welsh: draft. */
const sentences = {
  met: {
    en: 'Done on {on, date, long}.',
    cy: 'Wedi’i wneud ar {on, date, long}.',
  },
  course: {
    en: 'Complete the course {key}: enrol, or ask your training lead for a place.',
    cy: 'Cwblhewch y cwrs {key}: cofrestrwch, neu gofynnwch i’ch arweinydd hyfforddi am le.',
  },
  component: {
    en: 'Pass {key}: book a sitting, or ask your training lead for one.',
    cy: 'Llwyddwch yn {key}: archebwch eisteddiad, neu gofynnwch i’ch arweinydd hyfforddi am un.',
  },
  observed: {
    en: 'Be observed in {key} at level {level} or above: ask an assessor.',
    cy: 'Cael eich arsylwi yn {key} ar lefel {level} neu uwch: gofynnwch i asesydd.',
  },
  external: {
    en: 'Show a certificate in date for {key} at level {level} or above to your training lead.',
    cy: 'Dangoswch dystysgrif gyfredol ar gyfer {key} ar lefel {level} neu uwch i’ch arweinydd hyfforddi.',
  },
  certification: {
    en: 'Hold the certification {key} in date first.',
    cy: 'Daliwch yr ardystiad {key} yn gyfredol yn gyntaf.',
  },
} as const;

/** A person's standing in a certification for the API. */
export function holdingType(
  holding: Holding,
  {
    certification,
    position,
    language,
  }: { certification: Certification; position: Position; language: Language },
): HoldingType {
  const { personId, code, assignment, exemption } = holding;
  const { state, dates, route } = position;
  return {
    ...{ personId, code, title: wordsOf(certification.title), state, dueOn: assignment?.dueOn ?? null },
    ...datesType(dates),
    exemptFrom: exemption?.from ?? null,
    exemptTo: exemption?.to ?? null,
    route: route.kind,
    requirements: position.requirements.map((each) => statusType(each, language)),
    cycles: holding.cycles.map(cycleType),
  };
}

function datesType(dates: Position['dates']) {
  if (dates === null) return { windowOpens: null, lastValidDay: null, countsFrom: null };
  const { windowOpens, expires, countsFrom } = dates;
  return { windowOpens, lastValidDay: expires, countsFrom };
}

function statusType(
  { requirement, fact }: Position['requirements'][number],
  language: Language,
): RequirementStatusType {
  const { kind, key, level } = requirement;
  const why =
    fact === null
      ? fill(sentences[kind], { key, level: level ?? 0 }, language)
      : fill(sentences.met, { on: startOfLondonDay(fact.on) }, language);
  return { kind, key, level, metOn: fact?.on ?? null, why };
}

function cycleType(cycle: AwardedCycle): CertificationCycleType {
  const { number, completedOn, withdrawnOn, awardId } = cycle;
  return {
    ...{ number, completedOn, withdrawnOn, awardId, route: cycle.route.kind, grantedTo: cycle.expires },
    extendedTo: cycle.extension?.until ?? null,
  };
}

@InputType({ description: 'Who is asked to hold what.' })
export class AssignCertificationInput {
  @Field(() => ID, { description: 'The person.' })
  personId!: string;

  @Field({ description: 'Code of the certification.' })
  code!: string;

  @Field(() => DateScalar, { nullable: true, description: 'By when first; no date when left out.' })
  dueOn?: CalendarDate | null;
}

@InputType({ description: 'Who is no longer asked to hold what.' })
export class UnassignCertificationInput {
  @Field(() => ID, { description: 'The person.' })
  personId!: string;

  @Field({ description: 'Code of the certification.' })
  code!: string;
}

@InputType({ description: 'Days on which nobody asks a person to hold a certification.' })
export class ExemptFromCertificationInput {
  @Field(() => ID, { description: 'The person; never oneself: AWARD_OWN.' })
  personId!: string;

  @Field({ description: 'Code of the certification.' })
  code!: string;

  @Field(() => DateScalar, { description: 'The first day.' })
  from!: CalendarDate;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day, included; without end when left out.',
  })
  to?: CalendarDate | null;

  @Field({ description: 'Why, in 1 to 2,000 characters. Refused otherwise: AWARD_REASON_MISSING.' })
  reason!: string;
}

@InputType({ description: 'A later last valid day for an award in date.' })
export class ExtendAwardInput {
  @Field(() => ID, { description: 'The award.' })
  awardId!: string;

  @Field(() => DateScalar, {
    description: 'The new last valid day. Refused: EXTENSION_TOO_SHORT, EXTENSION_TOO_LONG.',
  })
  until!: CalendarDate;

  @Field({ description: 'Why, in 1 to 2,000 characters. Refused otherwise: AWARD_REASON_MISSING.' })
  reason!: string;
}

@InputType({ description: 'The award to withdraw.' })
export class WithdrawAwardInput {
  @Field(() => ID, { description: 'The award; never one’s own: AWARD_OWN.' })
  awardId!: string;

  @Field({ description: 'Why, in 1 to 2,000 characters. Refused otherwise: AWARD_REASON_MISSING.' })
  reason!: string;
}

export const AssignCertificationResult = resultOf('AssignCertification', HoldingType);
export const UnassignCertificationResult = resultOf('UnassignCertification', HoldingType);
export const ExemptFromCertificationResult = resultOf('ExemptFromCertification', HoldingType);
export const ExtendAwardResult = resultOf('ExtendAward', AwardType);
export const WithdrawAwardResult = resultOf('WithdrawAward', AwardType);
