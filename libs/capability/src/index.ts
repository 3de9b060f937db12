export { capabilityPermissions } from './access.js';
export { CapabilityModule } from './capability.module.js';
export type { CoverPoint, CoverRow, Need } from './cover/cover.js';
export { type CoverOverRequest, CoverReader, type CoverRequest } from './cover/cover.reader.js';
export {
  ForceCoverReader,
  type ForceCoverRequest,
  type SkillCount,
  type UnitCount,
} from './cover/force-cover.reader.js';
export { KeepCover, type KeepCoverInput } from './cover/keep-cover.js';
export { type CoverRebuilt, RebuildCover } from './cover/rebuild-cover.js';
export { minimumCoverSet } from './events.js';
export * from './extract/index.js';
export type { MinimumCover } from './minimum/minimum-cover.js';
export { SetMinimumCover, type SetMinimumCoverInput } from './minimum/set-minimum-cover.js';
export {
  type NationalCover,
  NationalCoverReader,
  type NationalCoverRequest,
} from './national/national-cover.reader.js';
export { refusal as capabilityRefusal } from './refusals.js';
