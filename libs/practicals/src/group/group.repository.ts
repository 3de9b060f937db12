import type { ForceScope } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { Fault, found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { WorkPart } from '../work/work.js';
import type { GroupCase, GroupId } from './group.js';
import { GROUP_CASE, groupOf, type StoredGroup, storedGroup } from './group.schema.js';

/** One save on its way to a draft. */
export interface GroupWrite {
  readonly groupId: GroupId;
  readonly writer: string;
  readonly sequence: number;
  readonly parts: readonly WorkPart[];
  readonly now: Date;
}

/** Loads groups and saves them. */
@Injectable()
export class GroupRepository {
  constructor(@InjectModel(GROUP_CASE) private readonly groups: Model<StoredGroup>) {}

  /** The group, or NOT_FOUND when this force has none such. */
  async load(scope: ForceScope, id: GroupId): Promise<GroupCase> {
    const filter = { _id: objectId(id), forceId: objectId(scope.forceId) };
    return groupOf(found(await this.groups.findOne(filter).lean<StoredGroup>()));
  }

  /** The group that a code names, or NOT_FOUND when this force has none such. */
  async byCode(scope: ForceScope, joinCode: string): Promise<GroupCase> {
    const filter = { forceId: objectId(scope.forceId), joinCode };
    return groupOf(found(await this.groups.findOne(filter).lean<StoredGroup>()));
  }

  /** Adds a group. A code that is taken fails as a duplicate key. */
  async add(group: GroupCase): Promise<void> {
    await this.groups.create([storedGroup(group)]);
  }

  /** Saves what moves of a group as it was read, so that whoever else changes it at this moment waits or starts again. */
  async save(before: GroupCase, after: GroupCase): Promise<GroupCase> {
    const { _id, forceId, state, shared, submittedById, submittedAt, releasedAt } = storedGroup(after);
    const revision = before.revision + 1;
    const saved = await this.groups.updateOne(
      { _id, forceId, revision: before.revision, 'shared.sequence': before.shared.sequence },
      { $set: { state, shared, submittedById, submittedAt, releasedAt, revision } },
    );
    if (saved.matchedCount === 0) throw new Fault('CONFLICT');
    return { ...after, revision };
  }

  /** Gives the shared part to another window; CONFLICT when the case was handed in meanwhile. */
  async takeUp(scope: ForceScope, id: GroupId, writer: string): Promise<void> {
    const filter = { _id: objectId(id), forceId: objectId(scope.forceId), state: 'FORMED' as const };
    const saved = await this.groups.updateOne(filter, { $set: { 'shared.writer': writer } });
    if (saved.matchedCount === 0) throw new Fault('CONFLICT');
  }

  /** PRA-47: saves the shared part by one conditional update; false when any condition failed, and nothing was changed then. */
  async saveShared(scope: ForceScope, write: GroupWrite): Promise<boolean> {
    const { groupId, writer, sequence, parts, now } = write;
    const saved = await this.groups.updateOne(
      {
        ...{ _id: objectId(groupId), forceId: objectId(scope.forceId), state: 'FORMED' },
        ...{ 'shared.writer': writer, 'shared.sequence': { $lt: sequence } },
      },
      { $set: { shared: { writer, sequence, parts, savedAt: now } } },
    );
    return saved.modifiedCount === 1;
  }
}
