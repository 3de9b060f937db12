import { Types } from 'mongoose';

declare const brand: unique symbol;

/** A branded id: 24 hexadecimal characters outside, an ObjectId in the database. */
export type Id<Name extends string> = string & { readonly [brand]: Name };

/** A new id. Ids grow with time, which keeps inserts at the right-hand edge of the index. */
export function newId<T extends Id<string>>(): T {
  return new Types.ObjectId().toHexString() as T;
}

/** Reads an id that came from outside; undefined when it has not the shape of one. */
export function parseId<T extends Id<string>>(text: string): T | undefined {
  return /^[0-9a-f]{24}$/.test(text) ? (text as T) : undefined;
}

/** The id as the database holds it. */
export function objectId(id: Id<string>): Types.ObjectId {
  return new Types.ObjectId(id);
}

/** The id as the code holds it. */
export function idOf<T extends Id<string>>(stored: Types.ObjectId): T {
  return stored.toHexString() as T;
}
