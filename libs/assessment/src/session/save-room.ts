import { mustBeAllowed } from '@app/identity';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { roomSaved } from './events.js';
import { sessionPermissions } from './permissions.js';
import { refusal } from './refusals.js';
import { RoomRepository } from './room.repository.js';
import { checkRoom, type Room, type RoomId } from './session.js';

export interface SaveRoomInput {
  /** Null for a new room. */
  readonly roomId: RoomId | null;
  readonly name: string;
  /** 1 to 2,000 people. */
  readonly capacity: number;
  readonly stepFree: boolean;
  readonly hearingLoop: boolean;
  readonly isClosed: boolean;
}

/**
 * Adds a room of the force or changes one; for a lead of the whole force. What is booked in it stays booked. Refuses a malformed one
 * and a name that another room has (ASM-185). The same again changes nothing.
 */
@Injectable()
export class SaveRoom {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rooms: RoomRepository,
  ) {}

  async execute(ctx: RequestContext, input: SaveRoomInput): Promise<Room> {
    mustBeAllowed(ctx, sessionPermissions.saveRoom, { forceWide: true });
    const { roomId, isClosed, stepFree, hearingLoop } = input;
    return this.work.run(ctx, async (announce) => {
      const before = roomId === null ? null : found(await this.rooms.byId(ctx.force, roomId));
      const wanted = { ...checkRoom(input), isClosed, stepFree, hearingLoop };
      const namesake = await this.rooms.byName(ctx.force, wanted.name);
      const known = before ?? namesake;
      if (known !== null && saysTheSame(known, wanted)) return known;
      if (namesake !== null && namesake.id !== before?.id)
        throw refusal('ROOM_NAME_TAKEN', { field: 'name' });
      const room: Room = { id: before?.id ?? newId<RoomId>(), forceId: ctx.force.forceId, ...wanted };

      await this.rooms.save(room);

      announce(roomSaved({ roomId: room.id, capacity: room.capacity, isClosed }));
      return room;
    });
  }
}

function saysTheSame(room: Room, wanted: Omit<Room, 'id' | 'forceId'>): boolean {
  return (Object.keys(wanted) as (keyof typeof wanted)[]).every((key) => room[key] === wanted[key]);
}
