import type { Observation } from '@app/practicals';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../edge/paging.js';
import { DateTimeScalar } from '../../edge/scalars.js';
import { WordsType } from '../../edge/words.type.js';
import { briefFields, ObservationDisputeType, ObservationPlanType } from './observation.type.js';
import {
  ObservationCriterionType,
  ObservationOutcomeType,
  ObservationPartType,
  ObservationSheetType,
  ObservationSignatureType,
} from './observation-sheet.type.js';
import { ObservationStateEnum } from './observation-state.enum.js';

@ObjectType('MyObservation', { description: 'An observation as its candidate sees it.' })
export class MyObservationType {
  @Field(() => ID, { description: 'Names it within the force.' })
  id!: string;

  @Field(() => ID, { description: 'The course: `OLH-101`.' })
  courseCode!: string;

  @Field(() => ID, { description: 'The component of its assessment.' })
  componentKey!: string;

  @Field(() => Int, { description: '1, 2, 3… within the enrolment and component, in the order of arrival.' })
  number!: number;

  @Field(() => ObservationStateEnum, { description: 'Where it stands.' })
  state!: Observation['state'];

  @Field(() => WordsType, { description: 'What it is.' })
  title!: WordsType;

  @Field(() => WordsType, { description: 'What to do.' })
  instructions!: WordsType;

  @Field(() => [ObservationCriterionType], { description: 'What will be looked for.' })
  criteria!: ObservationCriterionType[];

  @Field(() => [ObservationPartType], { description: 'One’s own part; others’ are not shown.' })
  parts!: ObservationPartType[];

  @Field(() => Int, {
    description: 'The share of criteria that must be seen, 0–100, besides every critical one.',
  })
  passPercent!: number;

  @Field(() => ObservationPlanType, { nullable: true, description: 'Null where it was begun on the spot.' })
  plan!: ObservationPlanType | null;

  @Field(() => ObservationSheetType, {
    nullable: true,
    description: 'What the assessor wrote down; null until the assessor has signed it.',
  })
  sheet!: ObservationSheetType | null;

  @Field(() => ObservationSignatureType, { nullable: true, description: 'The assessor’s.' })
  assessorSignature!: ObservationSignatureType | null;

  @Field(() => ObservationSignatureType, { nullable: true, description: 'One’s own.' })
  candidateSignature!: ObservationSignatureType | null;

  @Field(() => ObservationDisputeType, { nullable: true, description: 'Null unless one disputes it.' })
  dispute!: ObservationDisputeType | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it counts although one never answered; null unless so.',
  })
  conclusionReason!: string | null;

  @Field(() => ObservationOutcomeType, {
    nullable: true,
    description: 'What the sheet comes to; it counts once released.',
  })
  outcome!: ObservationOutcomeType | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when it counts.' })
  releasedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was voided; null unless it was.' })
  voidReason!: string | null;

  static of(observation: Observation): MyObservationType {
    const { id, courseCode, componentKey, number, state, releasedAt, terms } = observation;
    const { plan, dispute, voiding } = observation;
    return Object.assign(new MyObservationType(), {
      ...{ id, courseCode, componentKey, number, state, releasedAt, ...briefFields(terms) },
      ...signedFields(observation),
      parts: ObservationPartType.all(terms.parts.filter(({ candidate }) => candidate)),
      plan: plan === null ? null : ObservationPlanType.of(plan),
      dispute: dispute === null ? null : ObservationDisputeType.of(dispute),
      conclusionReason: observation.conclusion?.reason ?? null,
      voidReason: state === 'VOIDED' ? (voiding?.reason ?? null) : null,
    });
  }
}

/** The sheet is the candidate's to see once its assessor stands for it. */
function signedFields({ sheet, assessorSignature, candidateSignature, outcome }: Observation) {
  if (sheet === null || assessorSignature === null || outcome === null)
    return { sheet: null, assessorSignature: null, candidateSignature: null, outcome: null };
  return {
    sheet: ObservationSheetType.of(sheet),
    assessorSignature: ObservationSignatureType.of(assessorSignature),
    candidateSignature: candidateSignature === null ? null : ObservationSignatureType.of(candidateSignature),
    outcome: ObservationOutcomeType.of(outcome),
  };
}

export const MyObservationConnection = connectionOf(MyObservationType);
