import { parentPort } from 'node:worker_threads';
import highsModule from 'highs';
import type { ProblemData } from './integer-problem.js';

/** What the thread is asked, and what it answers with the same `id`. */
export interface SolverRequest {
  readonly id: number;
  readonly problem: ProblemData;
  readonly seconds: number;
}

/** `undecided`: time ran out before a proof. */
export type SolverAnswer =
  | { readonly id: number; readonly outcome: 'best'; readonly values: readonly number[] }
  | { readonly id: number; readonly outcome: 'impossible' | 'undecided' }
  | { readonly id: number; readonly outcome: 'failed'; readonly why: string };

// This file is a thread of its own: it is run as it stands (types only are stripped), so it imports no file of ours.
// The package's types describe its CommonJS build, whose loader lies one level deeper than that of the build imported here.
const loadHighs = highsModule as unknown as typeof highsModule.default;
const highs = await loadHighs();
const { modelStatus, objectiveSense } = highs.constants;

function modelOf(problem: ProblemData) {
  const numCols = problem.costs.length;
  const numRows = problem.rowLower.length;
  return highs.createModel({
    numCols,
    numRows,
    sense: objectiveSense.maximize,
    colCost: problem.costs,
    colLower: problem.columnLower,
    colUpper: problem.columnUpper,
    rowLower: problem.rowLower,
    rowUpper: problem.rowUpper,
    integrality: problem.whole,
    matrix: {
      format: 'csr',
      numRows,
      numCols,
      starts: problem.starts,
      indices: problem.columns,
      values: problem.factors,
    },
  });
}

/** One seed and no gap (the build has one thread): the same problem gives the same answer, and a proved one. */
const EXACTLY = {
  output_flag: false,
  random_seed: 0,
  mip_rel_gap: 0,
  mip_abs_gap: 0.5,
  mip_feasibility_tolerance: 1e-9,
};

function solve({ id, problem, seconds }: SolverRequest): SolverAnswer {
  if (problem.costs.length === 0) return withoutColumns(id, problem);
  const model = modelOf(problem);
  try {
    model.options.set({ ...EXACTLY, time_limit: seconds });
    model.run();
    const status = model.getModelStatus();
    if (status === modelStatus.optimal)
      return { id, outcome: 'best', values: [...model.getSolution().colValue] };
    if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible)
      return { id, outcome: 'impossible' };
    if (status === modelStatus.timeLimit) return { id, outcome: 'undecided' };
    return { id, outcome: 'failed', why: `the solver ended with status ${status}` };
  } finally {
    model.dispose();
  }
}

/** HiGHS calls a problem without columns empty and looks at no row of it; its rows all come to 0. */
function withoutColumns(id: number, { rowLower, rowUpper }: ProblemData): SolverAnswer {
  const holds = rowLower.every((lower, row) => lower <= 0 && (rowUpper[row] ?? 0) >= 0);
  return holds ? { id, outcome: 'best', values: [] } : { id, outcome: 'impossible' };
}

parentPort?.on('message', (request: SolverRequest) => {
  try {
    parentPort?.postMessage(solve(request));
  } catch (error) {
    parentPort?.postMessage({ id: request.id, outcome: 'failed', why: String(error) } satisfies SolverAnswer);
  }
});
