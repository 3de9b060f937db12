import { englishOnly } from '@app/platform/context/words.js';

/** Ten points in two lines. */
export const RUBRIC = [
  { criterion: englishOnly('Says what was done'), points: 4 },
  { criterion: englishOnly('Says why it was lawful'), points: 6 },
];
