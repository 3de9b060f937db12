import type { UnitId } from '@app/identity';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { refusal } from '../refusals.js';
import { type CellChanges, collectChanges } from './contribution.js';
import { ContributionRepository } from './contribution.repository.js';
import { CountRepository } from './count.repository.js';
import { FactsReader } from './facts.reader.js';
import { KeepCover } from './keep-cover.js';
import { type Lease, StaleRepository } from './stale.repository.js';

/** What a rebuild found. */
export interface CoverRebuilt {
  readonly people: number;
  readonly units: number;
  /** How many counts were not what they should have been: 0 unless something is wrong. */
  readonly corrected: number;
}

/**
 * Builds a force's cover from the facts: first each person's contribution, then each unit's counts from those. Every step
 * leaves cover whole, so it may run while cover is read, and again after a crash (CAP-06).
 */
@Injectable()
export class RebuildCover {
  constructor(
    private readonly work: UnitOfWork,
    private readonly facts: FactsReader,
    private readonly contributions: ContributionRepository,
    private readonly counts: CountRepository,
    private readonly stale: StaleRepository,
    private readonly keepCover: KeepCover,
  ) {}

  async execute(ctx: RequestContext): Promise<CoverRebuilt> {
    const lease = await this.stale.takeLease(ctx.force);
    if (lease === null) throw refusal('COVER_BEING_KEPT');
    try {
      return await this.rebuild(ctx, lease);
    } finally {
      await this.stale.giveBack(ctx.force, lease);
    }
  }

  private async rebuild(ctx: RequestContext, lease: Lease): Promise<CoverRebuilt> {
    const counted = await this.contributions.personIds(ctx.force);
    const everybody = [...new Set([...counted, ...(await this.facts.everybody(ctx.force))])];
    await this.stale.mark(ctx.force, everybody);
    while ((await this.keepCover.countMarked(ctx)) > 0) await this.hold(ctx, lease);
    const units = new Set([
      ...(await this.contributions.unitIds(ctx.force)),
      ...(await this.counts.unitIds(ctx.force)),
    ]);
    let corrected = 0;
    for (const unitId of units) {
      corrected += await this.work.run(ctx, () => this.rebuildUnit(ctx, unitId as UnitId | null));
      await this.hold(ctx, lease);
    }
    return { people: everybody.length, units: units.size, corrected };
  }

  private async rebuildUnit(ctx: RequestContext, unitId: UnitId | null): Promise<number> {
    const changes = new Map<string, CellChanges>();
    collectChanges(changes, [], await this.contributions.entriesOfUnit(ctx.force, unitId));
    return this.counts.replaceUnit(ctx.force, unitId, changes);
  }

  private async hold(ctx: RequestContext, lease: Lease): Promise<void> {
    if (!(await this.stale.keepLease(ctx.force, lease))) throw refusal('COVER_BEING_KEPT');
  }
}
