import type { Migration } from '@app/platform/mongo/migrations.js';

/** Drops tallies whose parts do not say whether they are leaves: `rebuild-cover` makes them anew (docs/decisions, 0025). */
export const coverInTrees: Migration = {
  name: '0010-cover-in-trees',
  up: async (connection) => {
    const tallies = connection.collection('coverTallies');
    const forces = await tallies.distinct('forceId', { leaf: { $exists: false } });
    let changed = 0;
    for (const name of ['coverTallies', 'coverProfiles', 'coverStates'])
      changed += (await connection.collection(name).deleteMany({ forceId: { $in: forces } })).deletedCount;
    return changed;
  },
};
