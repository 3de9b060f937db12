import type { ForceScope } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { Fault, found } from '@app/platform/refusal/fault.js';
import type { EnrolmentId } from '@app/progress';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Conversation, ConversationId } from './conversation.js';
import {
  CONVERSATION,
  conversationOf,
  type StoredConversation,
  storedConversation,
} from './conversation.schema.js';

/** Loads conversations and saves them. */
@Injectable()
export class ConversationRepository {
  constructor(@InjectModel(CONVERSATION) private readonly conversations: Model<StoredConversation>) {}

  /** The conversation, or NOT_FOUND when this force has none such. */
  async load(scope: ForceScope, id: ConversationId): Promise<Conversation> {
    const filter = { _id: objectId(id), forceId: objectId(scope.forceId) };
    return conversationOf(found(await this.conversations.findOne(filter).lean<StoredConversation>()));
  }

  /** The conversations of an enrolment for a component, first to last. */
  async ofEnrolment(
    scope: ForceScope,
    enrolmentId: EnrolmentId,
    componentKey: string,
  ): Promise<Conversation[]> {
    const stored = await this.conversations
      .find({ forceId: objectId(scope.forceId), enrolmentId: objectId(enrolmentId), componentKey })
      .sort({ number: 1 })
      .lean<StoredConversation[]>();
    return stored.map(conversationOf);
  }

  /** Adds a conversation. A number that is taken fails as a duplicate key. */
  async add(conversation: Conversation): Promise<void> {
    await this.conversations.create([storedConversation(conversation)]);
  }

  /** Saves what moves of a conversation; CONFLICT when it was moved meanwhile. */
  async save(before: Conversation, after: Conversation): Promise<void> {
    const { _id, forceId, state, confirmedAt, takenBackAt, takenBackById } = storedConversation(after);
    const saved = await this.conversations.updateOne(
      { _id, forceId, state: before.state },
      { $set: { state, confirmedAt, takenBackAt, takenBackById } },
    );
    if (saved.matchedCount === 0) throw new Fault('CONFLICT');
  }
}
