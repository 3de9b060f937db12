import type { VersionId } from '@app/catalogue';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import type { Id } from '@app/platform/ids/ids.js';
import type { EnrolmentId } from '@app/progress';
import { refusal } from './refusals.js';

export type ConversationId = Id<'Conversation'>;

/**
 * `RECORDED` by the supervisor who held it; `CONFIRMED` by the person too, which makes the component done; `TAKEN_BACK` by either
 * before that. From the last two nothing leads.
 */
export type ConversationState = 'RECORDED' | 'CONFIRMED' | 'TAKEN_BACK';

/**
 * That two people talked on a day, as a course asks for. What was said is deliberately nowhere: no notes, no content, no mark. It
 * belongs to the force under which it was held.
 */
export interface Conversation {
  readonly id: ConversationId;
  readonly forceId: ForceId;
  /** Whose component it is. */
  readonly personId: PersonId;
  readonly enrolmentId: EnrolmentId;
  readonly courseCode: string;
  readonly versionId: VersionId;
  readonly componentKey: string;
  /** 1, 2, 3… within the enrolment and component. */
  readonly number: number;
  /** The supervisor, who recorded it: their word is the first of the two. */
  readonly heldById: PersonId;
  /** The day, in London. */
  readonly heldOn: CalendarDate;
  readonly state: ConversationState;
  readonly recordedAt: Date;
  readonly confirmedAt: Date | null;
  readonly takenBackAt: Date | null;
  readonly takenBackById: PersonId | null;
}

const transitions: Record<ConversationState, readonly ConversationState[]> = {
  RECORDED: ['CONFIRMED', 'TAKEN_BACK'],
  CONFIRMED: [],
  TAKEN_BACK: [],
};

/** PRA-23: the conversation in its next state; staying is no step. */
export function moveConversation(conversation: Conversation, to: ConversationState): Conversation {
  if (conversation.state === to) return conversation;
  if (transitions[conversation.state].includes(to)) return { ...conversation, state: to };
  throw refusal(conversation.state === 'CONFIRMED' ? 'CONVERSATION_CONFIRMED' : 'CONVERSATION_TAKEN_BACK');
}

/** PRA-22: refuses a day after today, or before the one on which the person was enrolled; all are days in London. */
export function checkDay(
  heldOn: CalendarDate,
  { today, enrolledOn }: { readonly today: CalendarDate; readonly enrolledOn: CalendarDate },
): void {
  if (heldOn > today) throw refusal('CONVERSATION_IN_FUTURE', { field: 'heldOn' });
  if (heldOn < enrolledOn) throw refusal('CONVERSATION_TOO_EARLY', { field: 'heldOn' });
}

/**
 * PRA-24: the conversation that is there already when the same is recorded again; null when another may be recorded. Refuses
 * while a different one waits for the person, and once one is confirmed.
 */
export function sameAs(
  earlier: readonly Conversation[],
  recorded: { readonly heldById: PersonId; readonly heldOn: CalendarDate },
): Conversation | null {
  const standing = earlier.find(({ state }) => state !== 'TAKEN_BACK');
  if (standing === undefined) return null;
  if (standing.heldById === recorded.heldById && standing.heldOn === recorded.heldOn) return standing;
  throw refusal(standing.state === 'CONFIRMED' ? 'CONVERSATION_CONFIRMED' : 'CONVERSATION_WAITS');
}
