export {
  type AssessmentPolicy,
  type Blueprint,
  type BlueprintDraft,
  type KnownShort,
  type PaperRules,
  type Quota,
  USUAL_POLICY,
} from './blueprint.js';
export { BlueprintReader, type ItemExposure } from './blueprint.reader.js';
export { type BlueprintCheck, CheckBlueprint, type NamedCount } from './check-blueprint.js';
export { type PaperReplay, ReplayPaper } from './replay-paper.js';
export { type ItemRetired, RetireItem } from './retire-item.js';
export { type SampleItem, SamplePaper } from './sample-paper.js';
export { SetBlueprint, type SetBlueprintInput } from './set-blueprint.js';
export { WatchBlueprints } from './watch-blueprints.js';
