import type { Words } from '@app/platform/context/words.js';

/**
 * What a machine marks, and three it does not: `written` and `file-response` wait for a marker, `practical` is drawn by
 * no paper.
 */
export type ItemType =
  | 'single'
  | 'multiple'
  | 'true-false'
  | 'match'
  | 'order'
  | 'numeric'
  | 'short-text'
  | 'cloze'
  | 'hotspot'
  | 'matrix'
  | 'written'
  | 'file-response'
  | 'practical';

/** One thing to choose, to put in order or to match. The id is stable within the item and says nothing about the key. */
export interface ItemOption {
  readonly id: string;
  readonly text: Words;
}

/** One match: an option of the left-hand list with a target of the right-hand list; in a matrix a row with a column. */
export interface OptionPair {
  readonly left: string;
  readonly right: string;
}

/** What a marker looks for, and what it is worth. */
export interface RubricLine {
  readonly criterion: Words;
  /** A positive multiple of 0.5. The lines of a rubric add up to the item's points (ASM-54). */
  readonly points: number;
}

/** How a typed answer, and each accepted one, is made comparable before they are compared. */
export type Normalisation = 'trim' | 'single-spaces' | 'lower-case' | 'no-punctuation';

/** A right answer in typing: its accepted forms, in either language. */
export interface TypedKey {
  readonly accepted: readonly string[];
  readonly normalise: readonly Normalisation[];
}

/** A right number. */
export interface NumberKey {
  readonly answer: number;
  /** How far an answer may lie from it, in the same unit; 0 means exactly. */
  readonly tolerance: number;
  /** Shown beside the field; null for a bare number. */
  readonly unit: string | null;
}

/** One gap of a cloze: typed, a number, or chosen from a list. `weight` is its share among the gaps, 1 when absent. */
export type ClozeGap = { readonly id: string; readonly weight?: number | undefined } & (
  | ({ readonly kind: 'text' } & TypedKey)
  | ({ readonly kind: 'number' } & NumberKey)
  | { readonly kind: 'choice'; readonly options: readonly ItemOption[]; readonly key: string }
);

/** A still image of an item. The bytes are in the file store; what it shows is told in `alt` too. */
export interface ItemImage {
  readonly fileId: string;
  readonly alt: Words;
  /** In pixels, as the file has them: coordinates of areas and points are in them. */
  readonly width: number;
  readonly height: number;
}

/**
 * One area of an image: a circle (centre x, centre y, radius), a rectangle (left, top, right, bottom) or a polygon
 * (x, y, x, y, …), in pixels of the image. Its label says in words what is there, so that it can be chosen without seeing.
 */
export interface HotspotArea {
  readonly id: string;
  readonly shape: 'circle' | 'rect' | 'poly';
  readonly coords: readonly number[];
  readonly label: Words;
}

/** All or nothing, unless the item says that parts count. */
export type PartScoring = 'all-or-nothing' | 'partial';
/** A choice may also say what each of its options is worth. */
export type ChoiceScoring = PartScoring | 'weighted';
export type OrderScoring = 'exact' | 'adjacent-pairs';

/**
 * What choosing each option is worth, in parts of `full`; what is not named is worth nothing. Weights are multiples of 0.5 and
 * may be negative; the key is worth `full` or more (ASM-170).
 */
export interface OptionWeights {
  readonly full: number;
  readonly each: readonly { readonly id: string; readonly weight: number }[];
}

