import { Injectable } from '@nestjs/common';
import type { ItemVersion } from '../item/item.js';
import { ItemRepository } from '../item/item.repository.js';
import { Bank } from './bank.js';
import { PreparePaper } from './prepare-paper.js';
import type { Seed } from './random.js';

export interface SamplePaperInput {
  readonly courseCode: string;
  readonly componentKey: string;
  readonly seed: Seed;
}

/** One question of a sample paper, in the paper's order. */
export interface SampleItem {
  readonly itemKey: string;
  readonly version: ItemVersion;
}

/**
 * A paper as the seed draws it, for authors to look at: for somebody who has seen nothing and written nothing. Nobody gets it,
 * nothing is counted, and the same seed gives the same while the bank stays as it is. Refuses ASM-09 and ASM-27.
 */
@Injectable()
export class SamplePaper {
  constructor(
    private readonly bank: Bank,
    private readonly papers: PreparePaper,
    private readonly items: ItemRepository,
  ) {}

  async execute(input: SamplePaperInput): Promise<readonly SampleItem[]> {
    const source = await this.bank.sourceOf(input.courseCode, input.componentKey);
    const versions = await this.papers.sample(source, input.seed);
    const keys = new Map((await this.items.bank(input.courseCode)).map(({ id, key }) => [id, key]));
    return versions.map((version) => ({ itemKey: keys.get(version.itemId) ?? '', version }));
  }
}
