export {
  BRIEF_FORMS,
  type Brief,
  type BriefContent,
  type BriefForm,
  type BriefId,
  type BriefPart,
  type BriefTask,
  type Criterion,
} from './brief.js';
export { BriefReader } from './brief.reader.js';
export { checkBrief } from './check-brief.js';
export { briefPublished } from './events.js';
export { briefPermissions } from './permissions.js';
export { PublishBrief, type PublishBriefInput } from './publish-brief.js';
