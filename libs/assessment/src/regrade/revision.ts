import type { PersonId } from '@app/platform/context/request-context.js';
import type { PaperMarks } from '../attempt/marks.js';
import type { RemedyKind } from './remedy.js';

/** Why released or ready marks were changed: an item was faulty, or an appeal had its written answers marked again. */
export type RevisionGround =
  | {
      readonly kind: 'regrade';
      readonly regradeId: string;
      readonly remedy: RemedyKind;
      readonly itemVersionId: string;
    }
  | { readonly kind: 'appeal'; readonly appealId: string; readonly responseId: string };

/** One change of an attempt's marks, with both (ASM-148). Kept with the attempt, first to last; the attempt's own marks are the last. */
export interface MarksRevision {
  readonly before: PaperMarks;
  readonly after: PaperMarks;
  readonly ground: RevisionGround;
  /** Who asked for it. */
  readonly by: PersonId;
  /** Who approved falls below the pass mark; null when nobody had to. */
  readonly approvedBy: PersonId | null;
  readonly at: Date;
}
