import { GroupResolver } from './group.resolver.js';
import { GroupLeadResolver } from './group-lead.resolver.js';
import {
  GroupFilesResolver,
  GroupMemberPersonResolver,
  GroupMembersResolver,
} from './group-members.resolver.js';
import { GroupVoidResolver } from './group-void.resolver.js';

/** The resolvers of group cases. */
export const groupResolvers = [
  GroupResolver,
  GroupLeadResolver,
  GroupMembersResolver,
  GroupMemberPersonResolver,
  GroupFilesResolver,
  GroupVoidResolver,
];
