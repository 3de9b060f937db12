import type { Words } from '@app/platform/context/words.js';
import type { ItemVersion } from '../item/item.js';
import type { ClozeGap, ContentOf, HotspotArea, ItemContent, ItemOption } from '../item/item-content.js';
import type { PaperGap, PaperItem } from './paper-item.js';
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

/** How one item's words and options come onto the paper. */
interface Showing {
  readonly words: (words: Words) => Words;
  readonly options: (options: readonly ItemOption[]) => ItemOption[];
}

/**
 * The paper as the candidate gets it: items in drawn order and no key. Options, targets, rows and columns stand in an order
 * of this attempt's own, unless the item keeps its own (ASM-66).
 */
export function freezePaper(
  versions: readonly ItemVersion[],
  random: SeededRandom,
  rules: FreezeRules,
): PaperItem[] {
  return versions.map((version) => freezeItem(version, random, rules));
}

function freezeItem(version: ItemVersion, random: SeededRandom, rules: FreezeRules): PaperItem {
  const { content, stimulusId, stimulusVersion } = version;
  if (content.type === 'practical') throw new Error(`Practical item ${version.itemId} on a paper`);
  const words = (text: Words) => assessable(text, rules);
  const showing: Showing = {
    words,
    options: (options) =>
      (version.shuffle === false ? options : random.shuffled(options)).map(({ id, text }) => ({
        id,
        text: words(text),
      })),
  };
  return {
    itemId: version.itemId,
    versionId: version.id,
    type: content.type,
    stem: words(version.stem),
    ...choiceOf(content, showing),
    unit: content.type === 'numeric' ? content.unit : null,
    points: version.points,
    ...partsOf(content, showing),
    ...('scoring' in content && content.scoring !== undefined ? { scoring: content.scoring } : {}),
    ...(stimulusId === null ? {} : { stimulusId, stimulusVersion: stimulusVersion ?? null }),
  };
}

type Choice = Pick<PaperItem, 'options' | 'targets'>;

/** What is chosen from, and what it is matched with. Which types have which is said at `PaperItem`. */
function choiceOf(content: ItemContent, shown: Showing): Choice {
  if (content.type === 'true-false') return { options: trueOrFalse, targets: [] };
  if (content.type === 'matrix')
    return { options: shown.options(content.rows), targets: shown.options(content.columns) };
  if (content.type === 'hotspot') return { options: shown.options(labelsOf(content.areas)), targets: [] };
  const options = 'options' in content ? shown.options(content.options) : [];
  return { options, targets: 'targets' in content ? shown.options(content.targets) : [] };
}

function labelsOf(areas: readonly HotspotArea[]): ItemOption[] {
  return areas.map(({ id, label }) => ({ id, text: label }));
}

/** What only some types have. */
function partsOf(content: ItemContent, shown: Showing): Partial<PaperItem> {
  if (content.type === 'short-text') return { normalise: content.normalise };
  if (content.type === 'matrix') return { several: content.multiple };
  if (content.type === 'cloze')
    return { cloze: shown.words(content.text), gaps: content.gaps.map((gap) => gapOf(gap, shown)) };
  if (content.type === 'hotspot') return pictureOf(content, shown);
  if (content.type !== 'file-response') return {};
  const { mediaTypes, mostBytes, mostFiles = 1 } = content;
  return { files: { mediaTypes, mostBytes, mostFiles } };
}

function pictureOf({ key, image, areas }: ContentOf<'hotspot'>, { words }: Showing): Partial<PaperItem> {
  return {
    several: key.length > 1,
    image: { ...image, alt: words(image.alt) },
    areas: areas.map((area) => ({ ...area, label: words(area.label) })),
  };
}

function gapOf(gap: ClozeGap, shown: Showing): PaperGap {
  const { id, kind } = gap;
  return {
    id,
    kind,
    options: kind === 'choice' ? shown.options(gap.options) : [],
    unit: kind === 'number' ? gap.unit : null,
    ...(kind === 'text' ? { normalise: gap.normalise } : {}),
  };
}

function assessable(words: Words, rules: FreezeRules): Words {
  const isShown = words.cyState === 'checked' || (words.cyState === 'draft' && rules.allowsDraftWelsh);
  return isShown ? words : { en: words.en, cy: null, cyState: 'absent' };
}
