import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { ClientSession, Connection } from 'mongoose';
import type { RequestContext } from '../context/request-context.js';
import type { DomainEvent } from '../journal/event.js';
import { Journal } from '../journal/journal.js';

/** Appends one event to the journal in the transaction that is under way. */
export type Announce = (event: DomainEvent) => void;

interface Work {
  readonly session: ClientSession;
  readonly announced: DomainEvent[];
}

const underWay = new AsyncLocalStorage<Work>();

/**
 * The only way to open a transaction. The callback may run more than once (MongoDB retries it), so it holds no network
 * call, no queue and no counter of its own; operations inside it go one after another, never in parallel. A unit of work
 * opened inside another joins it: a downward call commits with its caller or not at all.
 */
@Injectable()
export class UnitOfWork {
  constructor(
    @InjectConnection() private readonly connection: Connection,
    private readonly journal: Journal,
  ) {}

  /** Runs `decide` in a transaction, then appends what it announced and commits. Any error rolls everything back. */
  async run<T>(ctx: RequestContext, decide: (announce: Announce) => Promise<T>): Promise<T> {
    const outer = underWay.getStore();
    if (outer !== undefined) return decide((event) => outer.announced.push(event));
    return this.connection.transaction(
      async (session) => {
        const work: Work = { session, announced: [] };
        return underWay.run(work, async () => {
          const result = await decide((event) => work.announced.push(event));
          await this.journal.append(ctx, work.announced);
          return result;
        });
      },
      { readConcern: 'snapshot', writeConcern: { w: 'majority', journal: true } },
    );
  }
}

/** Options that put a call of the bare driver into the transaction under way; none outside a unit of work. */
export function inTransaction(): { session?: ClientSession } {
  const session = underWay.getStore()?.session;
  return session === undefined ? {} : { session };
}

/** Whether an error is MongoDB's "duplicate key": the second arrival of the same thing. */
export function isDuplicateKey(error: unknown): boolean {
  return typeof error === 'object' && error !== null && (error as { code?: unknown }).code === 11000;
}