/** What is peculiar to each type: what is shown, and the key. How each is scored is said at `shareOf`. */
export type ItemContent =
  | {
      readonly type: 'single';
      readonly options: readonly ItemOption[];
      readonly key: string;
      /** All or nothing when absent. Weighted: other options are worth a part. */
      readonly scoring?: 'weighted' | undefined;
      readonly weights?: OptionWeights | undefined;
    }
  | {
      readonly type: 'multiple';
      readonly options: readonly ItemOption[];
      readonly key: readonly string[];
      /** All or nothing when absent. Partial: each right choice counts, each wrong one takes one off. Weighted: as `weights` says. */
      readonly scoring?: ChoiceScoring | undefined;
      readonly weights?: OptionWeights | undefined;
    }
  | { readonly type: 'true-false'; readonly key: boolean }
  | {
      readonly type: 'match';
      readonly options: readonly ItemOption[];
      readonly targets: readonly ItemOption[];
      readonly key: readonly OptionPair[];
      /** All or nothing when absent. Partial: each right pair counts. */
      readonly scoring?: PartScoring | undefined;
    }
  | {
      readonly type: 'order';
      readonly options: readonly ItemOption[];
      /** First to last. Options that are not in it are distractors, to be left out. */
      readonly key: readonly string[];
      /** Other orders of the same options that are as right. */
      readonly alsoRight?: readonly (readonly string[])[] | undefined;
      /** Exact when absent. */
      readonly scoring?: OrderScoring | undefined;
    }
  | ({ readonly type: 'numeric' } & NumberKey)
  | ({ readonly type: 'short-text' } & TypedKey)
  | {
      readonly type: 'cloze';
      /** With each gap as its id in double square brackets: `Seized at [[g1]] by [[g2]].` */
      readonly text: Words;
      readonly gaps: readonly ClozeGap[];
      /** Partial when absent: each gap counts by its weight. */
      readonly scoring?: PartScoring | undefined;
    }
  | {
      readonly type: 'hotspot';
      readonly image: ItemImage;
      readonly areas: readonly HotspotArea[];
      /** The areas to choose. Only an item of one can be answered by a point. */
      readonly key: readonly string[];
      readonly scoring?: PartScoring | undefined;
    }
  | {
      readonly type: 'matrix';
      readonly rows: readonly ItemOption[];
      readonly columns: readonly ItemOption[];
      /** Row (left) with column (right). */
      readonly key: readonly OptionPair[];
      /** Whether a row may take several columns. */
      readonly multiple: boolean;
      /** All or nothing when absent. Partial: each row that is wholly right counts. */
      readonly scoring?: PartScoring | undefined;
    }
  | { readonly type: 'written'; readonly rubric: readonly RubricLine[] }
  | {
      readonly type: 'file-response';
      readonly rubric: readonly RubricLine[];
      /** What the files may be: `image/png`, `application/pdf` … */
      readonly mediaTypes: readonly string[];
      /** The most bytes of one file. */
      readonly mostBytes: number;
      /** The most files; 1 when absent. */
      readonly mostFiles?: number | undefined;
    }
  | { readonly type: 'practical'; readonly exerciseId: string };

/** The content of one type. */
export type ContentOf<T extends ItemType> = Extract<ItemContent, { type: T }>;

/** One thing laid out with a scenario: a text to read, or a file. */
export interface Exhibit {
  readonly id: string;
  readonly title: Words;
  readonly mediaType: string;
  /** What it says, when it is a text; null for a file. */
  readonly text: string | null;
  /** Where its bytes are in the file store; null for a text. */
  readonly fileId: string | null;
  /** SHA-256 of its exact bytes (a text's in UTF-8), in hexadecimal: whoever handles it can check it. */
  readonly sha256: string;
}

/** What may distress in a stimulus, and how strongly: 1 mentioned, 2 described, 3 central to it. */
export interface ContentWarning {
  readonly kind: string;
  readonly intensity: 1 | 2 | 3;
}

/**
 * A scenario with its exhibits, on which several items rest. They are drawn together or not at all and shown together, in
 * a fixed order. Versions are immutable, as those of items are; an item version names the version that it rests on, so a
 * changed stimulus is a new version of its items too.
 */
export interface Stimulus {
  readonly id: string;
  readonly title: Words;
  /** Markdown. */
  readonly text: Words;
  readonly exhibits: readonly Exhibit[];
  readonly warnings: readonly ContentWarning[];
}

/** One version of a stimulus. */
export interface StimulusVersion extends Stimulus {
  readonly number: number;
}
