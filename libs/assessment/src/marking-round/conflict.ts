import { areInLine, type Lines } from '@app/identity';
import type { PersonId } from '@app/platform/context/request-context.js';

/** What of a response decides who has a conflict with it. */
export interface Judged {
  readonly personId: PersonId;
  readonly excludedIds: readonly PersonId[];
  /** Others whose work it is too. */
  readonly alsoOfIds?: readonly PersonId[];
}

/** Everybody whose work is judged. */
export function candidatesOf({ personId, alsoOfIds = [] }: Judged): PersonId[] {
  return [personId, ...alsoOfIds];
}

/**
 * ASM-115: nobody judges themselves, anybody in the line above or below them, or a response they are excluded from; of a group
 * case that is so of each of its members. `lines` has the candidates and the marker.
 */
export function hasConflict(lines: Lines, markerId: PersonId, judged: Judged): boolean {
  return (
    judged.excludedIds.includes(markerId) ||
    candidatesOf(judged).some((personId) => areInLine(lines, markerId, personId))
  );
}
