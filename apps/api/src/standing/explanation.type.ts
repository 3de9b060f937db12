import type { Language } from '@app/platform/context/request-context.js';
import { type Confidence, type ExplanationNode, NODE_KINDS, type NodeKind } from '@app/standing';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar } from '../edge/scalars.js';
import { EvidenceConfidence, valuesOf } from './past.type.js';

export const ExplanationKind = valuesOf<NodeKind>(NODE_KINDS);
registerEnumType(ExplanationKind, {
  name: 'ExplanationKind',
  description: 'What a node of an explanation is about.',
  valuesMap: {
    STANDING: { description: 'The answer: the root.' },
    EVIDENCE: { description: 'One piece of evidence, whether it counts and why.' },
    SOURCE: { description: 'Where it comes from, and how sure that is.' },
    PEOPLE: { description: 'Who judged and who checked it.' },
    KNOWN: { description: 'Since when it was known.' },
    ENDED: { description: 'When it was withdrawn or superseded.' },
    RULE: { description: 'A rule of the framework by which a level follows from other skills.' },
    PART: { description: 'One of those skills; its evidence lies below.' },
  },
});

@ObjectType('ExplanationNode', {
  description: 'One sentence of an explanation. Nodes are a tree: each names its parent and comes after it.',
})
export class ExplanationNodeType {
  @Field(() => ID, { description: 'Its place: `1`, `1.2`, `1.2.1`.' })
  id!: string;

  @Field(() => ID, { nullable: true, description: 'The node above; null for the root.' })
  parentId!: string | null;

  @Field(() => Int, { description: 'How deep it lies; 0 for the root.' })
  depth!: number;

  @Field(() => ExplanationKind, { description: 'What it is about.' })
  kind!: NodeKind;

  @Field({ description: 'The sentence, in the language of the request.' })
  sentence!: string;

  @Field({ description: 'The rule behind it, as numbered in the RULES.md of standing: `STD-04`.' })
  rule!: string;

  @Field(() => ID, { description: 'Key of the skill.' })
  skillId!: string;

  @Field(() => Int, { description: 'The level that it is about, 0–4.' })
  level!: number;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it counts or holds; null where that is no question.',
  })
  counts!: boolean | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Why, for programs: counts, counts-lower, counts-lower-few, too-few, below, overruled, finding-counts, finding-overruled, not-yet, expired, withdrawn or superseded.',
  })
  why!: string | null;

  @Field(() => ID, { nullable: true, description: 'The piece of evidence.' })
  evidenceId!: string | null;

  @Field(() => String, { nullable: true, description: 'The record that it was taken from.' })
  source!: string | null;

  @Field(() => EvidenceConfidence, { nullable: true, description: 'How sure that is.' })
  confidence!: Confidence | null;

  @Field(() => [ID], { description: 'Who judged and checked.' })
  personIds!: readonly string[];

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was known, or ended.' })
  at!: Date | null;
}

/** A node for the API, in the reader's language. */
export function explanationNodeType(
  { words, ...node }: ExplanationNode,
  language: Language,
): ExplanationNodeType {
  return { ...node, sentence: words[language] };
}
