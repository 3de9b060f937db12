import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { ClientSession, Connection } from 'mongoose';
import type { RequestContext } from '../context/request-context.js';
import type { DomainEvent } from '../journal/event.js';
import { type Announced, Journal } from '../journal/journal.js';

/** Appends one event to the journal in the transaction that is under way. */
export type Announce = (event: DomainEvent) => void;

interface Work {
  readonly session: ClientSession;
  readonly announced: Announced[];
  /** In whose name its events are told; null: each unit that joins tells them in its own. */
  readonly ctx: RequestContext | null;
}

/** How often several units of work are tried together before each goes alone. */
const MOST_TRIES_TOGETHER = 2;

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
    if (outer === undefined) return this.open(ctx, (work) => decide(announceIn(work, ctx)));
    return decide(announceIn(outer, ctx));
  }

  /**
   * Opens one transaction for several units of work, which join it and commit together or not at all. What each announces is
   * journalled in its own name, as if it had stood alone. Not inside another unit of work. Once it may run anew; when somebody else
   * still holds what one of them needs, it throws, so that the others need not wait for that one.
   */
  async together<T>(decide: () => Promise<T>): Promise<T> {
    if (underWay.getStore() !== undefined) throw new Error('Units of work come together outside any other');
    let tries = 0;
    return this.open(null, () => {
      tries += 1;
      if (tries > MOST_TRIES_TOGETHER) throw new Error('Somebody else holds what one of several units needs');
      return decide();
    });
  }

  private open<T>(ctx: RequestContext | null, decide: (work: Work) => Promise<T>): Promise<T> {
    return this.connection.transaction(
      async (session) => {
        const work: Work = { session, announced: [], ctx };
        return underWay.run(work, async () => {
          const result = await decide(work);
          await this.journal.append(work.announced);
          return result;
        });
      },
      { readConcern: 'snapshot', writeConcern: { w: 'majority', journal: true } },
    );
  }
}

function announceIn(work: Work, ctx: RequestContext): Announce {
  return (event: DomainEvent) => work.announced.push({ ctx: work.ctx ?? ctx, event });
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
