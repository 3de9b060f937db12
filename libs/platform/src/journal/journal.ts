import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import { londonDate } from '../clock/calendar.js';
import { Clock } from '../clock/clock.js';
import type { Actor, RequestContext } from '../context/request-context.js';
import { objectId } from '../ids/ids.js';
import { saltedDigest } from './digest.js';
import type { DomainEvent } from './event.js';
import {
  JOURNAL,
  JOURNAL_PAYLOAD,
  type JournalPayload,
  type JournalRow,
  OUTBOX,
  type OutboxRow,
} from './journal.schema.js';

/** An event, and in whose name it is told. */
export interface Announced {
  readonly ctx: RequestContext;
  readonly event: DomainEvent;
}

/** Writes events. Called by UnitOfWork only; nobody else appends, and nobody at all changes a row. */
@Injectable()
export class Journal {
  constructor(
    @InjectModel(JOURNAL) private readonly rows: Model<JournalRow>,
    @InjectModel(JOURNAL_PAYLOAD) private readonly payloads: Model<JournalPayload>,
    @InjectModel(OUTBOX) private readonly outbox: Model<OutboxRow>,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Appends the events, their payloads and their outbox rows in the transaction under way. */
  async append(announced: readonly Announced[]): Promise<void> {
    if (announced.length === 0) return;
    const at = this.clock.now();
    const rows = announced.map(({ ctx, event }) => rowOf(ctx, event, at));
    const payloads = rows.flatMap(({ payload }) => (payload === null ? [] : [payload]));
    await this.rows.insertMany(
      rows.map(({ row }) => row),
      { lean: true, rawResult: true },
    );
    if (payloads.length > 0) await this.payloads.insertMany(payloads, { lean: true, rawResult: true });
    await this.outbox.insertMany(
      rows.map(({ row }) => ({ _id: row._id, type: row.type, at, relayedAt: null })),
      { lean: true, rawResult: true },
    );
  }
}

function rowOf(
  ctx: RequestContext,
  event: DomainEvent,
  at: Date,
): { row: JournalRow; payload: JournalPayload | null } {
  const _id = new Types.ObjectId();
  const forceId = objectId(event.forceId ?? ctx.force.forceId);
  const salt = randomBytes(16).toString('hex');
  const row: JournalRow = {
    _id,
    type: event.type,
    forceId,
    day: londonDate(at),
    at,
    actor: storedActor(ctx.actor),
    requestId: ctx.requestId,
    data: event.data,
    digest: event.payload === undefined ? null : saltedDigest(salt, event.payload),
  };
  const payload = event.payload === undefined ? null : { _id, forceId, salt, body: event.payload };
  return { row, payload };
}

function storedActor(actor: Actor): JournalRow['actor'] {
  if (actor.kind === 'person') return { kind: 'person', personId: objectId(actor.personId) };
  return actor.kind === 'system' ? { kind: 'system', name: actor.name } : { kind: 'nobody' };
}
