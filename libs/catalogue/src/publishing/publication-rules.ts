import { isUncertain, type LawEntry, type LawId } from '@app/framework';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import { type BlockKey, blocksOf } from '../course/content-change.js';
import { type Activity, activitiesOf, type CourseContent, lawCited } from '../course/course-content.js';
import type { Change } from '../course/published-version.js';
import { refusal } from '../refusals.js';

/** CAT-01, CAT-09. Refuses content that cites law which the register does not hold, or holds as uncertain. */
export function refuseUnsoundLaw(content: CourseContent, register: ReadonlyMap<LawId, LawEntry>): void {
  for (const lawId of lawCited(content)) {
    const entry = register.get(lawId);
    if (entry === undefined) throw refusal('LAW_UNKNOWN', { facts: { law: lawId } });
    if (isUncertain(entry)) throw refusal('LAW_UNCERTAIN', { facts: { law: lawId } });
  }
}

/** CAT-10. Refuses a lesson or a practice that has nothing in it, or a block without its words. */
export function refuseEmptyLesson(content: CourseContent): void {
  const empty = activitiesOf(content).find((activity) => isEmpty(activity));
  if (empty !== undefined) throw refusal('LESSON_EMPTY', { facts: { lesson: empty.title.en } });
}

function isEmpty({ kind, blocks }: Activity): boolean {
  if (kind !== 'lesson' && kind !== 'practice_quiz') return false;
  return blocks.length === 0 || blocks.some(({ markdown }) => markdown?.en.trim() === '');
}

/** CAT-11. The blocks whose Welsh was checked in the published version and is not checked in the next one. */
export function welshOutOfStep(published: CourseContent, next: CourseContent): BlockKey[] {
  const before = blocksOf(published);
  return [...blocksOf(next)].flatMap(([key, block]) => {
    const wasChecked = before.get(key)?.markdown?.cyState === 'checked';
    return wasChecked && block.markdown?.cyState !== 'checked' ? [key] : [];
  });
}

/** CAT-11. A minor or major change waits until checked Welsh is in step again; a legal change is never held. */
export function refuseWelshOutOfStep(published: CourseContent, next: CourseContent, change: Change): void {
  const count = welshOutOfStep(published, next).length;
  if (count > 0 && change !== 'legal') throw refusal('WELSH_OUT_OF_STEP', { facts: { count } });
}

/** CAT-12. A major change needs a last day for the version before, later than today; other changes have none. */
export function refuseWrongCutOff(change: Change, cutOff: CalendarDate | null, today: CalendarDate): void {
  if (change !== 'major') {
    if (cutOff !== null) throw refusal('CUT_OFF_NOT_WANTED', { field: 'cutOff' });
    return;
  }
  if (cutOff === null) throw refusal('CUT_OFF_MISSING', { field: 'cutOff' });
  if (cutOff <= today) throw refusal('CUT_OFF_PAST', { field: 'cutOff' });
}

/** CAT-13. The note without the space around it, or a refusal when it says nothing. */
export function noteOf(note: string): string {
  const said = note.trim();
  if (said === '') throw refusal('NOTE_MISSING', { field: 'note' });
  return said;
}
