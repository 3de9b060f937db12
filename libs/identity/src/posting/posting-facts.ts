import type { PostingFacts } from '../events.js';
import type { Posting } from './posting.js';

/** What the events about a posting carry. */
export function factsOf(posting: Posting): PostingFacts {
  return {
    postingId: posting.id,
    personId: posting.personId,
    unitId: posting.unitId,
    roleId: posting.roleId,
    rankId: posting.rankId,
    from: posting.from,
    to: posting.to,
  };
}
