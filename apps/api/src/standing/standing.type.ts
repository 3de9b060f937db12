import type { Language } from '@app/platform/context/request-context.js';
import type { Confidence, Standing, StandingReason } from '@app/standing';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateScalar, DateTimeScalar } from '../edge/scalars.js';
import { inLanguage } from './evidence.type.js';
import { EvidenceConfidence } from './past.type.js';

@ObjectType('StandingReason', {
  description: 'One piece of evidence, and whether it counts on the day that was asked about.',
})
export class StandingReasonType {
  @Field(() => ID, { description: 'The piece of evidence.' })
  evidenceId!: string;

  @Field({ description: 'award, observed, external, prior or negative.' })
  kind!: string;

  @Field({ description: 'What it is, in the language of the request where that is checked.' })
  title!: string;

  @Field(() => Int, { description: 'The level that it shows, or that a finding is against: 1–4.' })
  level!: number;

  @Field(() => DateScalar, { description: 'The first day on which it holds.' })
  from!: string;

  @Field(() => DateScalar, { description: 'The last day on which it holds, included.' })
  lastValidDay!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The record that it was taken from; null: Lantern’s own.',
  })
  source!: string | null;

  @Field(() => EvidenceConfidence, {
    nullable: true,
    description: 'How sure it is; null: as its award was assessed.',
  })
  confidence!: Confidence | null;

  @Field({ description: 'Whether it counts.' })
  counts!: boolean;

  @Field({ description: 'Why, in one sentence, in the language of the request.' })
  why!: string;
}

@ObjectType('Standing', {
  description: 'A person’s level in a skill on a day: a function of evidence, worked out at each reading.',
})
export class StandingType {
  @Field(() => ID, { description: 'The person.' })
  personId!: string;

  @Field(() => ID, { description: 'Key of the skill.' })
  skillId!: string;

  @Field(() => DateScalar, { description: 'The day asked about, in Europe/London.' })
  asAt!: string;

  @Field(() => DateTimeScalar, { description: 'As known at this instant: what came later is left out.' })
  knownAt!: Date;

  @Field(() => Int, {
    description: 'The level in date, 0–4. Takes no account of fade or of authority to practise.',
  })
  level!: number;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day on which the level holds without new evidence, included; null at level 0.',
  })
  lastValidDay!: string | null;

  @Field(() => [StandingReasonType], { description: 'Every piece of evidence that was known, newest first.' })
  because!: StandingReasonType[];
}

/** Whose standing, in what, and as asked when. */
export interface StandingAsked {
  readonly personId: string;
  readonly skillId: string;
  readonly asAt: string;
  readonly knownAt: Date;
}

/** A standing for the API, in the reader's language. */
export function standingType(standing: Standing, asked: StandingAsked, language: Language): StandingType {
  const because = standing.because.map((reason) => reasonType(reason, language));
  return { ...asked, level: standing.level, lastValidDay: standing.lastValidDay, because };
}

function reasonType({ evidence, counts, why }: StandingReason, language: Language): StandingReasonType {
  const { id, kind, level, from, lastValidDay, provenance } = evidence;
  const { source = null, confidence = null } = provenance ?? {};
  const title = inLanguage(evidence.title, language);
  const held = { level, from, lastValidDay, counts };
  return { evidenceId: id, kind, title, source, confidence, ...held, why: why[language] };
}
