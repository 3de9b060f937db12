import { defineRefusals, type Refusal } from '@app/platform/refusal/refusal.js';
import type { ItemOption, OptionWeights } from './item-content.js';

const refusal = defineRefusals({
  ITEM_WEIGHTS_MALFORMED: {
    rule: 'ASM-170',
    en: 'Item {key}: give each option that counts a weight in steps of 0.5, so that the right choice reaches all the points ({full}) and no option has two. Mend the weights and send it again.',
    cy: 'Eitem {key}: rhowch bwysau mewn camau o 0.5 i bob opsiwn sy’n cyfrif, fel bod y dewis cywir yn cyrraedd yr holl bwyntiau ({full}) ac nad oes gan yr un opsiwn ddau. Trwsiwch y pwysau a’i hanfon eto.',
  },
});

/** A choice as its weights see it. */
interface Weighed {
  readonly key: string | readonly string[];
  readonly options: readonly ItemOption[];
  readonly scoring?: string | undefined;
  readonly weights?: OptionWeights | undefined;
}

/** ASM-170: weights are there exactly when the scoring is weighted; they name options, once each, and the key earns everything. */
export function checkWeights(itemKey: string, content: Weighed): Refusal[] {
  const { weights } = content;
  if ((content.scoring === 'weighted') !== (weights !== undefined)) return [malformed(itemKey, 0)];
  return weights === undefined || isSound(content, weights) ? [] : [malformed(itemKey, weights.full)];
}

function isSound({ key, options }: Weighed, { full, each }: OptionWeights): boolean {
  const worth = new Map(each.map(({ id, weight }) => [id, weight]));
  const known = new Set(options.map(({ id }) => id));
  const earned = [key].flat().reduce((total, id) => total + (worth.get(id) ?? 0), 0);
  return (
    worth.size === each.length &&
    each.every(({ id, weight }) => known.has(id) && Number.isInteger(weight * 2)) &&
    Number.isInteger(full * 2) &&
    full > 0 &&
    earned >= full
  );
}

function malformed(key: string, full: number): Refusal {
  return refusal('ITEM_WEIGHTS_MALFORMED', { facts: { key, full }, field: 'weights' });
}
