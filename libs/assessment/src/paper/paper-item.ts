import type { Words } from '@app/platform/context/words.js';
import type { ItemId, ItemVersionId } from '../item/item.js';
import type {
  ChoiceScoring,
  HotspotArea,
  ItemImage,
  ItemOption,
  ItemType,
  Normalisation,
  OrderScoring,
} from '../item/item-content.js';

/** One gap as the candidate sees it. A gap with options is chosen from them, one without is typed into. */
export interface PaperGap {
  readonly id: string;
  readonly kind: 'text' | 'number' | 'choice';
  readonly options: readonly ItemOption[];
  readonly unit: string | null;
  readonly normalise?: readonly Normalisation[];
}

/** What files an answer may have. */
export interface PaperFiles {
  readonly mediaTypes: readonly string[];
  readonly mostBytes: number;
  readonly mostFiles: number;
}

/**
 * One question as the candidate sees it: no key, no explanation. Options and targets stand in this attempt's order. The
 * fields with a question mark are absent from papers of before those types were, and from items of other types.
 */
export interface PaperItem {
  readonly itemId: ItemId;
  readonly versionId: ItemVersionId;
  readonly type: Exclude<ItemType, 'practical'>;
  readonly stem: Words;
  /** What to choose, to order or to match; the rows of a matrix; the labelled areas of a hotspot. */
  readonly options: readonly ItemOption[];
  /** What options are matched with; the columns of a matrix. */
  readonly targets: readonly ItemOption[];
  readonly unit: string | null;
  readonly points: number;
  /** How parts count, where the item says so; see `scoringOf` for the sentence. */
  readonly scoring?: ChoiceScoring | OrderScoring;
  /** Of a short text: how what is typed is made comparable. */
  readonly normalise?: readonly Normalisation[];
  /** The stimulus that it rests on, in the version drawn. Items of one stimulus stand together in the paper. */
  readonly stimulusId?: string | null;
  readonly stimulusVersion?: number | null;
  /** Whether several may be chosen: of a matrix in one row, of a hotspot on the image. */
  readonly several?: boolean;
  /** The text of a cloze, its gaps as `[[id]]`. */
  readonly cloze?: Words;
  readonly gaps?: readonly PaperGap[];
  readonly image?: ItemImage;
  readonly areas?: readonly HotspotArea[];
  readonly files?: PaperFiles;
}
