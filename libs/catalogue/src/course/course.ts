import type { PersonId } from '@app/platform/context/request-context.js';
import type { Id } from '@app/platform/ids/ids.js';
import { Fault } from '@app/platform/refusal/fault.js';
import { refusal } from '../refusals.js';
import { type BlockKey, componentsDigest } from './content-change.js';
import type { CourseContent } from './course-content.js';

export type CourseId = Id<'Course'>;
export type VersionId = Id<'CourseVersion'>;

export type DraftState = 'draft' | 'in_review' | 'approved';
type DraftVerb = 'correct' | 'send' | 'approve' | 'publish';

/** Where a draft may go from each state. What is not in the table is refused (CAT-03). */
export const transitions: Readonly<Record<DraftState, Partial<Record<DraftVerb, DraftState>>>> = {
  draft: { correct: 'draft', send: 'in_review' },
  in_review: { correct: 'draft', approve: 'approved' },
  approved: { correct: 'draft', publish: 'draft' },
};

/** The last thing done to a draft: a second arrival of the same request is recognised by it. */
export interface LastStep {
  readonly verb: DraftVerb;
  /** The revision that the request was made upon. */
  readonly revision: number;
  readonly by: PersonId | null;
  readonly digest: string;
}

/** The next version while it is being written. Nobody learns from it. */
export interface CourseDraft {
  readonly content: CourseContent;
  readonly state: DraftState;
  /** Grows by one with each change: the optimistic lock. */
  readonly revision: number;
  /** Addresses of the blocks that differ from the published version. */
  readonly changedBlocks: readonly BlockKey[];
  /** Everybody who changed it since the last publication. None of them may approve it (CAT-06). */
  readonly editors: readonly PersonId[];
  readonly approvedBy: PersonId | null;
}

/**
 * A course: a code that stays, a pointer to its published version, and a draft. It holds no content of its own but the
 * draft's; learners are pinned to versions. `importedBlocks` remembers what the content pack said last, so that a new
 * pack changes only what the pack changed.
 */
export interface Course {
  readonly id: CourseId;
  readonly code: string;
  readonly publishedVersionId: VersionId;
  readonly publishedNumber: number;
  readonly importedDigest: string;
  readonly importedBlocks: Readonly<Record<BlockKey, string>>;
  readonly draft: CourseDraft;
  readonly lastStep: LastStep | null;
}

/** CAT-03. The state after the verb, or the refusal that says what has to come first. */
export function next(draft: CourseDraft, verb: DraftVerb): DraftState {
  const state = transitions[draft.state][verb];
  if (state !== undefined) return state;
  if (verb === 'publish') throw refusal('DRAFT_NOT_APPROVED');
  throw refusal(verb === 'approve' ? 'DRAFT_NOT_IN_REVIEW' : 'DRAFT_ALREADY_SENT');
}

/** Whether a draft says something else than the published version: in its lessons, or of its assessment. */
export function isChanged(draft: CourseDraft, published: Pick<CourseContent, 'components'>): boolean {
  return draft.changedBlocks.length > 0 || componentsDigest(draft.content) !== componentsDigest(published);
}

/** CAT-07. Refuses to send or publish a draft that says what the published version says. */
export function refuseUnchanged(draft: CourseDraft, published: Pick<CourseContent, 'components'>): void {
  if (!isChanged(draft, published)) throw refusal('DRAFT_UNCHANGED');
}

/** Everybody who has changed a draft, once this person has. */
export function withEditor({ editors }: CourseDraft, editor: PersonId | null): readonly PersonId[] {
  return editor === null ? editors : [...new Set([...editors, editor])];
}

/** CAT-06. Nobody approves a draft that they changed themselves. */
export function refuseOwnWork(draft: CourseDraft, approver: PersonId | undefined): void {
  if (approver === undefined || draft.editors.includes(approver)) throw refusal('DRAFT_SELF_APPROVED');
}

/** CAT-04. Whether this request has been carried out already, by the same person, upon the same revision. */
export function isRepeat(course: Course, step: LastStep): boolean {
  const { lastStep } = course;
  return (
    lastStep !== null &&
    lastStep.verb === step.verb &&
    lastStep.revision === step.revision &&
    lastStep.by === step.by &&
    lastStep.digest === step.digest
  );
}

/** CAT-04. Refuses a change made upon an older state of the draft than the present one. */
export function refuseOldRevision(draft: CourseDraft, revision: number): void {
  if (draft.revision !== revision) throw new Fault('CONFLICT', undefined, 'revision');
}
