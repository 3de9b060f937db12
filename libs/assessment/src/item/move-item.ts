import { actingPerson, type RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { itemMoved } from '../events.js';
import { type ItemState, moveItem } from './item.js';
import { ItemRepository, type KnownItem } from './item.repository.js';
import { refusal } from './refusals.js';
import { mustBeCurrent } from './revise-item.js';

export interface MoveItemInput {
  readonly key: string;
  /** The version that whoever decides has read. */
  readonly version: number;
}

/** One step of an item's life. */
interface Step extends MoveItemInput {
  readonly to: ItemState;
  /** For the erasable payload. */
  readonly reason?: string;
}

/** The way of every step: it is decided on the version that was read, and staying where one is is the same answer. */
@Injectable()
export class MoveItem {
  constructor(
    private readonly work: UnitOfWork,
    private readonly items: ItemRepository,
  ) {}

  /** Moves the item by its table (ASM-03), unless `may` refuses. Refuses ASM-67 when it has changed since. */
  async execute(ctx: RequestContext, step: Step, may: (item: KnownItem) => void = () => {}): Promise<string> {
    const { key, version, to, reason } = step;
    return this.work.run(ctx, async (announce) => {
      const item = found((await this.items.byKeys([key])).get(key));
      mustBeCurrent(item, version);
      if (item.state === to) return key;
      const state = moveItem(key, item.state, to);
      may(item);

      if (state === 'ready') await this.items.saveApproval(item.id, actingPerson(ctx) ?? null);
      else await this.items.saveState(item.id, state);

      const moved = { itemKey: key, courseCode: item.courseCode, version, from: item.state, to: state };
      announce(itemMoved(moved, reason === undefined ? {} : { payload: { reason } }));
      return key;
    });
  }
}

/** Sends a draft to the reviewers. */
@Injectable()
export class SendItem {
  constructor(private readonly moves: MoveItem) {}

  async execute(ctx: RequestContext, input: MoveItemInput): Promise<string> {
    return this.moves.execute(ctx, { ...input, to: 'in-review' }, ({ key, state }) => {
      // A ready item goes back to review by a new version only: nothing else has changed.
      if (state === 'ready') moveItem(key, state, 'draft');
    });
  }
}

/** Makes a reviewed item ready to draw. Refuses ASM-64: nobody approves what they wrote, in whichever version. */
@Injectable()
export class ApproveItem {
  constructor(private readonly moves: MoveItem) {}

  async execute(ctx: RequestContext, input: MoveItemInput): Promise<string> {
    const reviewer = actingPerson(ctx);
    return this.moves.execute(ctx, { ...input, to: 'ready' }, ({ key, authorIds }) => {
      if (reviewer !== undefined && authorIds.includes(reviewer))
        throw refusal('ITEM_SELF_APPROVED', { facts: { key } });
    });
  }
}

export interface ReturnItemInput extends MoveItemInput {
  /** What is to be mended, in 3 to 500 characters. */
  readonly reason: string;
}

/** Gives an item in review back to its author, saying why (ASM-68). */
@Injectable()
export class ReturnItem {
  constructor(private readonly moves: MoveItem) {}

  async execute(ctx: RequestContext, input: ReturnItemInput): Promise<string> {
    const { key, version } = input;
    const reason = input.reason.trim();
    if (reason.length < 3 || reason.length > 500) throw refusal('ITEM_RETURN_REASON', { field: 'reason' });
    return this.moves.execute(ctx, { key, version, to: 'draft', reason });
  }
}
