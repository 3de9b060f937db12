import type { Plot } from './plot.js';
import type { SimulatedPerson } from './simulated-force.js';

/** Somebody with what they will do. */
export interface Life extends SimulatedPerson {
  readonly plot: Plot;
}
