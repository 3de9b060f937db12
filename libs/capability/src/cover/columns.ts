import type { SkillId } from '@app/framework';

/** The column in which people posted are counted, whatever they can do. */
export const POSTED = 'posted';
const LEVELS = 4;

/**
 * Which place of a count's numbers is which skill: a list that only grows. Each column has a cell for each level from 1 to 4,
 * and counts those who stand at exactly that level; `<skill>~` says by how much the counts would differ if practice under
 * supervision counted.
 */
export class Columns {
  private readonly places: Map<string, number>;

  constructor(private readonly list: string[]) {
    this.places = new Map(list.map((name, index) => [name, index]));
  }

  /** The columns, in their order. */
  get names(): readonly string[] {
    return this.list;
  }

  /** The cell of a column at a level; the column is added when it is new. */
  cell(name: string, level = 1): number {
    let place = this.places.get(name);
    if (place === undefined) {
      place = this.list.push(name) - 1;
      this.places.set(name, place);
    }
    return place * LEVELS + level - 1;
  }

  /** How many the numbers count in a column at a level or above. */
  count(numbers: ArrayLike<number>, name: string, level = 1): number {
    const place = this.places.get(name);
    if (place === undefined) return 0;
    let sum = 0;
    for (let at = level - 1; at < LEVELS; at++) sum += numbers[place * LEVELS + at] ?? 0;
    return sum;
  }

  /** The cells that count towards a level of a column: that level and those above. */
  cellsFrom(name: string, level = 1): ReadonlySet<number> {
    const place = this.places.get(name);
    if (place === undefined) return new Set();
    return new Set(Array.from({ length: LEVELS - level + 1 }, (_, up) => place * LEVELS + level - 1 + up));
  }
}

/** The column of those who differ when practice under supervision counts. */
export function supervisedColumn(skillId: SkillId): string {
  return `${skillId}~`;
}
