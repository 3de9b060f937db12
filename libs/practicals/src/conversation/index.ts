export { ConfirmConversation } from './confirm-conversation.js';
export type { Conversation, ConversationId, ConversationState } from './conversation.js';
export { ConversationReader } from './conversation.reader.js';
export { conversationRecorded, conversationTakenBack } from './events.js';
export { conversationPermissions } from './permissions.js';
export { RecordConversation, type RecordConversationInput } from './record-conversation.js';
export { TakeBackConversation } from './take-back-conversation.js';
