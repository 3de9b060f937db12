import { Injectable, Logger } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';

/** A unit of work holds no network call and waits for nobody: between two of its statements lie milliseconds. */
const LONGEST_IDLE_MS = 1500;

/**
 * Ends transactions that their client has left. MongoDB keeps what a killed process had begun for a minute, with every document that
 * it had touched: until then nobody could close that attempt or take that row. A client that only slept finds its transaction gone
 * and runs its unit of work again.
 */
@Injectable()
export class IdleTransactions {
  private readonly log = new Logger('IdleTransactions');

  constructor(@InjectConnection() private readonly connection: Connection) {}

  /** Ends what has been idle for longer than that, in ms. How many they were. */
  async end(longestIdleMs = LONGEST_IDLE_MS): Promise<number> {
    const admin = this.connection.getClient().db('admin');
    const idle = await admin
      .aggregate<{ lsid: { id: unknown } }>([
        { $currentOp: { allUsers: false, idleSessions: true } },
        { $match: { type: 'idleSession', 'transaction.timeInactiveMicros': { $gt: longestIdleMs * 1000 } } },
        { $project: { lsid: 1 } },
      ])
      .toArray();
    if (idle.length === 0) return 0;
    await admin.command({ killSessions: idle.map(({ lsid }) => ({ id: lsid.id })) });
    this.log.warn(`${idle.length} transactions ended that their client had left`);
    return idle.length;
  }
}
