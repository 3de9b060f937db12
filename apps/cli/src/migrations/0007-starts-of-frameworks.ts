import { londonDate } from '@app/platform/clock/calendar.js';
import type { Migration } from '@app/platform/mongo/migrations.js';

/** Gives versions of the framework of before, which held from their loading, the first day on which they hold. */
export const startsOfFrameworks: Migration = {
  name: '0007-starts-of-frameworks',
  up: async (connection) => {
    const versions = connection.collection('frameworkVersions');
    let changed = 0;
    for await (const version of versions.find(
      { effectiveFrom: { $exists: false } },
      { projection: { loadedAt: 1 } },
    )) {
      const effectiveFrom = londonDate(version['loadedAt'] as Date);
      await versions.updateOne({ _id: version._id }, { $set: { effectiveFrom } });
      changed += 1;
    }
    return changed;
  },
};
