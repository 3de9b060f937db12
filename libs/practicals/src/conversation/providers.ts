import { ConfirmConversation } from './confirm-conversation.js';
import { ConversationReader } from './conversation.reader.js';
import { ConversationRepository } from './conversation.repository.js';
import { CONVERSATION, conversationSchema } from './conversation.schema.js';
import { ConversationGround } from './conversation-ground.js';
import { RecordConversation } from './record-conversation.js';
import { Supervisors } from './supervisors.js';
import { TakeBackConversation } from './take-back-conversation.js';

/** What this folder keeps in the database. */
export const conversationModels = [{ name: CONVERSATION, schema: conversationSchema }];

/** Its repository and steps, for this lib only. */
export const conversationSteps = [ConversationGround, ConversationRepository, Supervisors];

/** What the edges call. */
export const conversationUseCases = [
  ConfirmConversation,
  ConversationReader,
  RecordConversation,
  TakeBackConversation,
];
