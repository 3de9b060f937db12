import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import {
  type CellChanges,
  collectChanges,
  contributionOf,
  type Entry,
  isSameContribution,
} from './contribution.js';
import { ContributionRepository } from './contribution.repository.js';
import { CountRepository } from './count.repository.js';
import { FactsReader } from './facts.reader.js';
import { type StalePerson, StaleRepository } from './stale.repository.js';

/** How many people one transaction counts anew. */
const BATCH = 200;

export interface KeepCoverInput {
  /** Of whom something changed that cover depends on. */
  readonly personIds: readonly PersonId[];
}

/**
 * Counts people anew of whom something changed. It looks at what is, not at what the event said, so order and repeats make
 * no difference. The people are marked first; then whoever holds the force's lease counts all who are marked, in batches:
 * ten thousand events of a roster become some dozens of transactions. A mark set while the lease is held elsewhere is
 * found by its holder, who looks once more after giving the lease back.
 */
@Injectable()
export class KeepCover {
  constructor(
    private readonly work: UnitOfWork,
    private readonly facts: FactsReader,
    private readonly contributions: ContributionRepository,
    private readonly counts: CountRepository,
    private readonly stale: StaleRepository,
  ) {}

  async execute(ctx: RequestContext, input: KeepCoverInput): Promise<void> {
    await this.stale.mark(ctx.force, input.personIds);
    await this.drain(ctx);
  }

  private async drain(ctx: RequestContext): Promise<void> {
    do {
      const lease = await this.stale.takeLease(ctx.force);
      if (lease === null) return;
      try {
        while ((await this.countMarked(ctx)) > 0) if (!(await this.stale.keepLease(ctx.force, lease))) return;
      } finally {
        await this.stale.giveBack(ctx.force, lease);
      }
    } while ((await this.stale.some(ctx.force, 1)).length > 0);
  }

  /** Counts one batch of marked people anew. Returns how many they were. The caller holds the lease. */
  async countMarked(ctx: RequestContext): Promise<number> {
    const marked = await this.stale.some(ctx.force, BATCH);
    if (marked.length > 0) await this.work.run(ctx, () => this.countAnew(ctx, marked));
    return marked.length;
  }

  private async countAnew(ctx: RequestContext, marked: readonly StalePerson[]): Promise<void> {
    const personIds = marked.map(({ personId }) => personId);
    const before = await this.contributions.of(ctx.force, personIds);
    const changed = new Map<PersonId, Entry[]>();
    const changes = new Map<string, CellChanges>();
    for (const facts of await this.facts.of(ctx.force, personIds)) {
      const was = before.get(facts.personId) ?? [];
      const is = contributionOf(facts);
      if (isSameContribution(was, is)) continue;
      changed.set(facts.personId, is);
      collectChanges(changes, was, is);
    }
    await this.counts.apply(ctx.force, changes);
    await this.contributions.save(ctx.force, changed);
    await this.stale.clear(ctx.force, marked);
  }
}
