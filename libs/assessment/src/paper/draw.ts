import type { BankItem } from '../item/item.js';
import { refusal } from '../refusals.js';
import { bestPaper } from './best-paper.js';
import type { PaperRules } from './blueprint.js';
import { branch } from './branch.js';
import type { Preferred } from './drawing.js';
import type { Solve } from './integer-problem.js';
import { type Seed, SeededRandom } from './random.js';
import { type Choice, choiceOf } from './units.js';

/** An item as one draw sees it. Kept with the attempt, so that the draw can be replayed bit for bit. */
export interface Candidate {
  readonly item: BankItem;
  /** When this person last had it on a paper, in epoch milliseconds; null when never. */
  readonly lastSeen: number | null;
}

/** What a draw goes by, beside rules and candidates. */
export interface DrawBy {
  readonly random: SeededRandom;
  readonly solve: Solve;
}

/**
 * Draws one paper (ASM-27). Of all papers that hold the rules it is the one with the most items never seen by this person,
 * then the most of those least recently seen, and so on; then the most of those least exposed; among equals the one that
 * comes first in the seed's order. There is exactly one such paper, so the same rules, candidates and seed give the same,
 * whichever way it was found (ASM-73). Items of a set stand together, in the order of their keys.
 */
export async function drawPaper(
  rules: PaperRules,
  candidates: readonly Candidate[],
  { random, solve }: DrawBy,
): Promise<BankItem[]> {
  const byKey = [...candidates].sort((a, b) => (a.item.key < b.item.key ? -1 : 1));
  const ranked = random.shuffled(byKey).sort(byPreference);
  const choice = choiceOf(
    rules,
    byKey.map(({ item }) => item),
  );
  const preferred = preferredOf(choice, ranked);
  const taken = choice.undrawable.length > 0 ? null : await takenUnits(rules, choice, { preferred, solve });
  if (taken === null) throw refusal('PAPER_SHORT');
  const inOrder = new Set(preferred.map(({ unit }) => unit).filter((unit) => taken.has(unit)));
  return random.shuffled([...inOrder]).flatMap((unit) => choice.units[unit]?.items ?? []);
}

/** The generator of a draw. */
export function randomOf(seed: Seed): SeededRandom {
  return new SeededRandom(seed);
}

function byPreference(a: Candidate, b: Candidate): number {
  if (a.lastSeen !== b.lastSeen)
    return (a.lastSeen ?? Number.NEGATIVE_INFINITY) < (b.lastSeen ?? Number.NEGATIVE_INFINITY) ? -1 : 1;
  return a.item.exposure - b.item.exposure;
}

function preferredOf(choice: Choice, ranked: readonly Candidate[]): Preferred[] {
  const unitOf = new Map(
    choice.units.flatMap(({ items }, unit) => items.map((item) => [item, unit] as const)),
  );
  let last: Candidate | undefined;
  let place = -1;
  return ranked.flatMap((candidate) => {
    const unit = unitOf.get(candidate.item);
    if (unit === undefined) return [];
    if (last === undefined || byPreference(last, candidate) !== 0) place += 1;
    last = candidate;
    return [{ item: candidate.item, unit, class: place }];
  });
}

interface Wanted {
  readonly preferred: readonly Preferred[];
  readonly solve: Solve;
}

/** The units of the best paper: by branching where that is quick, by the solver where it is not. Both give the same. */
async function takenUnits(
  rules: PaperRules,
  choice: Choice,
  { preferred, solve }: Wanted,
): Promise<ReadonlySet<number> | null> {
  const drawing = { rules, choice, preferred };
  const found = branch(drawing);
  return found === 'open' ? bestPaper(drawing, solve) : found;
}
