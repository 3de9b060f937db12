import { defineEvent } from '@app/platform/journal/event.js';

interface OfConversation {
  conversationId: string;
  personId: string;
  heldById: string;
  courseCode: string;
  componentKey: string;
}

/** A supervisor recorded that a conversation was held; the person has not confirmed it yet. `heldOn` is a day in London. */
export const conversationRecorded = defineEvent<OfConversation & { heldOn: string }>(
  'practicals.conversation.recorded.v1',
);
/** One of the two took the record back before both had confirmed it. */
export const conversationTakenBack = defineEvent<OfConversation>('practicals.conversation.taken-back.v1');
