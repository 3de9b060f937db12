import { Injectable } from '@nestjs/common';
import {
  type AngoffFigures,
  angoffFigures,
  changeBetween,
  type JudgeRatings,
  type RoundChange,
} from './angoff.js';
import type { Panel } from './panel.js';
import { PanelRepository } from './panel.repository.js';

/** What both rounds of a panel came to. */
export interface PanelFigures {
  readonly first: AngoffFigures;
  readonly second: AngoffFigures;
  readonly change: RoundChange | null;
}

/** Works out what a panel's ratings come to. */
@Injectable()
export class FiguresOfPanel {
  constructor(private readonly panels: PanelRepository) {}

  /** The figures; null before the second round is closed. */
  async of(panel: Panel): Promise<PanelFigures | null> {
    if (panel.state !== 'CLOSED' && panel.state !== 'DECIDED') return null;
    const first = await this.panels.ratings(panel.id, 1);
    const second = await this.panels.ratings(panel.id, 2);
    const last = lastWords(first, second);
    return {
      first: angoffFigures(panel.items, first),
      second: angoffFigures(panel.items, last),
      change: changeBetween(panel.items, first, last),
    };
  }
}

/** ASM-162: of each judge what they said last. */
export function lastWords(first: readonly JudgeRatings[], second: readonly JudgeRatings[]): JudgeRatings[] {
  const again = new Map(second.map((rating) => [rating.judgeId, rating]));
  return first.map((rating) => again.get(rating.judgeId) ?? rating);
}
