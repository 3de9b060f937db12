import { type CalendarDate, calendarDateOf } from '@app/platform/clock/calendar.js';
import type { ForceScope } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { Fault, found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { ProfileRaise, ProfileRaiseId } from './profile-raise.js';
import { PROFILE_RAISE, type StoredRaise } from './profile-raise.schema.js';

/** Keeps what forces ask beyond the national profiles. */
@Injectable()
export class ProfileRaiseRepository {
  constructor(@InjectModel(PROFILE_RAISE) private readonly raises: Model<StoredRaise>) {}

  /** The force's raises that hold on a day. */
  async holding(scope: ForceScope, on: CalendarDate): Promise<ProfileRaise[]> {
    const forceId = objectId(scope.forceId);
    const time = { from: { $lte: on }, $or: [{ to: null }, { to: { $gte: on } }] };
    const stored = await this.raises.find({ forceId, ...time }).lean<StoredRaise[]>();
    return stored.map(raiseOf);
  }

  /** All raises of one skill of a role, whenever. */
  async ofNeed(
    scope: ForceScope,
    { roleId, skillId }: Pick<ProfileRaise, 'roleId' | 'skillId'>,
  ): Promise<ProfileRaise[]> {
    const forceId = objectId(scope.forceId);
    const stored = await this.raises
      .find({ forceId, roleId, skillId })
      .sort({ from: 1 })
      .lean<StoredRaise[]>();
    return stored.map(raiseOf);
  }

  /** Loads a raise or throws NOT_FOUND. */
  async load(scope: ForceScope, id: ProfileRaiseId): Promise<ProfileRaise> {
    const stored = await this.raises
      .findOne({ _id: objectId(id), forceId: objectId(scope.forceId) })
      .lean<StoredRaise>();
    return raiseOf(found(stored));
  }

  /** Adds a raise. */
  async add(scope: ForceScope, { id, ...raise }: ProfileRaise): Promise<void> {
    await this.raises.create([{ _id: objectId(id), forceId: objectId(scope.forceId), ...raise }]);
  }

  /** Gives a raise its last day, as changed since its revision. */
  async end(scope: ForceScope, { id, to, revision }: ProfileRaise): Promise<void> {
    const key = { _id: objectId(id), forceId: objectId(scope.forceId), revision };
    const saved = await this.raises.updateOne(key, { $set: { to, revision: revision + 1 } });
    if (saved.matchedCount === 0) throw new Fault('CONFLICT');
  }
}

function raiseOf(stored: StoredRaise): ProfileRaise {
  const { roleId, skillId, level, essential, from, to, revision } = stored;
  return {
    ...{ id: idOf<ProfileRaiseId>(stored._id), roleId, skillId, level, essential, revision },
    from: calendarDateOf(from),
    to: to === null ? null : calendarDateOf(to),
  };
}
