import type { RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { candidateOf } from '../access.js';
import type { ItemVersion } from '../item/item.js';
import { ItemRepository } from '../item/item.repository.js';
import { distributionOf, type ItemDistribution } from './angoff.js';
import type { Panel, PanelItem } from './panel.js';
import { PanelRepository } from './panel.repository.js';
import { FiguresOfPanel, type PanelFigures } from './panel-figures.js';
import type { PanelId } from './pass-mark.js';

/** A panel as the College's publishers see it: who has rated, never what anybody said. */
export interface PanelProgress {
  readonly panel: Panel;
  /** Who has rated in the open round; of a closed panel in the second. */
  readonly ratedBy: readonly string[];
  readonly figures: PanelFigures | null;
}

/** One item on a judge's desk. */
export interface ItemToRate {
  readonly item: PanelItem;
  readonly version: ItemVersion;
  /** What the judge said last; null before they did. */
  readonly own: number | null;
  /** How all first ratings lie; null in the first round. */
  readonly distribution: ItemDistribution | null;
}

/** Reads panels: for who runs them, and for their judges. */
@Injectable()
export class PanelReader {
  constructor(
    private readonly panels: PanelRepository,
    private readonly figures: FiguresOfPanel,
    private readonly items: ItemRepository,
  ) {}

  /** A panel with its progress, and with its figures once it is closed. */
  async progress(panelId: PanelId): Promise<PanelProgress> {
    const panel = await this.panels.load(panelId);
    const rated = await this.panels.ratings(panelId, panel.state === 'ROUND_ONE' ? 1 : 2);
    return { panel, ratedBy: rated.map(({ judgeId }) => judgeId), figures: await this.figures.of(panel) };
  }

  /** The panels of a course, newest first. */
  async ofCourse(courseCode: string): Promise<Panel[]> {
    return this.panels.ofCourse(courseCode);
  }

  /** The panels of which the actor is a judge, newest first. */
  async ofJudge(ctx: RequestContext): Promise<Panel[]> {
    return this.panels.ofJudge(candidateOf(ctx));
  }

  /** What a judge rates; NOT_FOUND for whoever is none. */
  async desk(ctx: RequestContext, panelId: PanelId): Promise<{ panel: Panel; items: ItemToRate[] }> {
    const judgeId = candidateOf(ctx);
    const panel = await this.panels.load(panelId);
    found(panel.judgeIds.includes(judgeId) ? panel : null);
    const first = await this.panels.ratings(panelId, 1);
    const second = await this.panels.ratings(panelId, 2);
    const own = [...second, ...first].find((rating) => rating.judgeId === judgeId);
    const versions = await this.items.versionsById(panel.items.map(({ itemVersionId }) => itemVersionId));
    const items = panel.items.flatMap((item) => {
      const version = versions.get(item.itemVersionId);
      if (version === undefined) return [];
      const distribution = panel.state === 'ROUND_ONE' ? null : distributionOf(item.itemId, first);
      return [{ item, version, own: own?.percents[item.itemId] ?? null, distribution }];
    });
    return { panel, items };
  }
}
