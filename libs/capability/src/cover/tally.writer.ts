import type { TallyKey } from './expand.js';
import { isSamePart, type Pairs, type Part, partsOf } from './tally.js';

/** Where a writer's parts go. */
export interface TallyStore<P extends Part & { readonly _id: string }> {
  stored(key: TallyKey, part: string, own: Part): P;
  insert(parts: readonly P[]): Promise<void>;
  /** The same parts as the generation before had them, in any order; those it had not are absent. */
  before(parts: readonly P[]): Promise<readonly P[]>;
  countBefore(): Promise<number>;
}

/** So many parts, or so many bytes, are written at once. */
const MOST_PARTS = 1000;
const MOST_BYTES = 4_000_000;

/** Writes the tallies of a generation, a bounded part of them at a time, and holds them against those of the one before. */
export class TallyWriter<P extends Part & { readonly _id: string }> {
  private waiting: P[] = [];
  private bytes = 0;
  private writing: Promise<void> = Promise.resolve();
  private left: number | null = null;
  private wrong = 0;

  constructor(private readonly store: TallyStore<P>) {}

  /** Adds a tally. What is worked out next is worked out while it is being written. */
  async add(key: TallyKey, pairs: Pairs): Promise<void> {
    for (const [name, part] of partsOf(pairs)) {
      this.waiting.push(this.store.stored(key, name, part));
      this.bytes += bytesOf(part);
      if (this.waiting.length >= MOST_PARTS || this.bytes >= MOST_BYTES) await this.flush();
    }
  }

  /** Writes what waits. Returns how many parts of the generation before were otherwise, too many or not there. */
  async end(): Promise<number> {
    await this.flush();
    await this.writing;
    return this.wrong + (this.left ?? 0);
  }

  private async flush(): Promise<void> {
    const parts = this.waiting;
    this.waiting = [];
    this.bytes = 0;
    await this.writing;
    this.writing = this.write(parts);
    // Whoever awaits it meets the fault; until then it is nobody's.
    this.writing.catch(() => undefined);
  }

  private async write(parts: readonly P[]): Promise<void> {
    this.left ??= await this.store.countBefore();
    if (parts.length === 0) return;
    await this.store.insert(parts);
    if (this.left === 0) {
      this.wrong += parts.length;
      return;
    }
    const known = new Map((await this.store.before(parts)).map((part) => [nameIn(part), part]));
    this.left -= known.size;
    for (const part of parts) {
      const was = known.get(nameIn(part));
      if (was === undefined || !isSamePart(was, part)) this.wrong += 1;
    }
  }
}

/** The same in every generation. */
function nameIn({ _id }: { readonly _id: string }): string {
  return _id.split('|').slice(2).join('|');
}

function bytesOf({ moves, at, last }: Part): number {
  return (moves?.length ?? 0) + (last?.length ?? 0) * (1 + Object.keys(at ?? {}).length);
}
