import type { Moves } from './moves.js';
import type { Pairs } from './tally.js';

const PAGE = 256;
/** With more moves than these, pages take less room than a map, and are faster. */
const MOST_MAPPED = 4096;

/**
 * Moves being added up. A few are kept as a map, many as pages of neighbouring days: their room is bounded by cells and days, however
 * many people are counted.
 */
export class MovesSum {
  private map: Moves | null = new Map();
  private readonly pages = new Map<number, Int32Array>();

  add(key: number, by: number): void {
    if (this.map === null) {
      this.toPage(key, by);
      return;
    }
    this.map.set(key, (this.map.get(key) ?? 0) + by);
    if (this.map.size <= MOST_MAPPED) return;
    for (const [own, sum] of this.map) this.toPage(own, sum);
    this.map = null;
  }

  /** Adds moves, `times` times. */
  addAll(moves: Iterable<readonly [number, number]>, times = 1): void {
    for (const [key, by] of moves) this.add(key, by * times);
  }

  /** Adds what another has added up. */
  include(other: MovesSum): void {
    if (other.map !== null) {
      this.addAll(other.map);
      return;
    }
    for (const [number, page] of other.pages) {
      for (let place = 0; place < PAGE; place++) {
        const by = page[place] ?? 0;
        if (by !== 0) this.add(number * PAGE + place, by);
      }
    }
  }

  /** What does not come to nothing, in the order of the keys. */
  pairs(): Pairs {
    const found: number[] = [];
    if (this.map !== null) {
      for (const key of [...this.map.keys()].sort((a, b) => a - b)) {
        const by = this.map.get(key) ?? 0;
        if (by !== 0) found.push(key, by);
      }
      return Int32Array.from(found);
    }
    for (const number of [...this.pages.keys()].sort((a, b) => a - b)) {
      const page = this.pages.get(number) ?? [];
      for (let place = 0; place < PAGE; place++) {
        const by = page[place] ?? 0;
        if (by !== 0) found.push(number * PAGE + place, by);
      }
    }
    return Int32Array.from(found);
  }

  private toPage(key: number, by: number): void {
    const number = Math.floor(key / PAGE);
    let page = this.pages.get(number);
    if (page === undefined) {
      page = new Int32Array(PAGE);
      this.pages.set(number, page);
    }
    const place = key % PAGE;
    page[place] = (page[place] ?? 0) + by;
  }
}
