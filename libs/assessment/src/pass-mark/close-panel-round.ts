import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { panelEnded, panelRoundClosed } from './events.js';
import { FEWEST_JUDGES, movePanel, type Panel, roundOf } from './panel.js';
import { PanelRepository } from './panel.repository.js';
import type { PanelId } from './pass-mark.js';
import { refusal } from './refusals.js';

export interface ClosePanelRoundInput {
  readonly panelId: PanelId;
  /** The round that is meant: closing it again, when the next is open, changes nothing. */
  readonly round: number;
}

/**
 * Closes a round of a panel: after the first the judges see how the ratings lie and rate once more, after the second there are
 * figures to decide on. Refuses ASM-162 while fewer than three have rated in the first round; whoever does not rate again stands
 * by their first word.
 */
@Injectable()
export class ClosePanelRound {
  constructor(
    private readonly work: UnitOfWork,
    private readonly panels: PanelRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, { panelId, round }: ClosePanelRoundInput): Promise<Panel> {
    return this.work.run(ctx, async (announce) => {
      const panel = await this.panels.load(panelId);
      if (isPast(panel, round)) return panel;
      const open = roundOf(panel);
      if (open !== round) throw refusal('PANEL_NOT_RATING', { field: 'round' });
      const { length: rated } = await this.panels.ratings(panelId, open);
      if (open === 1 && rated < FEWEST_JUDGES)
        throw refusal('PANEL_TOO_FEW_RATED', { facts: { least: FEWEST_JUDGES, rated } });
      const closed = movePanel(panel, open === 1 ? 'ROUND_TWO' : 'CLOSED');
      const after = open === 1 ? closed : { ...closed, closedAt: this.clock.now() };

      await this.panels.save(after);

      announce(panelRoundClosed({ panelId, round: open, judges: rated }));
      return after;
    });
  }
}

function isPast({ state }: Panel, round: number): boolean {
  return (round === 1 && state === 'ROUND_TWO') || (round === 2 && state === 'CLOSED');
}

/** Ends a panel that led to no pass mark. Ending it again changes nothing; a decided one is not ended (ASM-162). */
@Injectable()
export class EndPanel {
  constructor(
    private readonly work: UnitOfWork,
    private readonly panels: PanelRepository,
  ) {}

  async execute(ctx: RequestContext, { panelId }: { panelId: PanelId }): Promise<Panel> {
    return this.work.run(ctx, async (announce) => {
      const panel = await this.panels.load(panelId);
      if (panel.state === 'ENDED') return panel;
      const ended = movePanel(panel, 'ENDED');

      await this.panels.save(ended);

      announce(panelEnded({ panelId }));
      return ended;
    });
  }
}
