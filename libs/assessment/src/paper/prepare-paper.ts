import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import type { Attempt, PaperItem } from '../attempt/attempt.js';
import type { ItemVersion } from '../item/item.js';
import { ItemRepository } from '../item/item.repository.js';
import { SeenItemRepository } from '../item/seen-item.repository.js';
import { Bank, type PaperSource } from './bank.js';
import { rulesOf } from './blueprint.schema.js';
import { isDrawableBy, isInScope } from './demands.js';
import { drawPaper, randomOf } from './draw.js';
import { type DrawRecord, DrawRepository } from './draw.repository.js';
import { freezePaper } from './freeze-paper.js';
import type { SeededRandom } from './random.js';
import { Solver } from './solver.js';
import { keepWhole } from './units.js';

/** A paper as drawn and frozen, with what it was drawn from. */
export interface PreparedPaper {
  readonly paper: readonly PaperItem[];
  readonly draw: DrawRecord;
}

/** Draws, freezes and replays papers. */
@Injectable()
export class PreparePaper {
  constructor(
    private readonly bank: Bank,
    private readonly items: ItemRepository,
    private readonly seen: SeenItemRepository,
    private readonly draws: DrawRepository,
    private readonly solver: Solver,
  ) {}

  /** A paper for this person, drawn by the seed. Refuses ASM-27 when the items they may draw do not suffice. */
  async execute(source: PaperSource, personId: PersonId, seed: string): Promise<PreparedPaper> {
    const rules = rulesOf(source.blueprint);
    const drawable = keepWhole(
      source.items,
      (item) => isInScope(rules, item) && isDrawableBy(personId, item),
    );
    const lastSeen = await this.seen.lastSeen(
      personId,
      drawable.map(({ id }) => id),
    );
    const candidates = drawable.map((item) => ({ item, lastSeen: lastSeen.get(item.id)?.getTime() ?? null }));
    return this.replay({ seed, rules, candidates, allowsDraftWelsh: this.bank.isDemonstration });
  }

  /** A paper as the seed draws it for somebody who has seen nothing. Nobody gets it, so nothing is counted or kept. */
  async sample({ blueprint, items }: PaperSource, seed: string): Promise<readonly ItemVersion[]> {
    const candidates = items.map((item) => ({ item, lastSeen: null }));
    return this.versions({ seed, rules: rulesOf(blueprint), candidates }, randomOf(seed));
  }

  /** The paper that these inputs give: bit for bit the same, however often. */
  async replay(draw: DrawRecord): Promise<PreparedPaper> {
    const random = randomOf(draw.seed);
    const inOrder = await this.versions(draw, random);
    const allowsDraftWelsh = draw.allowsDraftWelsh ?? this.bank.isDemonstration;
    const paper = freezePaper(inOrder, random, { allowsDraftWelsh });
    return { paper, draw };
  }

  /** Keeps what the attempt was drawn from, and notes that the person has seen the items. */
  async keep(scope: ForceScope, attempt: Attempt, draw: DrawRecord): Promise<void> {
    await this.draws.add(attempt, draw);
    const itemIds = attempt.paper.map(({ itemId }) => itemId);
    await this.seen.mark(scope, attempt.personId, { itemIds, at: attempt.startedAt });
  }

  private async versions(
    draw: Pick<DrawRecord, 'seed' | 'rules' | 'candidates'>,
    random: SeededRandom,
  ): Promise<ItemVersion[]> {
    const drawn = await drawPaper(draw.rules, draw.candidates, { random, solve: this.solver.solve });
    const versions = await this.items.versionsById(drawn.map(({ versionId }) => versionId));
    return drawn.map(({ versionId }) => found(versions.get(versionId)));
  }
}
