import type { Migration } from '@app/platform/mongo/migrations.js';
import { statesOfDeliveries } from './0001-states-of-deliveries.js';
import { outcomesOfCycles } from './0002-outcomes-of-cycles.js';
import { coverInGrains } from './0006-cover-in-grains.js';
import { startsOfFrameworks } from './0007-starts-of-frameworks.js';
import { coverInTrees } from './0010-cover-in-trees.js';

/** Every migration, oldest first. A new one is a file `NNNN-what.ts` beside this one, with its spec, and a line here. */
export const migrations: readonly Migration[] = [
  statesOfDeliveries,
  outcomesOfCycles,
  coverInGrains,
  startsOfFrameworks,
  coverInTrees,
];
