import { IdentityModule } from '@app/identity';
import { PracticalsModule } from '@app/practicals';
import { Module } from '@nestjs/common';
import { FilesApiModule } from '../files/files-api.module.js';
import { BriefResolver } from './brief/brief.resolver.js';
import { ConversationResolver } from './conversation/conversation.resolver.js';
import { groupResolvers } from './group/group.resolvers.js';
import { observationResolvers } from './observation/observation.resolvers.js';
import { workResolvers } from './work/work.resolvers.js';
import { WorkRecordResolver } from './work/work-record.resolver.js';

/** The resolvers of practicals. */
export const practicalsResolvers = [
  BriefResolver,
  ConversationResolver,
  ...groupResolvers,
  ...observationResolvers,
  ...workResolvers,
  WorkRecordResolver,
];

@Module({
  imports: [PracticalsModule, IdentityModule, FilesApiModule],
  providers: [...practicalsResolvers],
})
export class PracticalsApiModule {}
