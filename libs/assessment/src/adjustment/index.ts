export { type AllowedAdjustment, type FixedTime, timeSentence } from './adjusted-time.js';
export {
  type Adjustment,
  type AdjustmentFields,
  type AdjustmentGroup,
  type AdjustmentGroupId,
  type AdjustmentId,
  type AdjustmentLevel,
  type AdjustmentState,
  type AdjustmentTarget,
  type Format,
  PAGE_COLOURS,
  READERS,
  TEXT_SIZES,
} from './adjustment.js';
export { AdjustmentReader } from './adjustment.reader.js';
export { AdjustmentGroupRepository as AdjustmentGroupReader } from './adjustment-group.repository.js';
export type { GivenReason } from './adjustment-reason.repository.js';
export { AdjustmentsOf } from './adjustments-of.js';
export { ApplyAdjustments } from './apply-adjustments.js';
export { AskAdjustment } from './ask-adjustment.js';
export { NO_FIELDS } from './check-adjustment.js';
export { DeclareFixedTime, type FixedTimeDeclared } from './declare-fixed-time.js';
export { EndAdjustment } from './end-adjustment.js';
export { GrantAdjustment } from './grant-adjustment.js';
export { ReadAdjustmentReason } from './read-adjustment-reason.js';
export { RefuseAdjustment } from './refuse-adjustment.js';
export { SaveAdjustmentGroup } from './save-adjustment-group.js';
export { WithdrawAdjustment } from './withdraw-adjustment.js';
