import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { blueprintFellShort } from '../events.js';
import { ItemRepository } from '../item/item.repository.js';
import { Bank } from './bank.js';
import { BlueprintRepository } from './blueprint.repository.js';
import { Solver } from './solver.js';
import { canBeMet } from './verdict.js';

export interface WatchBlueprintsInput {
  readonly courseCode: string;
  /** The item that moved, or the stimulus whose items did. */
  readonly itemKey: string;
}

/**
 * ASM-78: looks at a course's blueprints again once an item has come into its bank or left it for a while. A correction is never
 * held up by a blueprint: one that can no longer be met is marked as short, and unmarked when it can be met again.
 */
@Injectable()
export class WatchBlueprints {
  constructor(
    private readonly work: UnitOfWork,
    private readonly blueprints: BlueprintRepository,
    private readonly items: ItemRepository,
    private readonly bank: Bank,
    private readonly solver: Solver,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, { courseCode, itemKey }: WatchBlueprintsInput): Promise<void> {
    await this.work.run(ctx, async (announce) => {
      const blueprints = await this.blueprints.forBankChange(courseCode);
      const items = await this.items.bank(courseCode);
      for (const blueprint of blueprints) {
        const { componentKey, short } = blueprint;
        const within = short === null ? items : this.bank.allowed(items);
        const isMet = await canBeMet(blueprint, within, this.solver.solve);
        if (isMet && short !== null) await this.blueprints.markShort(blueprint, null);
        if (isMet || short !== null) continue;
        await this.blueprints.markShort(blueprint, { since: this.clock.now(), itemKey, reason: null });
        announce(blueprintFellShort({ courseCode, componentKey, itemKey }));
      }
    });
  }
}
