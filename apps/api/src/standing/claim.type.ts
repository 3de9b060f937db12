import {
  CLAIM_KINDS,
  CLAIM_STATES,
  type EvidenceClaim,
  type Issuer,
  type ClaimKind as Kind,
  type ClaimState as State,
} from '@app/standing';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateScalar, DateTimeScalar } from '../edge/scalars.js';
import { valuesOf } from './past.type.js';

export const ClaimKind = valuesOf<Kind>(CLAIM_KINDS);
registerEnumType(ClaimKind, {
  name: 'ClaimKind',
  description: 'What was put forward.',
  valuesMap: {
    PRACTICE: { description: 'Practice at work that an assessor observed.' },
    CERTIFICATE: { description: 'A certificate that somebody else issued.' },
    PRIOR_LEARNING: { description: 'A portfolio of prior learning.' },
    APPEAL: { description: 'An appeal against a finding.' },
  },
});

export const ClaimState = valuesOf<State>(CLAIM_STATES);
registerEnumType(ClaimState, {
  name: 'ClaimState',
  description: 'How far a claim has come.',
  valuesMap: {
    OPEN: { description: 'Waits for a second person.' },
    ACCEPTED: { description: 'It has become evidence; an appeal has withdrawn its finding.' },
    REFUSED: { description: 'It counts for nothing; the answer says why.' },
    TAKEN_BACK: { description: 'Whoever put it forward took it back.' },
  },
});

@ObjectType('PracticeCriterion', { description: 'One thing that was looked for.' })
export class PracticeCriterionType {
  @Field({ description: 'What was looked for.' })
  text!: string;

  @Field({ description: 'Whether the skill is not shown without it.' })
  critical!: boolean;

  @Field({ description: 'Whether it was seen.' })
  seen!: boolean;
}

@ObjectType('EvidenceClaim', {
  description:
    'What somebody put forward about a person’s skill, for a second person to decide. Until then it counts for nothing.',
})
export class EvidenceClaimType {
  @Field(() => ID, { description: 'The claim.' })
  id!: string;

  @Field(() => ClaimKind, { description: 'What was put forward.' })
  kind!: Kind;

  @Field(() => ClaimState, { description: 'How far it has come.' })
  state!: State;

  @Field(() => ID, { description: 'Whom it is about.' })
  personId!: string;

  @Field(() => ID, { description: 'Key of the skill.' })
  skillId!: string;

  @Field(() => Int, { description: 'The level claimed, 1–4.' })
  level!: number;

  @Field({ description: 'What it is.' })
  what!: string;

  @Field(() => DateScalar, { description: 'The day of it.' })
  from!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The last valid day that its source names.' })
  lastValidDay!: string | null;

  @Field(() => [PracticeCriterionType], { description: 'Of observed practice: what was looked for.' })
  criteria!: readonly PracticeCriterionType[];

  @Field(() => String, { nullable: true, description: 'Of a certificate: who issued it.' })
  issuer!: string | null;

  @Field(() => String, { nullable: true, description: 'Of a certificate: its number.' })
  number!: string | null;

  @Field(() => [ID], { description: 'Its files.' })
  fileIds!: readonly string[];

  @Field({ description: 'What the portfolio shows, or why a finding is wrong; empty otherwise.' })
  statement!: string;

  @Field(() => ID, { description: 'Who put it forward.' })
  by!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;

  @Field(() => ID, { nullable: true, description: 'The second person; null until they decided.' })
  decidedBy!: string | null;

  @Field(() => String, { nullable: true, description: 'What the second person says.' })
  answer!: string | null;

  @Field(() => ID, { nullable: true, description: 'The evidence that it became; of an appeal, the finding.' })
  evidenceId!: string | null;
}

@ObjectType('Issuer', { description: 'A body whose certificates the force knows.' })
export class IssuerType {
  @Field({ description: 'Its key.' })
  key!: string;

  @Field({ description: 'Its name.' })
  name!: string;

  @Field({ description: 'Whether it is not chosen any more.' })
  isClosed!: boolean;
}

/** A claim for the API. */
export function claimType(claim: EvidenceClaim): EvidenceClaimType {
  const { issued, decision, ...rest } = claim;
  return {
    ...rest,
    issuer: issued?.issuer ?? null,
    number: issued?.number ?? null,
    decidedBy: decision?.by ?? null,
  };
}

/** An issuer for the API. */
export function issuerType(issuer: Issuer): IssuerType {
  return issuer;
}
