import type { Migration } from '@app/platform/mongo/migrations.js';

/** Every migration, oldest first. A new one is a file `NNNN-what.ts` beside this one, with its spec, and a line here. */
export const migrations: readonly Migration[] = [];
