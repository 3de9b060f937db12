import { isOfTheDead } from '@app/platform/process/process-name.js';
import { Injectable, Logger } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection, mongo } from 'mongoose';

/** A unit of work holds no network call and waits for nobody: whoever says nothing for so long is stopped, or cut off. */
const LONGEST_IDLE_MS = 10_000;

interface IdleSession {
  readonly lsid: { readonly id: mongo.Binary };
  readonly appName?: string;
  readonly transaction: { readonly timeInactiveMicros: number };
}

/**
 * Ends transactions that their client has left. MongoDB keeps what a killed process had begun for a minute, with every document that
 * it had touched: until then nobody could close that attempt or take that row. Those of dead processes of this host go at once,
 * any other after ten silent seconds, or fewer when something due is held up (Sweep); a client that only slept finds its transaction gone and runs its unit of work again.
 */
@Injectable()
export class IdleTransactions {
  private readonly log = new Logger('IdleTransactions');

  constructor(@InjectConnection() private readonly connection: Connection) {}

  /** How many it ended. */
  async end(longestIdleMs = LONGEST_IDLE_MS): Promise<number> {
    const admin = this.connection.getClient().db('admin');
    const idle = await admin
      .aggregate<IdleSession>([
        { $currentOp: { allUsers: false, idleSessions: true } },
        { $match: { type: 'idleSession', 'transaction.timeInactiveMicros': { $gte: 0 } } },
        { $project: { lsid: 1, appName: 1, 'transaction.timeInactiveMicros': 1 } },
      ])
      .toArray();
    const left = idle.filter(
      ({ appName, transaction }) =>
        isOfTheDead(appName ?? '') || transaction.timeInactiveMicros > longestIdleMs * 1000,
    );
    if (left.length === 0) return 0;
    await admin.command({ killSessions: left.map(({ lsid }) => ({ id: lsid.id })) });
    this.log.warn(`${left.length} transactions ended that their client had left`);
    return left.length;
  }
}
