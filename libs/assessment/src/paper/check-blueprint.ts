import type { RequestContext } from '@app/platform/context/request-context.js';
import { Injectable } from '@nestjs/common';
import { ItemRepository } from '../item/item.repository.js';
import { nameOf, refusalOf } from './must-be-met.js';
import { SetBlueprint, type SetBlueprintInput } from './set-blueprint.js';
import { Solver } from './solver.js';
import { type Shortage, shortageOf } from './verdict.js';

/** So many items that answer to these selectors. */
export interface NamedCount {
  readonly name: string;
  readonly count: number;
}

/** Whether a blueprint would hold, and if not, why not and what would mend it. */
export interface BlueprintCheck {
  readonly holds: boolean;
  /** The refusal that setting it would meet, with its sentence for the caller. */
  readonly code: string | null;
  readonly message: string | null;
  /** A smallest set of quotas and fixed items that no paper holds together, with the places each asks for. */
  readonly conflict: readonly NamedCount[];
  /** The places that the conflict asks for, and the most of them that any paper could fill. */
  readonly needed: number;
  readonly available: number;
  /** The fewest new items that would do, by their selectors; null when no new item would. */
  readonly mend: readonly NamedCount[] | null;
}

const HOLDS: BlueprintCheck = {
  holds: true,
  code: null,
  message: null,
  conflict: [],
  needed: 0,
  available: 0,
  mend: [],
};

/** Says whether a blueprint would hold, without setting it. Refuses what contradicts itself or names unknown items, as setting it does. */
@Injectable()
export class CheckBlueprint {
  constructor(
    private readonly blueprints: SetBlueprint,
    private readonly items: ItemRepository,
    private readonly solver: Solver,
  ) {}

  async execute(ctx: RequestContext, input: SetBlueprintInput): Promise<BlueprintCheck> {
    const draft = await this.blueprints.draft(input);
    const shortage = await shortageOf(draft, await this.items.bank(draft.courseCode), this.solver.solve);
    if (shortage === null) return HOLDS;
    const refusal = refusalOf(shortage);
    const told = { holds: false, code: refusal.code, message: refusal.sentence(ctx.language) };
    return { ...told, ...partsOf(shortage) };
  }
}

function partsOf(shortage: Shortage): Pick<BlueprintCheck, 'conflict' | 'needed' | 'available' | 'mend'> {
  if (shortage.kind === 'fixed') {
    const conflict = shortage.keys.map((name) => ({ name, count: 1 }));
    return { conflict, needed: conflict.length, available: 0, mend: null };
  }
  const { needed, available, mend } = shortage;
  const conflict = shortage.conflict.map((one) => ({
    name: nameOf(one),
    count: one.kind === 'demand' ? one.demand.count : 1,
  }));
  return {
    conflict,
    needed,
    available,
    mend: mend?.map(({ demand, count }) => ({ name: demand.name, count })) ?? null,
  };
}
