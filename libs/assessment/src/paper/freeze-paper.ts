import type { Words } from '@app/platform/context/words.js';
import type { PaperItem } from '../attempt/attempt.js';
import type { ItemOption, ItemVersion } from '../item/item.js';
import type { SeededRandom } from './random.js';

/** The options of every true-or-false item, always in this order. The Welsh is draft. */
const trueOrFalse: readonly ItemOption[] = [
  { id: 'true', text: { en: 'True', cy: 'Cywir', cyState: 'draft' } },
  { id: 'false', text: { en: 'False', cy: 'Anghywir', cyState: 'draft' } },
];

/** How a paper may be shown. */
export interface FreezeRules {
  /** Only the demonstration assesses people on Welsh that nobody has checked (DESIGN 4.9). */
  readonly allowsDraftWelsh: boolean;
}

/** The paper as the candidate gets it: items in drawn order, each with options in an order of its own, and no key. */
export function freezePaper(
  versions: readonly ItemVersion[],
  random: SeededRandom,
  rules: FreezeRules,
): PaperItem[] {
  return versions.map((version) => freezeItem(version, random, rules));
}

function freezeItem(version: ItemVersion, random: SeededRandom, rules: FreezeRules): PaperItem {
  const { content } = version;
  if (content.type === 'practical') throw new Error(`Practical item ${version.itemId} on a paper`);
  const shown = (options: readonly ItemOption[]) =>
    random.shuffled(options).map(({ id, text }) => ({ id, text: assessable(text, rules) }));
  return {
    itemId: version.itemId,
    versionId: version.id,
    type: content.type,
    stem: assessable(version.stem, rules),
    options: content.type === 'true-false' ? trueOrFalse : 'options' in content ? shown(content.options) : [],
    targets: content.type === 'match' ? shown(content.targets) : [],
    unit: content.type === 'numeric' ? content.unit : null,
    points: version.points,
  };
}

function assessable(words: Words, rules: FreezeRules): Words {
  const isShown = words.cyState === 'checked' || (words.cyState === 'draft' && rules.allowsDraftWelsh);
  return isShown ? words : { en: words.en, cy: null, cyState: 'absent' };
}
