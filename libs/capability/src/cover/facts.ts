import type { UnitId } from '@app/identity';
import type { PersonId } from '@app/platform/context/request-context.js';
import type { AuthorityRecord, Evidence } from '@app/standing';
import type { Day } from './day.js';
import type { Span } from './span.js';

/** What was known of a posting or an absence from a day on. The last of them is what is known now. */
export interface Known extends Span {
  readonly since: Day;
}

/** One posting and how what is known of it came about. */
export interface PostingFacts {
  /** From the root of the tree down to the unit of the posting. */
  readonly path: readonly UnitId[];
  readonly roleId: string;
  /** As the force writes it; null when nobody said. */
  readonly shift: string | null;
  readonly known: readonly Known[];
}

/** What must be known of a person to say where and when they count, and since when each of it was known. */
export interface PersonFacts {
  readonly personId: PersonId;
  readonly postings: readonly PostingFacts[];
  readonly absences: readonly { readonly known: readonly Known[] }[];
  /** Since when they were suspended, or no longer. Nothing: never suspended. */
  readonly suspensions: readonly { readonly since: Day; readonly isSuspended: boolean }[];
  readonly evidence: readonly Evidence[];
  readonly authority: readonly AuthorityRecord[];
}
