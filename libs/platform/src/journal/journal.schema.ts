import { Schema, type Types } from 'mongoose';
import { national, tenant } from '../mongo/tenancy.js';

/**
 * One row each time something happened. Append-only: rows never change and are never deleted, so this is the outbox's
 * source and the root of audit in one. It holds ids and a salted digest; the personal payload lies in `journalPayloads`
 * and can be erased without changing the digest. There is deliberately no sequence number, since one would make every
 * commit wait for another: the per-force, per-day chain is sealed after the fact, ordered by (at, _id).
 */
export interface JournalRow {
  _id: Types.ObjectId;
  type: string;
  forceId: Types.ObjectId;
  /** London date of `at`: with forceId, the link of the chain that the row belongs to. */
  day: string;
  at: Date;
  actor: { kind: 'person' | 'system' | 'nobody'; personId?: Types.ObjectId; name?: string };
  requestId: string;
  data: Record<string, unknown>;
  /** SHA-256 of salt and canonical JSON of the payload, in hexadecimal; null when there is none. */
  digest: string | null;
}

/** The erasable part of a row. Erasing sets `body` to null and keeps the salt out of reach with it. */
export interface JournalPayload {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  salt: string;
  body: Record<string, unknown> | null;
}

/** An event that is not yet acknowledged by all its consumers; removed when it is. */
export interface OutboxRow {
  _id: Types.ObjectId;
  type: string;
  at: Date;
  relayedAt: Date | null;
}

/** `<eventId>-<consumer>`, written in the transaction of the consumer's effect: it happened once and only once. */
export interface DeliveryMark {
  _id: string;
  at: Date;
}

export const JOURNAL = 'JournalRow';
export const JOURNAL_PAYLOAD = 'JournalPayload';
export const OUTBOX = 'OutboxRow';
export const DELIVERY = 'DeliveryMark';

const options = { versionKey: false, minimize: false, strict: true } as const;

export const journalSchema = new Schema<JournalRow>(
  {
    type: { type: String, required: true },
    forceId: { type: Schema.Types.ObjectId, required: true },
    day: { type: String, required: true },
    at: { type: Date, required: true },
    actor: { type: Schema.Types.Mixed, required: true },
    requestId: { type: String, required: true },
    data: { type: Schema.Types.Mixed, required: true },
    digest: { type: String, default: null },
  },
  { ...options, collection: 'journal' },
);
// Journal.read and the sealing of a day's chain.
journalSchema.index({ forceId: 1, day: 1, at: 1, _id: 1 });
tenant(journalSchema);

export const journalPayloadSchema = new Schema<JournalPayload>(
  {
    forceId: { type: Schema.Types.ObjectId, required: true },
    salt: { type: String, required: true },
    body: { type: Schema.Types.Mixed, default: null },
  },
  { ...options, collection: 'journalPayloads' },
);
tenant(journalPayloadSchema);

export const outboxSchema = new Schema<OutboxRow>(
  {
    type: { type: String, required: true },
    at: { type: Date, required: true },
    relayedAt: { type: Date, default: null },
  },
  { ...options, collection: 'outbox' },
);
// Relay: what is not yet handed on, oldest first; reconciler: what was handed on and not acknowledged.
outboxSchema.index({ relayedAt: 1, _id: 1 });
national(outboxSchema, 'work list of the relay; holds no record of anybody');

export const deliverySchema = new Schema<DeliveryMark>(
  { _id: { type: String, required: true }, at: { type: Date, required: true } },
  { ...options, collection: 'deliveries' },
);
// ForgetDone: the old ones.
deliverySchema.index({ at: 1 });
national(deliverySchema, 'marks by event id; holds no record of anybody');

export const journalModels = [
  { name: JOURNAL, schema: journalSchema },
  { name: JOURNAL_PAYLOAD, schema: journalPayloadSchema },
  { name: OUTBOX, schema: outboxSchema },
  { name: DELIVERY, schema: deliverySchema },
];
