import { IdentityModule } from '@app/identity';
import { PracticalsModule } from '@app/practicals';
import { Module } from '@nestjs/common';
import { FilesApiModule } from '../files/files-api.module.js';
import { ConversationResolver } from './conversation/conversation.resolver.js';

/** The resolvers of practicals. */
export const practicalsResolvers = [ConversationResolver];

@Module({
  imports: [PracticalsModule, IdentityModule, FilesApiModule],
  providers: [...practicalsResolvers],
})
export class PracticalsApiModule {}
