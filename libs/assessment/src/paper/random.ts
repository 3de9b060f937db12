/** The seed of a draw: 32 hexadecimal characters, drawn once by a good source and kept with the attempt. */
export type Seed = string;

/**
 * A small generator of our own (sfc32: three words of state and a counter), so that a seed gives the same paper on every
 * machine and every version of Node. It replays draws; it keeps no secret, so use it for nothing else.
 */
export class SeededRandom {
  private a: number;
  private b: number;
  private c: number;
  private counter: number;

  constructor(seed: Seed) {
    if (!/^[0-9a-f]{32}$/.test(seed)) throw new RangeError('A seed is 32 hexadecimal characters');
    const word = (place: number) => Number.parseInt(seed.slice(place * 8, place * 8 + 8), 16) | 0;
    this.a = word(0);
    this.b = word(1);
    this.c = word(2);
    this.counter = word(3);
    for (let round = 0; round < 15; round++) this.next();
  }

  /** The next 32 bits, as a whole number from 0. */
  next(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** A whole number from 0 to below `bound` (1 to 2^32), each as likely as the others: what would favour some is drawn again. */
  below(bound: number): number {
    const fair = 0x1_0000_0000 - (0x1_0000_0000 % bound);
    for (;;) {
      const drawn = this.next();
      if (drawn < fair) return drawn % bound;
    }
  }

  /** The values in a random order (Fisher and Yates); the given list stays as it is. */
  shuffled<T>(values: readonly T[]): T[] {
    const drawn: T[] = [];
    const left = [...values];
    while (left.length > 0) drawn.push(...left.splice(this.below(left.length), 1));
    return drawn;
  }
}
