import type { CalendarDate } from '@app/platform/clock/calendar.js';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { resultOf } from '../edge/refused.js';
import { DateScalar } from '../edge/scalars.js';
import { EvidencePieceType } from './evidence.type.js';

@InputType({ description: 'A finding against a person’s skill. It acts at once.' })
export class RecordFindingInput {
  @Field(() => ID, { description: 'The person; never oneself: FINDING_OWN.' })
  personId!: string;

  @Field(() => ID, { description: 'Key of the skill. Refused: EVIDENCE_SKILL_UNKNOWN.' })
  skillId!: string;

  @Field(() => Int, { description: '1–4: it is against this level and those above.' })
  level!: number;

  @Field(() => DateScalar, { description: 'The day on which it showed. Refused: EVIDENCE_IN_FUTURE.' })
  from!: CalendarDate;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day on which it acts; the skill’s months when absent.',
  })
  lastValidDay?: CalendarDate | null;

  @Field({ description: 'Why, 1–2,000 characters. Refused otherwise: CLAIM_TEXT_WRONG.' })
  reason!: string;
}

@InputType({ description: 'Takes a piece of evidence away.' })
export class WithdrawEvidenceInput {
  @Field(() => ID, {
    description: 'The piece; none of an award (EVIDENCE_OF_AWARD), none of one’s own (EVIDENCE_OWN).',
  })
  evidenceId!: string;

  @Field({ description: 'Why, 1–2,000 characters. Refused: EVIDENCE_REASON_MISSING.' })
  reason!: string;
}

@InputType({
  description: 'Puts a correction in the place of a piece of evidence. It never shows more than that did.',
})
export class SupersedeEvidenceInput {
  @Field(() => ID, { description: 'The piece. Refused when it has ended: EVIDENCE_ALREADY_ENDED.' })
  evidenceId!: string;

  @Field(() => Int, { description: '1–4. Refused when higher: EVIDENCE_RAISED.' })
  level!: number;

  @Field(() => DateScalar, { description: 'The first day. Refused when earlier: EVIDENCE_RAISED.' })
  from!: CalendarDate;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last valid day; as before when absent. Refused when later: EVIDENCE_RAISED.',
  })
  lastValidDay?: CalendarDate | null;

  @Field({ description: 'Why, 1–2,000 characters. Refused otherwise: CLAIM_TEXT_WRONG.' })
  reason!: string;
}

export const RecordFindingResult = resultOf('RecordFinding', EvidencePieceType);
export const WithdrawEvidenceResult = resultOf('WithdrawEvidence', EvidencePieceType);
export const SupersedeEvidenceResult = resultOf('SupersedeEvidence', EvidencePieceType);
