import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { candidateOf } from '../access.js';
import { itemsRated } from './events.js';
import { checkedRatings, type Panel, roundOf } from './panel.js';
import { PanelRepository } from './panel.repository.js';
import type { PanelId } from './pass-mark.js';
import { refusal } from './refusals.js';

export interface RateItemsInput {
  readonly panelId: PanelId;
  /** Every item of the panel once, 0–100. */
  readonly ratings: readonly { readonly itemId: string; readonly percent: number }[];
}

/**
 * One judge's word on every item of a panel, in the round that is open; said again, it takes the place of what they said in
 * that round. Whoever is no judge of the panel does not find it. A judge who did not rate in the first round takes no part in the
 * second (ASM-162).
 */
@Injectable()
export class RateItems {
  constructor(
    private readonly work: UnitOfWork,
    private readonly panels: PanelRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, { panelId, ratings }: RateItemsInput): Promise<Panel> {
    const judgeId = candidateOf(ctx);
    return this.work.run(ctx, async (announce) => {
      const panel = await this.panels.load(panelId);
      found(panel.judgeIds.includes(judgeId) ? panel : null);
      const round = roundOf(panel);
      const percents = checkedRatings(panel.items, ratings);
      const first = await this.panels.ratings(panelId, 1);
      const tookPart = round === 1 || first.some((rating) => rating.judgeId === judgeId);
      if (!tookPart) throw refusal('PANEL_NOT_RATING');

      await this.panels.rate(panel, { panelId, judgeId, round, percents, at: this.clock.now() });

      announce(itemsRated({ panelId, judgeId, round }));
      return panel;
    });
  }
}
