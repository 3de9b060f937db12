import { WorkResolver } from './work.resolver.js';
import { WorkBriefResolver, WorkFilesResolver } from './work-parts.resolver.js';
import { WorkVoidResolver } from './work-void.resolver.js';

/** Works: the author's own, and the training lead's decision. */
export const workResolvers = [WorkResolver, WorkFilesResolver, WorkBriefResolver, WorkVoidResolver];
