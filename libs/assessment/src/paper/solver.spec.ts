import { afterEach, describe, expect, it } from '@jest/globals';
import { IntegerProblem, type Term } from './integer-problem.js';
import { SeededRandom } from './random.js';
import { Solver } from './solver.js';

/** Market split: four sums to be hit exactly by fifty choices. Small to write down, and far beyond a moment's work. */
function hard(): IntegerProblem {
  const random = new SeededRandom('00000000000000000000000000000007');
  const problem = new IntegerProblem();
  const columns = Array.from({ length: 50 }, () => problem.column(1, 'whole'));
  for (let row = 0; row < 4; row++) {
    const terms = columns.map((column): Term => [column, random.below(100)]);
    const half = Math.floor(terms.reduce((total, [, times]) => total + times, 0) / 2);
    problem.row(half, half, terms);
  }
  return problem;
}

/** At most one of two, of which the second is worth more. */
function easy(): IntegerProblem {
  const problem = new IntegerProblem();
  const [a, b] = [problem.column(1, 'whole'), problem.column(1, 'whole')];
  problem.row(0, 1, [
    [a, 1],
    [b, 1],
  ]);
  problem.maximise([
    [a, 2],
    [b, 3],
  ]);
  return problem;
}

describe('the solver', () => {
  const solvers: Solver[] = [];
  const solver = () => {
    const made = new Solver();
    solvers.push(made);
    return made;
  };
  afterEach(async () => {
    for (const one of solvers) await one.onModuleDestroy();
  });

  it('gives the best values, and null where there are none', async () => {
    const one = solver();
    expect(await one.solve(easy().data())).toEqual([0, 1]);
    const impossible = easy();
    impossible.row(3, 3, [[0, 1]]);
    expect(await one.solve(impossible.data())).toBeNull();
  });

  it('decides problems of nothing: HiGHS would call them empty', async () => {
    const nothing = new IntegerProblem();
    nothing.row(0, 2, []);
    expect(await solver().solve(nothing.data())).toEqual([]);
    nothing.row(1, 2, []);
    expect(await solver().solve(nothing.data())).toBeNull();
  });

  it('ASM-70 says neither yes nor no when time runs out, and answers the next', async () => {
    const one = solver();
    one.patience = 0.2;
    const undecided = one.solve(hard().data());
    const next = one.solve(easy().data());
    await expect(undecided).rejects.toMatchObject({ code: 'BLUEPRINT_UNDECIDED', facts: { seconds: 0.2 } });
    expect(await next).toEqual([0, 1]);
  });

  it('loses no question for ever when its thread ends: the asker hears it, and the next gets a new thread', async () => {
    const one = solver();
    const lost = one.solve(hard().data());
    await Promise.all([expect(lost).rejects.toThrow('The solver stopped'), one.onModuleDestroy()]);
    expect(await one.solve(easy().data())).toEqual([0, 1]);
  });
});
