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
export {
  type Concentration,
  type Outlook,
  OutlookReader,
  type OutlookRequest,
  type SinglePoint,
} from './cover/outlook.reader.js';
export { type CoverRebuilt, RebuildCover } from './cover/rebuild-cover.js';
export { type CoveringPerson, WhoCoversReader, type WhoCoversRequest } from './cover/who-covers.reader.js';
export { minimumCoverSet, shiftPatternSaved } from './events.js';
export * from './extract/index.js';
export type { MinimumCover } from './minimum/minimum-cover.js';
export { SetMinimumCover, type SetMinimumCoverInput } from './minimum/set-minimum-cover.js';
export { type MinimumMet, ShortfallReader } from './minimum/shortfall.reader.js';
export {
  type NationalCover,
  NationalCoverReader,
  type NationalCoverRequest,
} from './national/national-cover.reader.js';
export { refusal as capabilityRefusal } from './refusals.js';
export { SaveShiftPattern } from './shift/save-shift-pattern.js';
export type { ShiftPattern } from './shift/shift-pattern.js';
export { ShiftPatternRepository } from './shift/shift-pattern.repository.js';
