import type { Dispute, EarlierSheet, Observation, ObservationPlan, Voiding } from '@app/practicals';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../edge/paging.js';
import { DateTimeScalar } from '../../edge/scalars.js';
import { WordsType, wordsOf } from '../../edge/words.type.js';
import { ObservationPersonType } from './observation-person.type.js';
import {
  ObservationCriterionType,
  ObservationOutcomeType,
  ObservationPartType,
  ObservationSheetType,
  ObservationSignatureType,
} from './observation-sheet.type.js';
import { ObservationStateEnum, VoidingStateEnum } from './observation-state.enum.js';

@ObjectType('ObservationPlan', { description: 'When somebody is to be observed, and by whom.' })
export class ObservationPlanType {
  @Field(() => ObservationPersonType, { description: 'Who planned it.' })
  plannedBy!: ObservationPersonType;

  @Field(() => ObservationPersonType, { description: 'Who is to observe.' })
  assessor!: ObservationPersonType;

  @Field(() => DateTimeScalar, { description: 'When it is to begin.' })
  startsAt!: Date;

  static of({ plannedBy, assessorId, startsAt }: ObservationPlan): ObservationPlanType {
    const assessor = ObservationPersonType.of(assessorId);
    return Object.assign(new ObservationPlanType(), {
      ...{ plannedBy: ObservationPersonType.of(plannedBy), assessor, startsAt },
    });
  }
}

@ObjectType('ObservationDispute', { description: 'What a candidate has against a sheet.' })
export class ObservationDisputeType {
  @Field({ description: 'What the candidate says.' })
  reason!: string;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  at!: Date;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: the sheet counts. False: it was set aside. Null: not decided.',
  })
  confirmed!: boolean | null;

  @Field(() => ObservationPersonType, { nullable: true, description: 'Who decided; null while nobody has.' })
  decidedBy!: ObservationPersonType | null;

  @Field(() => String, { nullable: true, description: 'Why it was decided so.' })
  decisionReason!: string | null;

  static of({ reason, at, decision }: Dispute): ObservationDisputeType {
    return Object.assign(new ObservationDisputeType(), {
      ...{ reason, at, confirmed: decision?.confirmed ?? null, decisionReason: decision?.reason ?? null },
      decidedBy: ObservationPersonType.orNull(decision?.decidedBy ?? null),
    });
  }
}

@ObjectType('ObservationVoiding', { description: 'A proposal that an observation shall not count.' })
export class ObservationVoidingType {
  @Field(() => VoidingStateEnum, { description: 'Where it stands.' })
  state!: Voiding['state'];

  @Field({ description: 'Why; the candidate reads it once it is confirmed.' })
  reason!: string;

  @Field(() => ObservationPersonType, { description: 'Who proposed it.' })
  proposedBy!: ObservationPersonType;

  @Field(() => DateTimeScalar, { description: 'When it was proposed.' })
  proposedAt!: Date;

  @Field(() => ObservationPersonType, { nullable: true, description: 'Who decided; null while nobody has.' })
  decidedBy!: ObservationPersonType | null;

  static of({ state, reason, proposedBy, proposedAt, decidedBy }: Voiding): ObservationVoidingType {
    return Object.assign(new ObservationVoidingType(), {
      ...{ state, reason, proposedAt, proposedBy: ObservationPersonType.of(proposedBy) },
      decidedBy: ObservationPersonType.orNull(decidedBy),
    });
  }
}

@ObjectType('EarlierObservationSheet', { description: 'A sheet that was corrected, with what went with it.' })
export class EarlierObservationSheetType {
  @Field(() => ObservationSheetType, { description: 'What it said.' })
  sheet!: ObservationSheetType;

  @Field(() => ObservationSignatureType, { nullable: true, description: 'The signature that went with it.' })
  assessorSignature!: ObservationSignatureType | null;

  @Field(() => ObservationPersonType, { description: 'Who corrected it.' })
  replacedBy!: ObservationPersonType;

  @Field(() => DateTimeScalar, { description: 'When it was corrected.' })
  replacedAt!: Date;

  @Field({ description: 'Why it was corrected.' })
  reason!: string;

  static of(earlier: EarlierSheet): EarlierObservationSheetType {
    const { sheet, assessorSignature, replacedBy, replacedAt, reason } = earlier;
    return Object.assign(new EarlierObservationSheetType(), {
      ...{ replacedAt, reason, sheet: ObservationSheetType.of(sheet) },
      assessorSignature: assessorSignature === null ? null : ObservationSignatureType.of(assessorSignature),
      replacedBy: ObservationPersonType.of(replacedBy),
    });
  }
}

@ObjectType('Observation', {
  description: 'Somebody seen at a component, as assessors and training leads see it.',
})
export class ObservationType {
  @Field(() => ID, { description: 'Names it within the force.' })
  id!: string;

