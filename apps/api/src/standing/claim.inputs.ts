import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { Confidence, ClaimState as State } from '@app/standing';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { PageArgs } from '../edge/paging.js';
import { resultOf } from '../edge/refused.js';
import { DateScalar } from '../edge/scalars.js';
import { ClaimState, EvidenceClaimType, IssuerType } from './claim.type.js';
import { EvidenceConfidence } from './past.type.js';

@ArgsType()
export class ClaimsArgs extends PageArgs {
  @Field(() => ClaimState, { nullable: true, description: 'Only these.' })
  state?: State | null;
}

@InputType({ description: 'One thing that was looked for.' })
export class PracticeCriterionInput {
  @Field({ description: '1–300 characters.' })
  text!: string;

  @Field({ description: 'Whether the skill is not shown without it.' })
  critical!: boolean;

  @Field({ description: 'Whether it was seen.' })
  seen!: boolean;
}

@InputType({ description: 'Practice at work that the caller observed.' })
export class RecordPracticeInput {
  @Field(() => ID, {
    description: 'The person; never oneself (CLAIM_OWN), nobody of one’s line (CLAIM_IN_LINE).',
  })
  personId!: string;

  @Field(() => ID, { description: 'Key of the skill. Refused: EVIDENCE_SKILL_UNKNOWN.' })
  skillId!: string;

  @Field(() => Int, { description: '1–4: the caller is in date in it (JUDGE_NOT_IN_DATE).' })
  level!: number;

  @Field({ description: 'What was done, 1–200 characters.' })
  what!: string;

  @Field(() => DateScalar, { description: 'The day. Refused: EVIDENCE_IN_FUTURE.' })
  observedOn!: CalendarDate;

  @Field(() => [PracticeCriterionInput], {
    description: '1–50. Refused: PRACTICE_CRITERIA_WRONG, PRACTICE_CRITICAL_NOT_SEEN, PRACTICE_NOTHING_SEEN.',
  })
  criteria!: PracticeCriterionInput[];
}

@InputType({ description: 'A certificate that somebody else issued.' })
export class ClaimCertificateInput {
  @Field(() => ID, { description: 'Oneself, or somebody in one’s reach.' })
  personId!: string;

  @Field(() => ID, { description: 'Key of the skill that it shows. Refused: EVIDENCE_SKILL_UNKNOWN.' })
  skillId!: string;

  @Field(() => Int, { description: '1–4.' })
  level!: number;

  @Field({ description: 'Its title, 1–200 characters.' })
  what!: string;

  @Field(() => String, {
    nullable: true,
    description: 'An issuer of the register. Refused: CERTIFICATE_ISSUER_UNKNOWN.',
  })
  issuerKey?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Or its name, 1–200 characters; not both: CERTIFICATE_ISSUER_WRONG.',
  })
  issuer?: string | null;

  @Field({ description: 'Its number, 1–100 characters.' })
  number!: string;

  @Field(() => DateScalar, { description: 'The day of issue. Refused: EVIDENCE_IN_FUTURE.' })
  issuedOn!: CalendarDate;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Its last valid day. Refused: EVIDENCE_ENDS_BEFORE_IT_BEGINS.',
  })
  lastValidDay?: CalendarDate | null;

  @Field(() => [ID], { description: 'At most 10 files sent to POST /files?purpose=evidence-file.' })
  fileIds!: string[];
}

@InputType({ description: 'A portfolio of prior learning.' })
export class ClaimPriorLearningInput {
  @Field(() => ID, { description: 'Oneself, or somebody in one’s reach.' })
  personId!: string;

  @Field(() => ID, { description: 'Key of the skill. Refused: EVIDENCE_SKILL_UNKNOWN.' })
  skillId!: string;

  @Field(() => Int, { description: '1–4: the most that is recognised.' })
  level!: number;

  @Field({ description: 'What was learnt, 1–200 characters.' })
  what!: string;

  @Field({ description: 'What the portfolio shows and where, 1–4,000 characters.' })
  statement!: string;

  @Field(() => [ID], {
    description: '1–10 files sent to POST /files?purpose=evidence-file. Refused: PORTFOLIO_MISSING.',
  })
  fileIds!: string[];
}

@InputType({ description: 'Why a finding is wrong.' })
export class AppealFindingInput {
  @Field(() => ID, { description: 'The finding against oneself. Refused: FINDING_NOT_IN_FORCE.' })
  evidenceId!: string;

  @Field({ description: '1–4,000 characters.' })
  statement!: string;
}

@InputType({ description: 'A second person’s word.' })
export class DecideClaimInput {
  @Field(() => ID, { description: 'The claim; none of one’s own (CLAIM_OWN, CLAIM_SECOND_PERSON).' })
  claimId!: string;

  @Field({ description: 'Whether it is accepted.' })
  accept!: boolean;

  @Field({ description: 'Why, to whom it is about: 1–2,000 characters.' })
  reason!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Of prior learning: what is recognised. Refused: RECOGNISED_TOO_HIGH.',
  })
  level?: number | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Of prior learning: until when; the skill’s months when absent.',
  })
  lastValidDay?: CalendarDate | null;

  @Field(() => EvidenceConfidence, {
    nullable: true,
    description: 'Of a certificate: how sure it is. Refused: CERTIFICATE_LESS_SURE.',
  })
  confidence?: Confidence | null;
}

@InputType({ description: 'The claim to take back.' })
export class TakeBackClaimInput {
  @Field(() => ID, { description: 'One that the caller put forward.' })
  claimId!: string;
}

@InputType({ description: 'A body of the register.' })
export class SaveIssuerInput {
  @Field({ description: 'Its key: 2–40 small letters, digits, hyphens. Refused: ISSUER_KEY_WRONG.' })
  key!: string;

  @Field({ description: 'Its name, 1–200 characters.' })
  name!: string;

  @Field({ description: 'True: it is not chosen any more.' })
  isClosed!: boolean;
}

export const RecordPracticeResult = resultOf('RecordPractice', EvidenceClaimType);
export const ClaimCertificateResult = resultOf('ClaimCertificate', EvidenceClaimType);
export const ClaimPriorLearningResult = resultOf('ClaimPriorLearning', EvidenceClaimType);
export const AppealFindingResult = resultOf('AppealFinding', EvidenceClaimType);
export const DecideClaimResult = resultOf('DecideClaim', EvidenceClaimType);
export const TakeBackClaimResult = resultOf('TakeBackClaim', EvidenceClaimType);
export const SaveIssuerResult = resultOf('SaveIssuer', IssuerType);
