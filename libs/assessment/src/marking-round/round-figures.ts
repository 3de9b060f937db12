import type { PersonId } from '@app/platform/context/request-context.js';
import { type Agreement, agreementOf, pooledAgreementOf, type RatedPair } from './agreement.js';
import type { Mark } from './mark.js';
import { type Severity, severityOf } from './severity.js';

/** The agreement of two markers over the responses that both marked. */
export interface PairAgreement extends Agreement {
  readonly markerId: PersonId;
  readonly otherId: PersonId;
}

/** One marker beside the others; null when nobody else marked what they marked. */
export interface MarkerSeverity {
  readonly markerId: PersonId;
  readonly marked: number;
  readonly flagged: number;
  readonly severity: Severity | null;
}

/** Every figure of a round's marks (ASM-126). */
export interface RoundAgreement {
  readonly overall: Agreement;
  readonly pairs: readonly PairAgreement[];
  readonly markers: readonly MarkerSeverity[];
}

/** On one scale whatever a response is out of: hundredths of a per cent of its full marks. */
const FULL = 10_000;

/** ASM-126: agreement and severity over the marks of a round that stand. */
export function figuresOf(marks: readonly Mark[]): RoundAgreement {
  const twice = [...Map.groupBy(marks, ({ responseId }) => responseId).values()].flatMap(pairOf);
  const byPair = Map.groupBy(twice, ([one, other]) => `${one.markerId} ${other.markerId}`);
  return {
    overall: pooledAgreementOf(twice.map(ratedOf)),
    pairs: [...byPair.values()].flatMap(agreementOfPair).sort(byMarkers),
    markers: [...Map.groupBy(marks, ({ markerId }) => markerId)]
      .map(([markerId, own]) => severityOfMarker(markerId, own, twice))
      .sort((a, b) => (a.markerId < b.markerId ? -1 : 1)),
  };
}

type Pair = readonly [Mark, Mark];

/** The two marks of a response, the marker of the lower id first, so that a pair has one table. */
function pairOf(marks: readonly Mark[]): Pair[] {
  const [one, other] = [...marks].sort((a, b) => (a.markerId < b.markerId ? -1 : 1));
  return one === undefined || other === undefined ? [] : [[one, other]];
}

function agreementOfPair(pairs: readonly Pair[]): PairAgreement[] {
  const [first] = pairs;
  if (first === undefined) return [];
  const [{ markerId }, { markerId: otherId }] = first;
  return [{ markerId, otherId, ...agreementOf(pairs.map(ratedOf)) }];
}

function ratedOf([one, other]: Pair): RatedPair {
  return { one: onScale(one), other: onScale(other) };
}

function onScale({ total, outOf }: Mark): number {
  return Math.round((total * FULL) / outOf);
}

function severityOfMarker(markerId: PersonId, own: readonly Mark[], twice: readonly Pair[]): MarkerSeverity {
  const judged = twice
    .filter((pair) => pair.some((mark) => mark.markerId === markerId))
    .map(([one, other]) =>
      one.markerId === markerId ? { mine: one, theirs: other } : { mine: other, theirs: one },
    )
    .map(({ mine, theirs }) => ({ own: mine.total, others: [theirs.total], outOf: mine.outOf }));
  const flagged = own.filter(({ flags }) => flags.length > 0).length;
  return { markerId, marked: own.length, flagged, severity: severityOf(judged) };
}

function byMarkers(a: PairAgreement, b: PairAgreement): number {
  return `${a.markerId} ${a.otherId}` < `${b.markerId} ${b.otherId}` ? -1 : 1;
}
