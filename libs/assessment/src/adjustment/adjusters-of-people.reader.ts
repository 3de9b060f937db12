import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { AdjustmentGroupId, AdjustmentId } from './adjustment.js';
import {
  ADJUSTMENT,
  ADJUSTMENT_GROUP,
  ADJUSTMENT_REASON,
  type StoredAdjustment,
  type StoredGroup,
  type StoredReason,
} from './adjustment.schema.js';

/** For each person, everybody who had a part in an adjustment of theirs. */
export type Adjusters = ReadonlyMap<PersonId, ReadonlySet<PersonId>>;

/** Who decided on people's adjustments, or gave or read a reason for one: read here for ASM-128 only, and never shown. */
@Injectable()
export class AdjustersOfPeople {
  constructor(
    @InjectModel(ADJUSTMENT) private readonly adjustments: Model<StoredAdjustment>,
    @InjectModel(ADJUSTMENT_GROUP) private readonly groups: Model<StoredGroup>,
    @InjectModel(ADJUSTMENT_REASON) private readonly reasons: Model<StoredReason>,
  ) {}

  /** The adjusters of each of these people, by their own adjustments and by those of groups that they are in. */
  async of(scope: ForceScope, personIds: readonly PersonId[]): Promise<Adjusters> {
    const wanted = [...new Set(personIds)];
    if (wanted.length === 0) return new Map();
    const forceId = objectId(scope.forceId);
    const ids = wanted.map(objectId);
    const groups = await this.groups.find({ forceId, personIds: { $in: ids } }).lean<StoredGroup[]>();
    const adjustments = [
      ...(await this.adjustments.find({ forceId, personId: { $in: ids } }).lean<StoredAdjustment[]>()),
      ...(await this.ofGroups(scope, groups)),
    ];
    const readers = await this.readersOf(scope, adjustments);
    const members = new Map(groups.map((group) => [idOf<AdjustmentGroupId>(group._id), group.personIds]));
    const all = new Map(wanted.map((id) => [id, new Set<PersonId>()]));
    for (const adjustment of adjustments) {
      const had = [...decidersOf(adjustment), ...(readers.get(idOf<AdjustmentId>(adjustment._id)) ?? [])];
      for (const personId of peopleOf(adjustment, members)) for (const by of had) all.get(personId)?.add(by);
    }
    return all;
  }

  private async ofGroups(scope: ForceScope, groups: readonly StoredGroup[]): Promise<StoredAdjustment[]> {
    if (groups.length === 0) return [];
    return this.adjustments
      .find({ forceId: objectId(scope.forceId), groupId: { $in: groups.map(({ _id }) => _id) } })
      .lean<StoredAdjustment[]>();
  }

  private async readersOf(
    scope: ForceScope,
    adjustments: readonly StoredAdjustment[],
  ): Promise<ReadonlyMap<AdjustmentId, PersonId[]>> {
    if (adjustments.length === 0) return new Map();
    const filter = { forceId: objectId(scope.forceId), _id: { $in: adjustments.map(({ _id }) => _id) } };
    const stored = await this.reasons.find(filter).lean<StoredReason[]>();
    return new Map(
      stored.map(({ _id, reasons, readBy }) => [
        idOf<AdjustmentId>(_id),
        [...reasons.flatMap(({ by }) => by ?? []), ...(readBy ?? [])] as PersonId[],
      ]),
    );
  }
}

function decidersOf({ history }: StoredAdjustment): PersonId[] {
  return history.flatMap(({ by }) => by ?? []);
}

function peopleOf(
  { personId, groupId }: StoredAdjustment,
  members: ReadonlyMap<AdjustmentGroupId, StoredGroup['personIds']>,
): PersonId[] {
  if (personId !== null) return [idOf<PersonId>(personId)];
  const group = groupId === null ? undefined : members.get(idOf<AdjustmentGroupId>(groupId));
  return (group ?? []).map((id) => idOf<PersonId>(id));
}
