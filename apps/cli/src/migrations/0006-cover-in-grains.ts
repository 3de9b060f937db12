import type { Migration } from '@app/platform/mongo/migrations.js';

const GONE = ['coverCounts', 'coverContributions'];

/** Drops the counts of before: `rebuild-cover` makes today's from the facts (docs/decisions, 0022). */
export const coverInGrains: Migration = {
  name: '0006-cover-in-grains',
  up: async (connection) => {
    let changed = 0;
    for (const name of GONE) changed += (await connection.collection(name).deleteMany({})).deletedCount;
    return changed;
  },
};
