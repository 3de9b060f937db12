import type { Migration } from '@app/platform/mongo/migrations.js';

/** What each state of before is now, and why a mail that had not gone never will: nothing was kept that it could be written from. */
const STATES = [
  { was: 'sent', state: 'accepted', reason: null },
  { was: 'no-address', state: 'suppressed', reason: 'no address' },
  { was: 'unsure', state: 'unknown', reason: 'the answer was lost' },
  { was: 'sending', state: 'unknown', reason: 'its sender died' },
  { was: 'waiting', state: 'failed', reason: 'it could not be written' },
] as const;

/** Gives deliveries of before the mail queue the states of libs/notifications. Rows that have `content` are of today. */
export const statesOfDeliveries: Migration = {
  name: '0001-states-of-deliveries',
  up: async (connection) => {
    const deliveries = connection.collection('messageDeliveries');
    let changed = 0;
    for (const { was, state, reason } of STATES) {
      const done = await deliveries.updateMany(
        { state: was, content: { $exists: false } },
        { $set: { state, reason, content: null, claim: null, leaseUntil: null, settled: null } },
      );
      changed += done.modifiedCount;
    }
    return changed;
  },
};
