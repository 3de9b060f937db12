import type { UnitId } from '@app/identity';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Injectable } from '@nestjs/common';
import { refusal } from '../refusals.js';
import type { MovesByTally } from './expand.js';
import { FactsReader } from './facts.reader.js';
import { correct, Gathering, overlaps } from './gather.js';
import { KeepCover } from './keep-cover.js';
import { profileOf } from './profile.js';
import { ProfileRepository } from './profile.repository.js';
import { type Lease, StaleRepository } from './stale.repository.js';
import { type CoverState, StateRepository } from './state.repository.js';
import { TallyRepository } from './tally.repository.js';

/** What a rebuild found. */
export interface CoverRebuilt {
  readonly people: number;
  readonly units: number;
  /** How many parts of tallies were not what they should have been: 0 unless something is wrong. */
  readonly corrected: number;
}

/** How many people are read at once. */
const BATCH = 1000;

/** Where a rebuild has got to. */
interface Place {
  readonly unitId: UnitId;
  readonly gathering: Gathering;
  readonly corrections: MovesByTally;
  /** The place of each unit in the order of the rebuild. */
  readonly order: ReadonlyMap<UnitId, number>;
}

/** A rebuild under way. */
interface Rebuild {
  readonly ctx: RequestContext;
  readonly lease: Lease;
  readonly before: number;
  readonly state: CoverState;
}

/**
 * Builds a force's cover from the facts, beside the one that is read meanwhile: each person's profile, then the tallies of each
 * unit from those, from the bottom of the tree up. In the end one write puts it in the place of the old one; what changed
 * meanwhile is marked, and counted then. After a crash the next rebuild begins anew (CAP-06).
 */
@Injectable()
export class RebuildCover {
  constructor(
    private readonly facts: FactsReader,
    private readonly states: StateRepository,
    private readonly profiles: ProfileRepository,
    private readonly tallies: TallyRepository,
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
      await this.keepCover.drain(ctx);
    }
  }

  private async rebuild(ctx: RequestContext, lease: Lease): Promise<CoverRebuilt> {
    const { generation: before, columns } = await this.states.of(ctx.force);
    await this.keepOnly(ctx, before);
    const state = { generation: before + 1, columns };
    const rebuild = { ctx, lease, before, state };
    const people = await this.rebuildProfiles(rebuild);
    const counted = await this.rebuildTallies(rebuild);
    await this.hold(rebuild);
    await this.states.save(ctx.force, state);
    await this.keepOnly(ctx, state.generation);
    return { people, ...counted };
  }

  private async keepOnly({ force }: RequestContext, generation: number): Promise<void> {
    await this.tallies.keepOnly(force, generation);
    await this.profiles.keepOnly(force, generation);
  }

  /** While one batch is worked out, the next is being read and the one before written. */
  private async rebuildProfiles(rebuild: Rebuild): Promise<number> {
    const { force } = rebuild.ctx;
    const everybody = this.facts.everybody(force, BATCH);
    const next = async () => {
      const batch = await everybody.next();
      return batch.done === true ? null : this.facts.of(force, batch.value);
    };
    let people = 0;
    let writing: Promise<void> = Promise.resolve();
    for (let facts = await next(); facts !== null; ) {
      const reading = next();
      reading.catch(() => undefined);
      const profiles = facts.map((each) => ({ personId: each.personId, profile: profileOf(each) }));
      await writing;
      writing = this.profiles.add(force, rebuild.state.generation, profiles);
      writing.catch(() => undefined);
      people += profiles.length;
      await this.hold(rebuild);
      facts = await reading;
    }
    await writing;
    return people;
  }

  private async rebuildTallies(rebuild: Rebuild): Promise<{ units: number; corrected: number }> {
    const { ctx, before, state } = rebuild;
    const below = childrenOf(await this.facts.paths(ctx.force));
    const order = fromTheBottom(below);
    const corrections: MovesByTally = new Map();
    const writer = this.tallies.writer(ctx.force, { made: state.generation, before });
    let units = 0;
    const gather = async (unitId: UnitId | null): Promise<Gathering> => {
      const gathering = new Gathering();
      for (const child of below.get(unitId) ?? []) gathering.include(await gather(child));
      if (unitId !== null) await this.countPeople(rebuild, { unitId, gathering, corrections, order });
      let isCounted = false;
      for (const { key, pairs } of gathering.tallies(unitId, corrections)) {
        await writer.add(key, pairs);
        isCounted ||= pairs.length > 0;
      }
      if (isCounted) units += 1;
      await this.hold(rebuild);
      return gathering;
    };
    await gather(null);
    return { units, corrected: await writer.end() };
  }

  private async countPeople(
    { ctx, state }: Rebuild,
    { unitId, gathering, corrections, order }: Place,
  ): Promise<void> {
    for await (const batch of this.profiles.inUnits(ctx.force, state.generation, [unitId])) {
      for (const { profile } of batch) {
        for (const post of profile.posts)
          if (post.path.at(-1) === unitId) gathering.count(profile, post, state.columns);
        // What is wrong lies where postings meet: in units that come after the first of them.
        if (firstOf(profile.posts, order) === unitId && overlaps(profile))
          correct(corrections, profile, state.columns);
      }
    }
  }

  private async hold({ ctx, lease }: Rebuild): Promise<void> {
    if (!(await this.stale.keepLease(ctx.force, lease))) throw refusal('COVER_BEING_KEPT');
  }
}

/** The units below each unit; those at the top are below null. */
function childrenOf(paths: ReadonlyMap<UnitId, readonly UnitId[]>): Map<UnitId | null, UnitId[]> {
  const below = new Map<UnitId | null, UnitId[]>();
  for (const [unitId, path] of paths) {
    const parent = path.at(-2) ?? null;
    below.set(parent, [...(below.get(parent) ?? []), unitId]);
  }
  return below;
}

/** The place of each unit in an order in which those below come first. */
function fromTheBottom(below: ReadonlyMap<UnitId | null, readonly UnitId[]>): Map<UnitId, number> {
  const order = new Map<UnitId, number>();
  const visit = (unitId: UnitId | null): void => {
    for (const child of below.get(unitId) ?? []) visit(child);
    if (unitId !== null) order.set(unitId, order.size);
  };
  visit(null);
  return order;
}

function firstOf(
  posts: readonly { readonly path: readonly UnitId[] }[],
  order: ReadonlyMap<UnitId, number>,
): UnitId | undefined {
  const units = posts.flatMap(({ path }) => path.at(-1) ?? []);
  return units.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))[0];
}
