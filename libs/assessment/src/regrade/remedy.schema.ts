import { national } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type { Remedy } from './remedy.js';

export const ITEM_REMEDY = 'ItemRemedy';

/** One remedy in force. Never changed, never removed: a later remedy of the same version is another row. */
export interface StoredItemRemedy {
  _id: Types.ObjectId;
  itemVersionId: Types.ObjectId;
  regradeId: Types.ObjectId;
  remedy: Remedy;
  since: Date;
  by: string;
}

const { Mixed, ObjectId } = Schema.Types;

export const itemRemedySchema = new Schema<StoredItemRemedy>(
  {
    itemVersionId: { type: ObjectId, required: true },
    regradeId: { type: ObjectId, required: true },
    remedy: { type: Mixed, required: true },
    since: { type: Date, required: true },
    by: { type: String, required: true },
  },
  { versionKey: false, collection: 'itemRemedies' },
);
// RemedyRepository.of.
itemRemedySchema.index({ itemVersionId: 1, since: 1, _id: 1 });
// RemedyRepository.put: unique, so that a regrade puts its remedy in force once.
itemRemedySchema.index({ regradeId: 1 }, { unique: true });
national(itemRemedySchema, 'an item is the College’s, and faulty for everybody');
