import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { type Announce, UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { blueprintFellShort, itemRetired } from '../events.js';
import { type BankItem, type ItemState, moveItem } from '../item/item.js';
import { ItemRepository } from '../item/item.repository.js';
import { Bank } from './bank.js';
import type { Blueprint } from './blueprint.js';
import { BlueprintRepository } from './blueprint.repository.js';
import { factsOf } from './must-be-met.js';
import { refusal } from './refusals.js';
import { Solver } from './solver.js';
import { canBeMet, type Shortage, shortageOf } from './verdict.js';

export interface RetireItemInput {
  readonly itemKey: string;
  /** Why it cannot wait until another is ready, in 3–500 characters; null: rather not retire it then. */
  readonly evenIfShort: string | null;
}

/** What retiring did. `short`: the blueprints that the bank can no longer meet for want of this item. */
export interface ItemRetired {
  readonly itemKey: string;
  readonly state: ItemState;
  readonly short: readonly Blueprint[];
}

interface Short {
  readonly blueprint: Blueprint;
  readonly shortage: Shortage;
}

/**
 * Takes an item out of the bank for ever; papers that hold it keep it. Refused, naming them, when blueprints that could be
 * met could not be met without it (ASM-74), unless a reason is given why it cannot wait: then those blueprints are marked as
 * short and the College is told. Retiring again is the same answer.
 */
@Injectable()
export class RetireItem {
  constructor(
    private readonly work: UnitOfWork,
    private readonly items: ItemRepository,
    private readonly blueprints: BlueprintRepository,
    private readonly bank: Bank,
    private readonly solver: Solver,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, { itemKey, evenIfShort }: RetireItemInput): Promise<ItemRetired> {
    const reason = reasonOf(evenIfShort);
    return this.work.run(ctx, async (announce) => {
      const item = found((await this.items.byKeys([itemKey])).get(itemKey));
      const blueprints = await this.blueprints.forBankChange(item.courseCode);
      if (item.state === 'retired') return retired(itemKey, blueprints);
      const bank = await this.items.bank(item.courseCode);

      const state = moveItem(itemKey, item.state, 'retired');
      const short = await this.fallShort(blueprints, bank, itemKey);
      if (short.length > 0 && reason === null) throw stillNeeded(itemKey, short);

      await this.items.saveState(item.id, state);
      for (const one of short) await this.mark(one.blueprint, { itemKey, reason: reason ?? '' }, announce);

      announce(itemRetired({ itemId: item.id, itemKey, courseCode: item.courseCode }));
      return retired(itemKey, await this.blueprints.ofCourse(item.courseCode));
    });
  }

  /** Those that are met now and would not be without the item: as this installation draws, and with samples counted. */
  private async fallShort(
    blueprints: readonly Blueprint[],
    bank: readonly BankItem[],
    itemKey: string,
  ): Promise<Short[]> {
    const { solve } = this.solver;
    const short: Short[] = [];
    for (const blueprint of blueprints) {
      for (const items of [this.bank.allowed(bank), bank]) {
        if (short.some((one) => one.blueprint === blueprint) || !(await canBeMet(blueprint, items, solve)))
          continue;
        const left = items.filter(({ key }) => key !== itemKey);
        const shortage = await shortageOf(blueprint, left, solve);
        if (shortage !== null) short.push({ blueprint, shortage });
      }
    }
    return short;
  }

  private async mark(
    blueprint: Blueprint,
    { itemKey, reason }: { itemKey: string; reason: string },
    announce: Announce,
  ): Promise<void> {
    const { courseCode, componentKey } = blueprint;
    await this.blueprints.markShort(blueprint, { since: this.clock.now(), itemKey, reason });
    announce(blueprintFellShort({ courseCode, componentKey, itemKey }, { payload: { reason } }));
  }
}

function retired(itemKey: string, blueprints: readonly Blueprint[]): ItemRetired {
  return { itemKey, state: 'retired', short: blueprints.filter(({ short }) => short?.itemKey === itemKey) };
}

/** ASM-75: a reason of 3 to 500 characters, or none at all. */
function reasonOf(evenIfShort: string | null): string | null {
  if (evenIfShort === null) return null;
  const reason = evenIfShort.trim();
  if (reason.length < 3 || reason.length > 500)
    throw refusal('SHORT_REASON_MALFORMED', { field: 'evenIfShort' });
  return reason;
}

function stillNeeded(key: string, short: readonly Short[]) {
  const blueprints = short
    .map(({ blueprint }) => `${blueprint.courseCode}/${blueprint.componentKey}`)
    .join(', ');
  const [first] = short;
  const { quota, needed, available } =
    first?.shortage.kind === 'conflict' ? factsOf(first.shortage) : { quota: key, needed: 1, available: 0 };
  return refusal('ITEM_STILL_NEEDED', {
    facts: { key, blueprints, quota, needed, available },
    field: 'itemKey',
  });
}
