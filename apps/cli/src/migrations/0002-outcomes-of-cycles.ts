import type { Migration } from '@app/platform/mongo/migrations.js';

/** An outcome of before components had percents: only passes were kept. */
interface Before {
  readonly passedOn: string;
}

/** Gives the outcomes of certification cycles, which were passes alone, the fields of libs/certification's outcomes of today. */
export const outcomesOfCycles: Migration = {
  name: '0002-outcomes-of-cycles',
  up: async (connection) => {
    const cycles = connection.collection('certificationCycles');
    let changed = 0;
    for await (const cycle of cycles.find({ 'outcomes.passedOn': { $exists: true } })) {
      const outcomes = (cycle['outcomes'] as Before[]).map(({ passedOn: on, ...outcome }) => ({
        ...outcome,
        ...{ on, percent: null, passed: true, counts: true, asOf: new Date(`${on}T00:00:00Z`) },
      }));
      await cycles.updateOne({ _id: cycle._id }, { $set: { outcomes } });
      changed += 1;
    }
    return changed;
  },
};
