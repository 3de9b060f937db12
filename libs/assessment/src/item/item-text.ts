import type { ItemText } from './item.js';
import { factsOf } from './item.schema.js';

/** The text alone, of anything that carries one: what a version keeps and what its digest is of. */
export function textOf(item: ItemText): ItemText {
  const { stem, explanation, lawIds, content, shuffle, stimulusVersion } = item;
  return {
    ...factsOf(item),
    ...{ stem, explanation, lawIds, content },
    ...(shuffle === false ? { shuffle } : {}),
    ...(stimulusVersion === undefined || stimulusVersion === null ? {} : { stimulusVersion }),
  };
}
