import { createHash } from 'node:crypto';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { refusal } from '../refusals.js';
import { checkItem, keysTwice } from './check-item.js';
import { type ItemText, keepsItsUse, moveItem, type PackItem } from './item.js';
import { ItemRepository, type KnownItem } from './item.repository.js';

const FAULTS_SHOWN = 20;

/** What loading did with each item. */
export interface ItemsLoaded {
  readonly added: number;
  /** Those that got a new version. */
  readonly changed: number;
  readonly unchanged: number;
}

/**
 * Loads items of the content pack: a known item whose text differs gets a new version, one whose text is the same stays
 * as it is, so loading a pack twice does nothing the second time. All or nothing. Refuses ASM-02, ASM-03, ASM-04.
 */
@Injectable()
export class LoadItems {
  constructor(
    private readonly work: UnitOfWork,
    private readonly items: ItemRepository,
  ) {}

  async execute(ctx: RequestContext, pack: readonly PackItem[]): Promise<ItemsLoaded> {
    refuseFaults(pack);
    return this.work.run(ctx, async () => {
      const known = await this.items.byKeys(pack.map(({ key }) => key));
      const loaded = { added: 0, changed: 0, unchanged: 0 };
      for (const item of pack) loaded[await this.load(known.get(item.key), item)] += 1;
      return loaded;
    });
  }

  private async load(known: KnownItem | undefined, item: PackItem): Promise<keyof ItemsLoaded> {
    const { key, courseCode, state, ...text } = item;
    const digest = digestOf(text);
    if (known !== undefined) {
      keepsItsUse(key, known.use, item.use);
      moveItem(key, known.state, state);
      if (known.digest === digest) {
        if (known.state !== state) await this.items.saveState(known.id, state);
        return known.state === state ? 'unchanged' : 'changed';
      }
    }
    const number = (known?.versionNumber ?? 0) + 1;
    await this.items.save(known, { key, courseCode, state, number, digest, text });
    return known === undefined ? 'added' : 'changed';
  }
}

function refuseFaults(pack: readonly PackItem[]): void {
  const faults = pack.flatMap((item) => checkItem(item).map((fault) => fault.sentence('en')));
  for (const key of keysTwice(pack.map((item) => item.key))) faults.push(`Item ${key} was brought twice.`);
  if (faults.length === 0) return;
  const shown = faults.slice(0, FAULTS_SHOWN).join(' ');
  throw refusal('ITEMS_FAULTY', { facts: { count: faults.length, faults: shown } });
}

/** A digest that does not depend on the order in which fields were written. */
export function digestOf(text: ItemText): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(text)))
    .digest('hex');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]),
  );
}
