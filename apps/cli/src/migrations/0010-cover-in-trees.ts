import type { Migration } from '@app/platform/mongo/migrations.js';

/** Of before: one minimum for a need, whatever the shift. */
const ONE_SHIFT = 'forceId_1_unitId_1_roleId_1_skillId_1_level_1';

function isNoSuchIndex(error: unknown): boolean {
  const { codeName } = error as { codeName?: string };
  return codeName === 'IndexNotFound' || codeName === 'NamespaceNotFound';
}

/**
 * Drops tallies whose parts do not say whether they are leaves: `rebuild-cover` makes them anew (docs/decisions, 0025). Minimums of before are
 * for any shift.
 */
export const coverInTrees: Migration = {
  name: '0010-cover-in-trees',
  up: async (connection) => {
    const tallies = connection.collection('coverTallies');
    const forces = await tallies.distinct('forceId', { leaf: { $exists: false } });
    let changed = 0;
    for (const name of ['coverTallies', 'coverProfiles', 'coverStates'])
      changed += (await connection.collection(name).deleteMany({ forceId: { $in: forces } })).deletedCount;
    const minimums = connection.collection('minimumCovers');
    const shiftless = await minimums.updateMany(
      { shift: { $exists: false } },
      { $set: { shift: null, history: [] } },
    );
    await minimums.dropIndex(ONE_SHIFT).catch((error: unknown) => {
      if (!isNoSuchIndex(error)) throw error;
    });
    return changed + shiftless.modifiedCount;
  },
};
