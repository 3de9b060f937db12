import { randomBytes } from 'node:crypto';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { Refusal } from '@app/platform/refusal/refusal.js';
import { Injectable } from '@nestjs/common';
import type { BankItem } from '../item/item.js';
import { SeenItemRepository } from '../item/seen-item.repository.js';
import { Bank } from '../paper/bank.js';
import type { PaperRules } from '../paper/blueprint.js';
import { rulesOf } from '../paper/blueprint.schema.js';
import { isDrawableBy, isInScope } from '../paper/demands.js';
import { DrawRepository } from '../paper/draw.repository.js';
import { PreparePaper } from '../paper/prepare-paper.js';
import { keepWhole } from '../paper/units.js';
import type { Attempt, AttemptId, PaperItem } from './attempt.js';
import { refusal } from './pause-refusals.js';

/** A paper after a recall: what was answered, as it stood, and new questions in the place of those that were voided. */
export interface Redrawn {
  readonly attempt: Attempt;
  readonly fresh: readonly PaperItem[];
  readonly drawId: AttemptId;
}

/**
 * Draws the remainder of a recalled attempt (ASM-93): by the same blueprint, with the answered questions fixed, from
 * questions of which this person has seen none. Refuses when too few are left, since a voided question never comes back.
 */
@Injectable()
export class RedrawPaper {
  constructor(
    private readonly bank: Bank,
    private readonly papers: PreparePaper,
    private readonly draws: DrawRepository,
    private readonly seen: SeenItemRepository,
  ) {}

  async execute(ctx: RequestContext, attempt: Attempt, at: Date): Promise<Redrawn> {
    const kept = attempt.paper.filter(({ itemId }) => attempt.answers[itemId] !== undefined);
    const voided = attempt.paper.filter((item) => !kept.includes(item)).map(({ itemId }) => itemId);
    const drawId = newId<AttemptId>();
    const fresh = voided.length === 0 ? [] : await this.draw(ctx, { attempt, kept, drawId });
    await this.seen.mark(ctx.force, attempt.personId, { itemIds: fresh.map(({ itemId }) => itemId), at });
    const next: Attempt = {
      ...attempt,
      paper: [...kept, ...fresh],
      voidedItemIds: [...attempt.voidedItemIds, ...voided],
      lockedItemIds: kept.map(({ itemId }) => itemId),
    };
    return { attempt: next, fresh, drawId };
  }

  private async draw(ctx: RequestContext, of: Remainder): Promise<PaperItem[]> {
    const { attempt, kept, drawId } = of;
    const { blueprint, items } = await this.bank.sourceOf(attempt.courseCode, attempt.componentKey);
    const rules = rulesOf(blueprint);
    const keptIds = new Set<string>(kept.map(({ itemId }) => itemId));
    const fixed = (await this.asDrawn(ctx, attempt, items)).filter(({ id }) => keptIds.has(id));
    const unseen = await this.unseen(
      attempt,
      rules,
      items.filter(({ id }) => !keptIds.has(id)),
    );
    const draw = {
      seed: randomBytes(16).toString('hex'),
      rules: remainderOf(rules, { fixed, unseen }),
      candidates: [...fixed, ...unseen].map((item) => ({ item, lastSeen: null })),
      allowsDraftWelsh: this.bank.isDemonstration,
    };
    try {
      const { paper } = await this.papers.replay(draw);
      await this.draws.add({ ...attempt, id: drawId }, draw, attempt.id);
      return paper.filter(({ itemId }) => !keptIds.has(itemId));
    } catch (error) {
      if (error instanceof Refusal && error.code === 'PAPER_SHORT') throw refusal('RECALL_BANK_SHORT');
      throw error;
    }
  }

  /** The answered items, each for itself, as they were when they were drawn: they may have retired since. */
  private async asDrawn(
    ctx: RequestContext,
    attempt: Attempt,
    now: readonly BankItem[],
  ): Promise<BankItem[]> {
    const ids = [attempt.recall?.drawId, attempt.id].filter((id) => id !== null && id !== undefined);
    const known = new Map(now.map((item) => [item.id, item]));
    for (const id of ids) {
      const draw = await this.draws.of(ctx.force, id);
      for (const { item } of draw?.candidates ?? []) known.set(item.id, item);
    }
    return [...known.values()].map((item) => ({ ...item, stimulusId: null, excludes: [] }));
  }

  /** What the person may draw and has never had before them; a set of which they have seen a part is none of it. */
  private async unseen(attempt: Attempt, rules: PaperRules, items: readonly BankItem[]): Promise<BankItem[]> {
    const ids = items.map(({ id }) => id);
    const seen = await this.seen.lastSeen(attempt.personId, ids);
    return keepWhole(
      items,
      (item) => isInScope(rules, item) && isDrawableBy(attempt.personId, item) && !seen.has(item.id),
    );
  }
}

interface Remainder {
  readonly attempt: Attempt;
  readonly kept: readonly PaperItem[];
  readonly drawId: AttemptId;
}

/** The blueprint's rules with the answered items fixed; of its own fixed ones those that were not seen. */
function remainderOf(
  rules: PaperRules,
  of: { fixed: readonly BankItem[]; unseen: readonly BankItem[] },
): PaperRules {
  const unseen = new Set(of.unseen.map(({ key }) => key));
  const stillFixed = rules.fixed.filter((key) => unseen.has(key));
  return { ...rules, fixed: [...new Set([...of.fixed.map(({ key }) => key), ...stillFixed])] };
}
