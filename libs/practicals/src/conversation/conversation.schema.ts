import type { VersionId } from '@app/catalogue';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { tenant } from '@app/platform/mongo/tenancy.js';
import type { EnrolmentId } from '@app/progress';
import { Schema, type Types } from 'mongoose';
import type { Conversation, ConversationId, ConversationState } from './conversation.js';

export const CONVERSATION = 'Conversation';

/** A conversation as the database holds it: who, when, and nothing of what was said (PRA-26). */
export interface StoredConversation {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  personId: Types.ObjectId;
  enrolmentId: Types.ObjectId;
  courseCode: string;
  versionId: Types.ObjectId;
  componentKey: string;
  number: number;
  heldById: Types.ObjectId;
  heldOn: string;
  state: ConversationState;
  recordedAt: Date;
  confirmedAt: Date | null;
  takenBackAt: Date | null;
  takenBackById: Types.ObjectId | null;
}

const { ObjectId } = Schema.Types;

export const conversationSchema = new Schema<StoredConversation>(
  {
    forceId: { type: ObjectId, required: true, immutable: true },
    personId: { type: ObjectId, required: true, immutable: true },
    enrolmentId: { type: ObjectId, required: true, immutable: true },
    courseCode: { type: String, required: true, immutable: true },
    versionId: { type: ObjectId, required: true, immutable: true },
    componentKey: { type: String, required: true, immutable: true },
    number: { type: Number, required: true, immutable: true },
    heldById: { type: ObjectId, required: true, immutable: true },
    heldOn: { type: String, required: true, immutable: true },
    state: { type: String, required: true },
    recordedAt: { type: Date, required: true, immutable: true },
    confirmedAt: { type: Date, default: null },
    takenBackAt: { type: Date, default: null },
    takenBackById: { type: ObjectId, default: null },
  },
  { versionKey: false, strict: 'throw', collection: 'conversations' },
);
// ConversationRepository.ofEnrolment, first to last; unique, so that two recordings at once are one conversation.
conversationSchema.index({ forceId: 1, enrolmentId: 1, componentKey: 1, number: 1 }, { unique: true });
// ConversationReader.own: those of a person, newest first.
conversationSchema.index({ forceId: 1, personId: 1, _id: -1 });
// ConversationReader.held: those that a supervisor recorded, newest first.
conversationSchema.index({ forceId: 1, heldById: 1, _id: -1 });
tenant(conversationSchema);

/** The conversation as the code knows it. */
export function conversationOf(stored: StoredConversation): Conversation {
  const { _id, forceId, personId, enrolmentId, versionId, heldById, heldOn, takenBackById, ...rest } = stored;
  return {
    ...rest,
    id: idOf<ConversationId>(_id),
    forceId: idOf<ForceId>(forceId),
    personId: idOf<PersonId>(personId),
    enrolmentId: idOf<EnrolmentId>(enrolmentId),
    versionId: idOf<VersionId>(versionId),
    heldById: idOf<PersonId>(heldById),
    heldOn: heldOn as CalendarDate,
    takenBackById: takenBackById === null ? null : idOf<PersonId>(takenBackById),
  };
}

/** The conversation as the database holds it. */
export function storedConversation(conversation: Conversation): StoredConversation {
  const { id, forceId, personId, enrolmentId, versionId, heldById, takenBackById, ...rest } = conversation;
  return {
    ...rest,
    _id: objectId(id),
    forceId: objectId(forceId),
    personId: objectId(personId),
    enrolmentId: objectId(enrolmentId),
    versionId: objectId(versionId),
    heldById: objectId(heldById),
    takenBackById: takenBackById === null ? null : objectId(takenBackById),
  };
}