  @Field(() => ObservationPersonType, { description: 'Who is observed.' })
  candidate!: ObservationPersonType;

  @Field(() => ID, { description: 'The course: `OLH-101`.' })
  courseCode!: string;

  @Field(() => ID, { description: 'The component of its assessment.' })
  componentKey!: string;

  @Field(() => Int, { description: '1, 2, 3… within the enrolment and component, in the order of arrival.' })
  number!: number;

  @Field(() => ObservationStateEnum, { description: 'Where it stands.' })
  state!: Observation['state'];

  @Field(() => ID, { description: 'The version of the brief by which it is done.' })
  briefId!: string;

  @Field(() => WordsType, { description: 'What it is.' })
  title!: WordsType;

  @Field(() => WordsType, { description: 'What the candidate reads.' })
  instructions!: WordsType;

  @Field(() => WordsType, { nullable: true, description: 'What assessors alone read.' })
  notes!: WordsType | null;

  @Field(() => [ObservationCriterionType], { description: 'The checklist.' })
  criteria!: ObservationCriterionType[];

  @Field(() => [ObservationPartType], { description: 'The parts that are played; none where nothing is.' })
  parts!: ObservationPartType[];

  @Field(() => Int, {
    description: 'The share of criteria that must be seen, 0–100, besides every critical one.',
  })
  passPercent!: number;

  @Field(() => ObservationPlanType, { nullable: true, description: 'Null where it was begun on the spot.' })
  plan!: ObservationPlanType | null;

  @Field(() => ObservationSheetType, { nullable: true, description: 'Null until it is recorded.' })
  sheet!: ObservationSheetType | null;

  @Field(() => [EarlierObservationSheetType], { description: 'Sheets that were corrected, first to last.' })
  earlierSheets!: EarlierObservationSheetType[];

  @Field(() => ObservationSignatureType, { nullable: true, description: 'The assessor’s.' })
  assessorSignature!: ObservationSignatureType | null;

  @Field({ description: 'The last day on which the signer was in date, as known at signing; or empty.' })
  inDateUntil!: string;

  @Field(() => ObservationSignatureType, { nullable: true, description: 'The candidate’s.' })
  candidateSignature!: ObservationSignatureType | null;

  @Field(() => ObservationDisputeType, {
    nullable: true,
    description: 'Null unless the candidate disputes it.',
  })
  dispute!: ObservationDisputeType | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it counts although the candidate never answered; null unless so.',
  })
  conclusionReason!: string | null;

  @Field(() => ObservationVoidingType, { nullable: true, description: 'The latest proposal to void it.' })
  voiding!: ObservationVoidingType | null;

  @Field(() => ObservationOutcomeType, { nullable: true, description: 'From the assessor’s signature on.' })
  outcome!: ObservationOutcomeType | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when it counts.' })
  releasedAt!: Date | null;

  @Field({ description: 'Whether the standing under which it was signed was lost afterwards.' })
  isFlagged!: boolean;

  static of(observation: Observation): ObservationType {
    const { id, courseCode, componentKey, number, state, releasedAt, terms } = observation;
    const { plan, earlier, dispute, voiding, flags } = observation;
    return Object.assign(new ObservationType(), {
      ...{ id, courseCode, componentKey, number, state, releasedAt, ...briefFields(terms) },
      ...signedFields(observation),
      candidate: ObservationPersonType.of(observation.personId),
      notes: terms.notes === null ? null : wordsOf(terms.notes),
      parts: ObservationPartType.all(terms.parts),
      plan: plan === null ? null : ObservationPlanType.of(plan),
      earlierSheets: earlier.map((each) => EarlierObservationSheetType.of(each)),
      dispute: dispute === null ? null : ObservationDisputeType.of(dispute),
      conclusionReason: observation.conclusion?.reason ?? null,
      voiding: voiding === null ? null : ObservationVoidingType.of(voiding),
      isFlagged: flags.length > 0,
    });
  }
}

/** What everybody may see of the brief. */
export function briefFields({ briefId, title, instructions, criteria, passPercent }: Observation['terms']) {
  return {
    ...{ briefId, passPercent, title: wordsOf(title), instructions: wordsOf(instructions) },
    criteria: ObservationCriterionType.all(criteria),
  };
}

function signedFields({ sheet, assessorSignature, candidateSignature, outcome }: Observation) {
  return {
    sheet: sheet === null ? null : ObservationSheetType.of(sheet),
    assessorSignature: assessorSignature === null ? null : ObservationSignatureType.of(assessorSignature),
    inDateUntil: assessorSignature?.standing.lastValidDay ?? '',
    candidateSignature: candidateSignature === null ? null : ObservationSignatureType.of(candidateSignature),
    outcome: outcome === null ? null : ObservationOutcomeType.of(outcome),
  };
}

export const ObservationConnection = connectionOf(ObservationType);
