import type { PersonId } from '@app/platform/context/request-context.js';
import type { ItemId, ItemVersionId } from '../item/item.js';
import type { JudgedItem } from './angoff.js';
import type { PanelId } from './pass-mark.js';
import { refusal } from './refusals.js';

export const FEWEST_JUDGES = 3;
export const MOST_JUDGES = 30;
const MOST_ITEMS = 200;

/** `ROUND_ONE` and `ROUND_TWO` take ratings; `CLOSED` has its figures; `DECIDED` led to a pass mark; `ENDED` led to none. */
export type PanelState = 'ROUND_ONE' | 'ROUND_TWO' | 'CLOSED' | 'DECIDED' | 'ENDED';

/** An item as the panel judges it: in the version of the day on which the panel was opened. */
export interface PanelItem extends JudgedItem {
  readonly itemId: ItemId;
  readonly itemKey: string;
  readonly itemVersionId: ItemVersionId;
}

/**
 * Judges who say of each item how many of a hundred borderline candidates would get it right: once alone, and once more after
 * seeing how all ratings lie, without names. Nothing is drawn from a panel by itself: its figures wait for a decision.
 */
export interface Panel {
  readonly id: PanelId;
  readonly courseCode: string;
  readonly componentKey: string;
  readonly items: readonly PanelItem[];
  readonly judgeIds: readonly PersonId[];
  readonly state: PanelState;
  readonly openedBy: PersonId;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly revision: number;
}

const transitions: Record<PanelState, readonly PanelState[]> = {
  ROUND_ONE: ['ROUND_TWO', 'ENDED'],
  ROUND_TWO: ['CLOSED', 'ENDED'],
  CLOSED: ['DECIDED', 'ENDED'],
  DECIDED: [],
  ENDED: [],
};

/** The panel in its next state. A step that the table has not is ASM-162. */
export function movePanel(panel: Panel, to: PanelState): Panel {
  if (!transitions[panel.state].includes(to)) throw refusal('PANEL_NOT_RATING');
  return { ...panel, state: to };
}

/** The round that takes ratings; throws ASM-162 when none does. */
export function roundOf(panel: Pick<Panel, 'state'>): 1 | 2 {
  if (panel.state === 'ROUND_ONE') return 1;
  if (panel.state === 'ROUND_TWO') return 2;
  throw refusal('PANEL_NOT_RATING');
}

/** ASM-161: throws unless there is a bearable number of items and of judges, each once. */
export function refuseWrongSize(itemKeys: readonly string[], judgeIds: readonly PersonId[]): void {
  const [items, judges] = [new Set(itemKeys).size, new Set(judgeIds).size];
  const isSound =
    items === itemKeys.length &&
    judges === judgeIds.length &&
    items >= 1 &&
    items <= MOST_ITEMS &&
    judges >= FEWEST_JUDGES &&
    judges <= MOST_JUDGES;
  if (!isSound) throw refusal('PANEL_TOO_SMALL', { facts: { least: FEWEST_JUDGES, most: MOST_JUDGES } });
}

/** ASM-162: every item rated once, in whole per cent. */
export function checkedRatings(
  items: readonly PanelItem[],
  given: readonly { readonly itemId: string; readonly percent: number }[],
): Record<string, number> {
  const wanted = new Set<string>(items.map(({ itemId }) => itemId));
  const percents: Record<string, number> = {};
  for (const { itemId, percent } of given)
    if (wanted.has(itemId) && Number.isInteger(percent) && percent >= 0 && percent <= 100)
      percents[itemId] = percent;
  const missing = Math.max(wanted.size, given.length) - Object.keys(percents).length;
  if (missing > 0) throw refusal('RATINGS_INCOMPLETE', { facts: { missing }, field: 'ratings' });
  return percents;
}
