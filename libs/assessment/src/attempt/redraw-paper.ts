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
    const answered = attempt.paper.filter(({ itemId }) => attempt.answers[itemId] !== undefined);
    const drawId = newId<AttemptId>();
    const { kept, fresh } =
      answered.length === attempt.paper.length
        ? { kept: answered, fresh: [] }
        : await this.remainder(ctx, { attempt, answered, drawId });
    const voided = attempt.paper.filter((item) => !kept.includes(item)).map(({ itemId }) => itemId);
    await this.seen.mark(ctx.force, attempt.personId, { itemIds: fresh.map(({ itemId }) => itemId), at });
    const next: Attempt = {
      ...attempt,
      paper: [...kept, ...fresh],
      voidedItemIds: [...attempt.voidedItemIds, ...voided],
      lockedItemIds: kept.map(({ itemId }) => itemId),
    };
    return { attempt: next, fresh, drawId };
  }

  /**
   * The remainder beside everything that was answered; where there is none, beside what was answered apart from sets that were
   * answered in part, since whole sets may fill only whole gaps (ASM-94).
   */
  private async remainder(ctx: RequestContext, of: Recalled): Promise<Remainder> {
    const { attempt, answered } = of;
    const { blueprint, items } = await this.bank.sourceOf(attempt.courseCode, attempt.componentKey);
    const source: Source = { rules: rulesOf(blueprint), items, known: await this.known(ctx, attempt, items) };
    const beside = await this.draw(of, { ...source, kept: answered });
    if (beside !== null) return { kept: answered, fresh: beside };
    const whole = answered.filter(({ itemId }) => !isOfBrokenSet(itemId, of, source.known));
    const fresh = whole.length === answered.length ? null : await this.draw(of, { ...source, kept: whole });
    if (fresh === null) throw refusal('RECALL_BANK_SHORT');
    return { kept: whole, fresh };
  }

  /** The fresh items beside those that are kept, with the draw on record; null when the bank has too few. */
  private async draw(of: Recalled, from: Source & Keeping): Promise<PaperItem[] | null> {
    const { attempt, drawId } = of;
    const keptIds = new Set<string>(from.kept.map(({ itemId }) => itemId));
    const fixed = [...from.known.values()].filter(({ id }) => keptIds.has(id)).map(forItself);
    const unseen = await this.unseen(
      attempt,
      from.rules,
      from.items.filter(({ id }) => !keptIds.has(id)),
    );
    const draw = {
      seed: randomBytes(16).toString('hex'),
      rules: remainderOf(from.rules, { fixed, unseen }),
      candidates: [...fixed, ...unseen].map((item) => ({ item, lastSeen: null })),
      allowsDraftWelsh: this.bank.isDemonstration,
    };
    try {
      const { paper } = await this.papers.replay(draw);
      await this.draws.add({ ...attempt, id: drawId }, draw, attempt.id);
      return paper.filter(({ itemId }) => !keptIds.has(itemId));
    } catch (error) {
      if (error instanceof Refusal && error.code === 'PAPER_SHORT') return null;
      throw error;
    }
  }

  /** The bank's items, and those of this attempt as they were when they were drawn: they may have retired since. */
  private async known(
    ctx: RequestContext,
    attempt: Attempt,
    now: readonly BankItem[],
  ): Promise<ReadonlyMap<string, BankItem>> {
    const ids = [attempt.recall?.drawId, attempt.id].filter((id) => id !== null && id !== undefined);
    const known = new Map<string, BankItem>(now.map((item) => [item.id, item]));
    for (const id of ids) {
      const draw = await this.draws.of(ctx.force, id);
      for (const { item } of draw?.candidates ?? []) known.set(item.id, item);
    }
    return known;
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

interface Recalled {
  readonly attempt: Attempt;
  readonly answered: readonly PaperItem[];
  readonly drawId: AttemptId;
}

interface Source {
  readonly rules: PaperRules;
  readonly items: readonly BankItem[];
  /** By id. */
  readonly known: ReadonlyMap<string, BankItem>;
}

interface Keeping {
  readonly kept: readonly PaperItem[];
}

interface Remainder extends Keeping {
  readonly fresh: readonly PaperItem[];
}

/** An answered item stands by itself: what it was drawn with, or excluded, is no question any more. */
function forItself(item: BankItem): BankItem {
  return { ...item, stimulusId: null, excludes: [] };
}

/** Whether it was drawn in a set of which something was shown and not answered, now or before an earlier recall. */
function isOfBrokenSet(itemId: string, of: Recalled, known: ReadonlyMap<string, BankItem>): boolean {
  const set = known.get(itemId)?.stimulusId ?? null;
  const { paper, voidedItemIds } = of.attempt;
  const lost = [...paper.map((item) => item.itemId), ...voidedItemIds].filter(
    (id) => !of.answered.some((each) => each.itemId === id),
  );
  return set !== null && lost.some((id) => known.get(id)?.stimulusId === set);
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
