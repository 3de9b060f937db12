import type { PersonId } from '@app/platform/context/request-context.js';
import { idOf } from '@app/platform/ids/ids.js';
import { national, tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type {
  BankItem,
  ItemFacts,
  ItemId,
  ItemState,
  ItemText,
  ItemType,
  ItemVersion,
  ItemVersionId,
} from './item.js';

export const ITEM = 'Item';
export const ITEM_VERSION = 'ItemVersion';
export const SEEN_ITEM = 'SeenItem';

/** An item: its state, and a pointer to its current version with the facts that draws select by. */
export interface StoredItem extends ItemFacts {
  _id: Types.ObjectId;
  key: string;
  courseCode: string;
  type: ItemType;
  state: ItemState;
  versionId: Types.ObjectId;
  versionNumber: number;
  /** Of the current version's text: the same digest again is no new version. */
  digest: string;
  /** Papers that have shown it; kept by the consumer of attempt.started. */
  exposure: number;
}

/** One version, never changed after its insertion. */
export interface StoredItemVersion {
  _id: Types.ObjectId;
  itemId: Types.ObjectId;
  number: number;
  text: ItemText;
}

/** When a person last had an item on a paper. */
export interface StoredSeenItem {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  personId: Types.ObjectId;
  itemId: Types.ObjectId;
  lastSeenAt: Date;
}

const { Mixed, ObjectId } = Schema.Types;

export const itemSchema = new Schema<StoredItem>(
  {
    key: { type: String, required: true },
    courseCode: { type: String, required: true },
    type: { type: String, required: true },
    state: { type: String, required: true },
    use: { type: String, required: true },
    sample: { type: Boolean, required: true },
    skillId: { type: String, required: true },
    level: { type: Number, required: true },
    tags: { type: [String], required: true },
    difficulty: { type: String, default: null },
    stimulusId: { type: String, default: null },
    excludes: { type: [String], default: [] },
    points: { type: Number, required: true },
    authorIds: { type: [String], required: true },
    reviewerIds: { type: [String], required: true },
    versionId: { type: ObjectId, required: true },
    versionNumber: { type: Number, required: true },
    digest: { type: String, required: true },
    exposure: { type: Number, default: 0 },
  },
  { versionKey: false, collection: 'items' },
);
// ItemRepository.byKeys: unique, so that a pack loaded twice at once makes one item.
itemSchema.index({ key: 1 }, { unique: true });
// ItemRepository.bank: what papers of a course may draw.
itemSchema.index({ courseCode: 1, use: 1, state: 1 });
// ItemReader.page: a course's items, perhaps of one state, by key.
itemSchema.index({ courseCode: 1, key: 1 });
// ItemRepository.onStimulus.
itemSchema.index({ stimulusId: 1, key: 1 });
// BlueprintReader.exposures: a page of a course's paper items by key.
itemSchema.index({ courseCode: 1, use: 1, key: 1 });
national(itemSchema, 'the College owns the item bank; every force draws from it');

export const itemVersionSchema = new Schema<StoredItemVersion>(
  {
    itemId: { type: ObjectId, required: true },
    number: { type: Number, required: true },
    text: { type: Mixed, required: true },
  },
  { versionKey: false, minimize: false, collection: 'itemVersions' },
);
// ItemRepository.save: unique, so that two corrections at once do not share a number.
itemVersionSchema.index({ itemId: 1, number: 1 }, { unique: true });
national(itemVersionSchema, 'the College owns the item bank; every force draws from it');

export const seenItemSchema = new Schema<StoredSeenItem>(
  {
    forceId: { type: ObjectId, required: true },
    personId: { type: ObjectId, required: true },
    itemId: { type: ObjectId, required: true },
    lastSeenAt: { type: Date, required: true },
  },
  { versionKey: false, collection: 'seenItems' },
);
// SeenItemRepository.lastSeen and mark: unique, one row for each person and item.
seenItemSchema.index({ personId: 1, itemId: 1 }, { unique: true });
tenant(seenItemSchema);

/** The item as a draw sees it. */
export function bankItemOf(stored: StoredItem): BankItem {
  return {
    id: idOf<ItemId>(stored._id),
    key: stored.key,
    versionId: idOf<ItemVersionId>(stored.versionId),
    type: stored.type,
    state: stored.state,
    exposure: stored.exposure,
    ...factsOf(stored),
  };
}

/** The version as the code knows it. */
export function itemVersionOf(stored: StoredItemVersion): ItemVersion {
  return {
    ...stored.text,
    id: idOf<ItemVersionId>(stored._id),
    itemId: idOf<ItemId>(stored.itemId),
    number: stored.number,
  };
}

/** The facts alone, of anything that carries them. */
export function factsOf(facts: ItemFacts): ItemFacts {
  return {
    use: facts.use,
    sample: facts.sample,
    skillId: facts.skillId,
    level: facts.level,
    tags: [...facts.tags],
    ...drawFactsOf(facts),
    points: facts.points,
    authorIds: facts.authorIds.map((id): PersonId => id),
    reviewerIds: facts.reviewerIds.map((id): PersonId => id),
  };
}

/** Items from before these facts were kept have none of them, not even as null. */
function drawFactsOf(facts: Partial<Pick<ItemFacts, 'difficulty' | 'stimulusId' | 'excludes'>>) {
  const { difficulty = null, stimulusId = null, excludes = [] } = facts;
  return { difficulty, stimulusId, excludes: [...excludes] };
}
