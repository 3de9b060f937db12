import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { Fault } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { AdjustmentGroup, AdjustmentGroupId } from './adjustment.js';
import { ADJUSTMENT_GROUP, groupOf, type StoredGroup } from './adjustment.schema.js';

/** Loads and saves the groups that share adjustments. */
@Injectable()
export class AdjustmentGroupRepository {
  constructor(@InjectModel(ADJUSTMENT_GROUP) private readonly groups: Model<StoredGroup>) {}

  /** The group of that name; null when there is none. */
  async byName(scope: ForceScope, name: string): Promise<AdjustmentGroup | null> {
    const stored = await this.groups.findOne({ forceId: objectId(scope.forceId), name }).lean();
    return stored === null ? null : groupOf(stored);
  }

  /** The group; null when this force has none such. */
  async byId(scope: ForceScope, groupId: AdjustmentGroupId): Promise<AdjustmentGroup | null> {
    const filter = { _id: objectId(groupId), forceId: objectId(scope.forceId) };
    const stored = await this.groups.findOne(filter).lean();
    return stored === null ? null : groupOf(stored);
  }

  /** Every group of the force, by name. */
  async all(scope: ForceScope): Promise<AdjustmentGroup[]> {
    const stored = await this.groups
      .find({ forceId: objectId(scope.forceId) })
      .sort({ name: 1 })
      .lean();
    return stored.map(groupOf);
  }

  /** The groups that a person is in. */
  async ofPerson(scope: ForceScope, personId: PersonId): Promise<AdjustmentGroupId[]> {
    const filter = { forceId: objectId(scope.forceId), personIds: objectId(personId) };
    const stored = await this.groups.find(filter).lean();
    return stored.map((group) => groupOf(group).id);
  }

  /** Adds the group, or saves its next revision; CONFLICT when somebody was quicker. */
  async save(group: AdjustmentGroup): Promise<void> {
    const { id, forceId, name, personIds, revision } = group;
    const row = { name, personIds: personIds.map(objectId), revision };
    if (revision === 1) {
      await this.groups.create([{ ...row, _id: objectId(id), forceId: objectId(forceId) }]);
      return;
    }
    const saved = await this.groups.updateOne(
      { _id: objectId(id), forceId: objectId(forceId), revision: revision - 1 },
      { $set: row },
    );
    if (saved.modifiedCount !== 1) throw new Fault('CONFLICT');
  }
}
