/** A column times so much. */
export type Term = readonly [column: number, times: number];

/** An integer programme in the sparse form that the solver takes: plain, so that it can be sent to another thread. */
export interface ProblemData {
  readonly costs: Float64Array;
  readonly columnLower: Float64Array;
  readonly columnUpper: Float64Array;
  /** 1 where a column takes whole numbers only. */
  readonly whole: Int32Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** Row by row: where each row's terms begin, then the columns and their factors. */
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly factors: Float64Array;
}

/** Finds values of the columns that make the costs as large as possible; null, proved, when no values hold every row. */
export type Solve = (problem: ProblemData) => Promise<readonly number[] | null>;

interface Column {
  cost: number;
  lower: number;
  upper: number;
  readonly whole: boolean;
}

interface Row {
  readonly lower: number;
  readonly upper: number;
  readonly terms: readonly Term[];
}

/** An integer programme under construction. What it maximises and the columns' bounds may change between solutions. */
export class IntegerProblem {
  private readonly columns: Column[] = [];
  private readonly rows: Row[] = [];

  /** A column from 0 to `upper`. Its number. */
  column(upper: number, kind: 'whole' | 'any'): number {
    return this.columns.push({ cost: 0, lower: 0, upper, whole: kind === 'whole' }) - 1;
  }

  /** A rule: the terms together lie between the two, both included. */
  row(lower: number, upper: number, terms: readonly Term[]): void {
    this.rows.push({ lower, upper, terms });
  }

  /** Fixes a column to a value. */
  fix(column: number, value: number): void {
    const fixed = this.columns[column];
    if (fixed === undefined) throw new RangeError(`No column ${column}`);
    fixed.lower = value;
    fixed.upper = value;
  }

  /** Maximises these terms, and nothing else. */
  maximise(terms: Iterable<Term>): void {
    for (const column of this.columns) column.cost = 0;
    for (const [place, times] of terms) {
      const column = this.columns[place];
      if (column === undefined) throw new RangeError(`No column ${place}`);
      column.cost += times;
    }
  }

  /** As it stands now. */
  data(): ProblemData {
    const terms = this.rows.flatMap((row) => row.terms);
    let start = 0;
    return {
      costs: Float64Array.from(this.columns, ({ cost }) => cost),
      columnLower: Float64Array.from(this.columns, ({ lower }) => lower),
      columnUpper: Float64Array.from(this.columns, ({ upper }) => upper),
      whole: Int32Array.from(this.columns, ({ whole }) => Number(whole)),
      rowLower: Float64Array.from(this.rows, ({ lower }) => lower),
      rowUpper: Float64Array.from(this.rows, ({ upper }) => upper),
      starts: Int32Array.from([0, ...this.rows.map((row) => (start += row.terms.length))]),
      columns: Int32Array.from(terms, ([column]) => column),
      factors: Float64Array.from(terms, ([, times]) => times),
    };
  }
}
