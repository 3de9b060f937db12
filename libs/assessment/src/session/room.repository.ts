import type { ForceScope } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { isDuplicateKey } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { refusal } from './refusals.js';
import type { Room, RoomId } from './session.js';
import { ROOM, roomOf, type StoredRoom } from './session.schema.js';

/** Loads and saves a force's rooms. */
@Injectable()
export class RoomRepository {
  constructor(@InjectModel(ROOM) private readonly rooms: Model<StoredRoom>) {}

  /** The room, if this force has it. */
  async byId(scope: ForceScope, roomId: RoomId): Promise<Room | null> {
    const stored = await this.rooms
      .findOne({ _id: objectId(roomId), forceId: objectId(scope.forceId) })
      .lean<StoredRoom>();
    return stored === null ? null : roomOf(stored);
  }

  /** The room of that name, if this force has one. */
  async byName(scope: ForceScope, name: string): Promise<Room | null> {
    const stored = await this.rooms
      .findOne({ forceId: objectId(scope.forceId), nameKey: keyOf(name) })
      .lean<StoredRoom>();
    return stored === null ? null : roomOf(stored);
  }

  /** All rooms of the force by name, at most 500. */
  async all(scope: ForceScope): Promise<Room[]> {
    const stored = await this.rooms
      .find({ forceId: objectId(scope.forceId) })
      .sort({ nameKey: 1 })
      .limit(500)
      .lean<StoredRoom[]>();
    return stored.map(roomOf);
  }

  /** Adds or replaces a room. Refuses a name that another has (ASM-185). */
  async save(room: Room): Promise<void> {
    const { id, forceId, ...said } = room;
    try {
      await this.rooms.updateOne(
        { _id: objectId(id), forceId: objectId(forceId) },
        { $set: { ...said, nameKey: keyOf(room.name) } },
        { upsert: true },
      );
    } catch (error) {
      if (isDuplicateKey(error)) throw refusal('ROOM_NAME_TAKEN', { field: 'name' });
      throw error;
    }
  }
}

function keyOf(name: string): string {
  return name.toLocaleLowerCase('en-GB');
}
