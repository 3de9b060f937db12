import type { Agreement, RoundAgreement, Severity } from '@app/assessment';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';

const NULL_KAPPA = 'Null where chance leaves no disagreement, or there is nothing to compare.';

@ObjectType('MarkAgreement', { description: 'How far two marks of one response agree, over some responses.' })
export class MarkAgreementType {
  @Field(() => Int, { description: 'How many responses with two marks.' })
  count!: number;

  @Field(() => Float, { nullable: true, description: 'The share given exactly the same, 0–1.' })
  exact!: number | null;

  @Field(() => Float, { nullable: true, description: `Kappa, any difference counting alike. ${NULL_KAPPA}` })
  kappa!: number | null;

  @Field(() => Float, { nullable: true, description: `Kappa, differences by their size. ${NULL_KAPPA}` })
  linearKappa!: number | null;

  @Field(() => Float, { nullable: true, description: `Kappa, differences by their square. ${NULL_KAPPA}` })
  quadraticKappa!: number | null;

  static of({ count, exact, kappa, linearKappa, quadraticKappa }: Agreement): MarkAgreementType {
    return Object.assign(new MarkAgreementType(), { count, exact, kappa, linearKappa, quadraticKappa });
  }
}

@ObjectType('PairAgreement', { description: 'How far two markers agree (Cohen’s kappa).' })
export class PairAgreementType {
  @Field(() => ID, { description: 'One marker.' })
  markerId!: string;

  @Field(() => ID, { description: 'The other.' })
  otherId!: string;

  @Field(() => MarkAgreementType, { description: 'Over the responses that both marked.' })
  agreement!: MarkAgreementType;
}

@ObjectType('MarkerSeverity', { description: 'One marker beside the others.' })
export class MarkerSeverityType {
  @Field(() => ID, { description: 'The marker.' })
  markerId!: string;

  @Field(() => Int, { description: 'Marks of theirs that stand.' })
  marked!: number;

  @Field(() => Int, { description: 'Of them, marks whose standing was lost afterwards.' })
  flagged!: number;

  @Field(() => Int, { description: 'Responses that somebody else marked too: what the deviation rests on.' })
  compared!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Mean deviation from the others’ marks in percentage points: below 0 severe, above lenient.',
  })
  meanDeviation!: number | null;

  @Field(() => Float, { nullable: true, description: 'Its standard error; null below two responses.' })
  standardError!: number | null;

  static of(marker: RoundAgreement['markers'][number]): MarkerSeverityType {
    const { markerId, marked, flagged } = marker;
    const severity: Severity | null = marker.severity;
    return Object.assign(new MarkerSeverityType(), {
      ...{ markerId, marked, flagged, compared: severity?.count ?? 0 },
      ...{ meanDeviation: severity?.mean ?? null, standardError: severity?.standardError ?? null },
    });
  }
}

@ObjectType('RoundAgreement', { description: 'How far a round’s markers agree, and how severe each is.' })
export class RoundAgreementType {
  @Field(() => MarkAgreementType, {
    description: 'Over all markers together (Fleiss’s kappa for two marks).',
  })
  overall!: MarkAgreementType;

  @Field(() => [PairAgreementType], { description: 'Of each two markers who share a response.' })
  pairs!: PairAgreementType[];

  @Field(() => [MarkerSeverityType], { description: 'Each marker beside the others.' })
  markers!: MarkerSeverityType[];

  static of({ overall, pairs, markers }: RoundAgreement): RoundAgreementType {
    return Object.assign(new RoundAgreementType(), {
      overall: MarkAgreementType.of(overall),
      pairs: pairs.map((pair) =>
        Object.assign(new PairAgreementType(), {
          ...{ markerId: pair.markerId, otherId: pair.otherId, agreement: MarkAgreementType.of(pair) },
        }),
      ),
      markers: markers.map((marker) => MarkerSeverityType.of(marker)),
    });
  }
}
