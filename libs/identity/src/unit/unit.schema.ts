import { tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type { UnitKind } from './unit.js';

/** A unit as stored. `path` runs from the root to the unit itself. */
export interface StoredUnit {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  name: string;
  nameKey: string;
  kind: UnitKind;
  parentId: Types.ObjectId | null;
  path: Types.ObjectId[];
}

export const UNIT = 'Unit';

export const unitSchema = new Schema<StoredUnit>(
  {
    forceId: { type: Schema.Types.ObjectId, required: true },
    name: { type: String, required: true },
    nameKey: { type: String, required: true },
    kind: { type: String, required: true },
    parentId: { type: Schema.Types.ObjectId, default: null },
    path: { type: [Schema.Types.ObjectId], required: true },
  },
  { versionKey: false, collection: 'units' },
);
// UnitRepository.sibling: unique, so that a name stands once under one parent, however often it is asked for.
unitSchema.index({ forceId: 1, parentId: 1, nameKey: 1 }, { unique: true });
// UnitReader.subtreeIds: everything below one unit.
unitSchema.index({ forceId: 1, path: 1 });
// UnitReader.page, in the order of creation.
unitSchema.index({ forceId: 1, _id: 1 });
tenant(unitSchema);
