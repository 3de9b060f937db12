import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { expand, type MovesByTally } from './expand.js';
import { FactsReader } from './facts.reader.js';
import { isEmpty, packed, profileOf, unpacked } from './profile.js';
import { type ProfileOf, ProfileRepository } from './profile.repository.js';
import { type StalePerson, StaleRepository } from './stale.repository.js';
import { StateRepository } from './state.repository.js';
import { TallyRepository } from './tally.repository.js';

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
    private readonly states: StateRepository,
    private readonly profiles: ProfileRepository,
    private readonly tallies: TallyRepository,
    private readonly stale: StaleRepository,
  ) {}

  async execute(ctx: RequestContext, input: KeepCoverInput): Promise<void> {
    await this.stale.mark(ctx.force, input.personIds);
    await this.drain(ctx);
  }

  /** Counts everybody who is marked, unless somebody else is at it. */
  async drain(ctx: RequestContext): Promise<void> {
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
  private async countMarked(ctx: RequestContext): Promise<number> {
    const marked = await this.stale.some(ctx.force, BATCH);
    if (marked.length > 0) await this.work.run(ctx, () => this.countAnew(ctx, marked));
    return marked.length;
  }

  private async countAnew(ctx: RequestContext, marked: readonly StalePerson[]): Promise<void> {
    const personIds = marked.map(({ personId }) => personId);
    const state = await this.states.of(ctx.force);
    const { generation, columns } = state;
    const known = columns.names.length;
    const before = await this.profiles.of(ctx.force, generation, personIds);
    const changed: ProfileOf[] = [];
    const moves: MovesByTally = new Map();
    for (const facts of await this.facts.of(ctx.force, personIds)) {
      const was = before.get(facts.personId);
      const profile = profileOf(facts);
      if (was === undefined ? isEmpty(profile) : was === packed(profile)) continue;
      if (was !== undefined) expand(moves, unpacked(was), { columns, times: -1 });
      expand(moves, profile, { columns, times: 1 });
      changed.push({ personId: facts.personId, profile });
    }
    await this.tallies.apply(ctx.force, generation, moves);
    await this.profiles.save(ctx.force, generation, changed);
    if (columns.names.length > known) await this.states.save(ctx.force, state);
    await this.stale.clear(ctx.force, marked);
  }
}
