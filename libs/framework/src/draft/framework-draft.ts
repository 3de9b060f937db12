import type { CalendarDate } from '@app/platform/clock/calendar.js';
import { actingPerson, type PersonId, type RequestContext } from '@app/platform/context/request-context.js';
import type { Id } from '@app/platform/ids/ids.js';
import type { FrameworkContent } from '../version/framework-version.js';
import { refusal } from './refusals.js';

export type FrameworkDraftId = Id<'FrameworkDraft'>;

/** A next version in the making, begun from a published one. Published, it is closed for ever; the version lives apart. */
export interface FrameworkDraft {
  readonly id: FrameworkDraftId;
  /** The number of the version from which it was begun. */
  readonly basedOn: number;
  readonly content: FrameworkContent;
  /** Whoever changed something in it. */
  readonly writers: readonly PersonId[];
  /** The number under which it was published; null while it is open. */
  readonly publishedAs: number | null;
  /** The optimistic lock. */
  readonly revision: number;
}

/** What publication is judged by besides the draft. */
export interface PublicationFacts {
  readonly today: CalendarDate;
  readonly latest: { readonly number: number; readonly effectiveFrom: CalendarDate };
  readonly effectiveFrom: CalendarDate;
}

/** FRM-20. Refuses to touch what was published. */
export function mustBeOpen({ publishedAs }: FrameworkDraft): void {
  if (publishedAs !== null) throw refusal('FRAMEWORK_DRAFT_CLOSED', { facts: { number: publishedAs } });
}

/** The draft with other content, and with whoever changed it among its writers. */
export function rewritten(
  ctx: RequestContext,
  draft: FrameworkDraft,
  content: FrameworkContent,
): FrameworkDraft {
  const writer = actingPerson(ctx);
  const writers = writer === undefined ? draft.writers : [...new Set([...draft.writers, writer])];
  return { ...draft, content, writers };
}

/** FRM-21, FRM-22, FRM-23. Refuses what must not become a version. */
export function mustBePublishable(ctx: RequestContext, draft: FrameworkDraft, facts: PublicationFacts): void {
  const { latest, effectiveFrom, today } = facts;
  if (draft.basedOn !== latest.number)
    throw refusal('FRAMEWORK_DRAFT_OUTDATED', { facts: { basedOn: draft.basedOn, latest: latest.number } });
  if (effectiveFrom < today || effectiveFrom < latest.effectiveFrom)
    throw refusal('FRAMEWORK_START_WRONG', { facts: { last: latest.effectiveFrom }, field: 'effectiveFrom' });
  const publisher = actingPerson(ctx);
  if (publisher !== undefined && draft.writers.includes(publisher)) throw refusal('FRAMEWORK_SELF_PUBLISHED');
}

/** FRM-35. Refuses profiles that need what is retired when the version takes effect. */
export function mustNeedNothingRetired(
  { skills, profiles }: FrameworkContent,
  effectiveFrom: CalendarDate,
): void {
  const ends = new Map(skills.map(({ id, to }) => [id, to]));
  for (const { roleId, requirements } of profiles)
    for (const { skillId } of requirements) {
      const to = ends.get(skillId);
      if (to === undefined || to >= effectiveFrom) continue;
      throw refusal('FRAMEWORK_PROFILE_RETIRED', { facts: { role: roleId, skill: skillId, to } });
    }
}

/** FRM-23. What changed, in words. */
export function noteOf(text: string): string {
  const note = text.trim();
  if (note === '' || note.length > 2000) throw refusal('FRAMEWORK_NOTE_MISSING', { field: 'note' });
  return note;
}
