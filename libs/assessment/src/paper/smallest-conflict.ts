import { IntegerProblem, type Solve, type Term } from './integer-problem.js';

/** As many of the requirements as can be held together with these; null when these cannot be held together themselves. */
export type Widest = (held: readonly number[]) => Promise<readonly number[] | null>;

/**
 * A smallest set of requirements (0 to `count` − 1, impossible as a whole) that cannot be held together. Each set that can
 * be held leaves some requirements out, and every impossible set has one of those; so a set that hits all that were ever
 * left out is a lower bound, and once a smallest such set is itself impossible, no impossible set is smaller.
 */
export async function smallestConflict(
  count: number,
  widest: Widest,
  solve: Solve,
): Promise<readonly number[]> {
  const leftOut: number[][] = [];
  for (;;) {
    const hitting = await smallestHitting(count, leftOut, solve);
    const held = await widest(hitting);
    if (held === null) return hitting;
    const missing = Array.from({ length: count }, (_, place) => place).filter(
      (place) => !held.includes(place),
    );
    if (missing.length === 0) throw new Error('The requirements can be held together after all');
    leftOut.push(missing);
  }
}

/** A smallest set with a member of each of the sets. */
async function smallestHitting(
  count: number,
  sets: readonly (readonly number[])[],
  solve: Solve,
): Promise<number[]> {
  if (sets.length === 0) return [];
  const problem = new IntegerProblem();
  const columns = Array.from({ length: count }, () => problem.column(1, 'whole'));
  for (const set of sets)
    problem.row(
      1,
      Infinity,
      set.map((place): Term => [columns[place] ?? 0, 1]),
    );
  problem.maximise(columns.map((column) => [column, -1]));
  const values = (await solve(problem.data())) ?? [];
  return columns.flatMap((column, place) => ((values[column] ?? 0) > 0.5 ? [place] : []));
}
