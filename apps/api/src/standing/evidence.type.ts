import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { Language } from '@app/platform/context/request-context.js';
import type { Words } from '@app/platform/context/words.js';
import {
  type AuthorityState as AState,
  type Confidence,
  EVIDENCE_KINDS,
  EVIDENCE_STATES,
  type Evidence,
  type EvidenceKind as Kind,
  type Outcome,
  type EvidenceState as State,
  stateOf,
} from '@app/standing';
import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PageArgs } from '../edge/paging.js';
import { DateScalar, DateTimeScalar } from '../edge/scalars.js';
import { AuthorityState } from './authority.type.js';
import { EvidenceConfidence, valuesOf } from './past.type.js';

export const EvidenceKind = valuesOf<Kind>(EVIDENCE_KINDS);
registerEnumType(EvidenceKind, {
  name: 'EvidenceKind',
  description: 'Where a piece of evidence comes from.',
  valuesMap: {
    AWARD: { description: 'An award of a certification.' },
    OBSERVED: { description: 'Practice that an assessor observed and a second person confirmed.' },
    EXTERNAL: { description: 'A certificate that somebody else issued, or a record of the past.' },
    PRIOR: { description: 'Prior learning that an assessor recognised.' },
    NEGATIVE: { description: 'A finding: it counts against the skill.' },
  },
});

export const EvidenceState = valuesOf<State>(EVIDENCE_STATES);
registerEnumType(EvidenceState, {
  name: 'EvidenceState',
  description: 'How a piece of evidence stands today.',
  valuesMap: {
    NOT_YET: { description: 'Begins on a later day.' },
    IN_DATE: { description: 'In date today.' },
    EXPIRED: { description: 'Its last valid day is over.' },
    WITHDRAWN: { description: 'Withdrawn, with a reason on record.' },
    SUPERSEDED: { description: 'A correction took its place.' },
  },
});

@ObjectType('EvidencePiece', { description: 'One dated fact for or against a person’s skill.' })
export class EvidencePieceType {
  @Field(() => ID, { description: 'The piece.' })
  id!: string;

  @Field(() => ID, { description: 'The person.' })
  personId!: string;

  @Field(() => ID, { description: 'Key of the skill.' })
  skillId!: string;

  @Field(() => Int, { description: 'The level that it shows, or that a finding is against: 1–4.' })
  level!: number;

  @Field(() => EvidenceKind, { description: 'Where it comes from.' })
  kind!: Kind;

  @Field(() => EvidenceState, { description: 'How it stands today.' })
  state!: State;

  @Field({ description: 'What it is, in the language of the request where that is checked.' })
  title!: string;

  @Field(() => DateScalar, { description: 'The first day on which it holds.' })
  from!: string;

  @Field(() => DateScalar, { description: 'The last day on which it holds, included.' })
  lastValidDay!: string;

  @Field(() => DateTimeScalar, { description: 'Since when it is known.' })
  recordedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was withdrawn or superseded.' })
  endedAt!: Date | null;

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

  @Field(() => String, { nullable: true, description: 'The number of its certificate.' })
  number!: string | null;

  @Field(() => [ID], { description: 'Who judged. Empty where nobody of Lantern did.' })
  judgedBy!: readonly string[];

  @Field(() => ID, { nullable: true, description: 'The second person, who checked it.' })
  checkedBy!: string | null;

  @Field(() => ID, { nullable: true, description: 'The import of the past that brought it.' })
  pastImportId!: string | null;
}

@ArgsType()
export class EvidenceArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only of this skill.' })
  skillId?: string | null;

  @Field(() => EvidenceKind, { nullable: true, description: 'Only of this kind.' })
  kind?: Kind | null;

  @Field(() => EvidenceState, { nullable: true, description: 'Only what stands so today.' })
  state?: State | null;
}

@ArgsType()
export class EvidenceOfArgs extends EvidenceArgs {
  @Field(() => ID, { description: 'The person: oneself, or somebody in one’s reach.' })
  personId!: string;
}

@ObjectType('EvidenceOutcome', {
  description: 'What a person earned in another force, as far as their present one may know.',
})
export class EvidenceOutcomeType {
  @Field({ description: 'The force whose record it is.' })
  force!: string;

  @Field(() => ID, { description: 'Key of the skill.' })
  skillId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the certification; null where it was no award.',
  })
  certificationCode!: string | null;

  @Field(() => Int, { description: 'The level, 1–4.' })
  level!: number;

  @Field(() => DateScalar, { description: 'The first day.' })
  from!: string;

  @Field(() => DateScalar, { description: 'The last valid day, included.' })
  lastValidDay!: string;

  @Field({ description: 'Whether it is in date today. It counts for no cover here all the same.' })
  isInDate!: boolean;

  @Field(() => AuthorityState, {
    nullable: true,
    description: 'Authority to practise, as that force recorded it.',
  })
  authority!: AState | null;
}

/** A piece for the API, in the reader's language, as it stands today. */
export function evidencePieceType(
  piece: Evidence,
  today: CalendarDate,
  language: Language,
): EvidencePieceType {
  const { id, personId, skillId, level, kind, from, lastValidDay, recordedAt, provenance } = piece;
  return {
    ...{ id, personId, skillId, level, kind, from, lastValidDay, recordedAt },
    ...{ state: stateOf(piece, today), title: inLanguage(piece.title, language) },
    endedAt: piece.ended?.at ?? null,
    ...origin(provenance),
  };
}

/** Where a piece comes from, as the API shows it. */
function origin(provenance: Evidence['provenance']) {
  if (provenance === null || provenance === undefined) return UNSAID;
  const {
    source,
    confidence,
    assessors: judgedBy,
    checkedBy = null,
    importId: pastImportId = null,
  } = provenance;
  return {
    source,
    confidence,
    judgedBy,
    checkedBy,
    pastImportId,
    number: provenance.external?.number ?? null,
  };
}

const UNSAID = {
  ...{ source: null, confidence: null, judgedBy: [], checkedBy: null, pastImportId: null, number: null },
};

/** An outcome for the API. */
export function outcomeType({ forceName, ...outcome }: Outcome, language: Language): EvidenceOutcomeType {
  return { ...outcome, force: inLanguage(forceName, language) };
}

/** A title in the reader's language, where its Welsh is checked. */
export function inLanguage(title: Words, language: Language): string {
  return language === 'cy' && title.cyState === 'checked' ? (title.cy ?? title.en) : title.en;
}
