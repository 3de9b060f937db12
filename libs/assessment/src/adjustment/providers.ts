import { AdjustersOfPeople } from './adjusters-of-people.reader.js';
import { AdjustmentReader } from './adjustment.reader.js';
import { AdjustmentRepository } from './adjustment.repository.js';
import {
  ADJUSTMENT,
  ADJUSTMENT_GROUP,
  ADJUSTMENT_REASON,
  adjustmentGroupSchema,
  adjustmentReasonSchema,
  adjustmentSchema,
  FIXED_TIME,
  fixedTimeSchema,
} from './adjustment.schema.js';
import { AdjustmentConflicts } from './adjustment-conflicts.js';
import { AdjustmentDesk } from './adjustment-desk.js';
import { AdjustmentFiles } from './adjustment-files.js';
import { AdjustmentGroupRepository } from './adjustment-group.repository.js';
import { AdjustmentReasonRepository } from './adjustment-reason.repository.js';
import { AdjustmentsOf } from './adjustments-of.js';
import { ApplyAdjustments } from './apply-adjustments.js';
import { ApplyToAttempt } from './apply-to-attempt.js';
import { AskAdjustment } from './ask-adjustment.js';
import { DecideAdjustment } from './decide-adjustment.js';
import { DeclareFixedTime } from './declare-fixed-time.js';
import { EndAdjustment } from './end-adjustment.js';
import { FixedTimeRepository } from './fixed-time.repository.js';
import { GrantAdjustment } from './grant-adjustment.js';
import { MarkersOfPerson } from './markers-of-person.reader.js';
import { ReadAdjustmentReason } from './read-adjustment-reason.js';
import { RefuseAdjustment } from './refuse-adjustment.js';
import { SaveAdjustmentGroup } from './save-adjustment-group.js';
import { WithdrawAdjustment } from './withdraw-adjustment.js';

/** What this folder keeps in the database. */
export const adjustmentModels = [
  { name: ADJUSTMENT, schema: adjustmentSchema },
  { name: ADJUSTMENT_REASON, schema: adjustmentReasonSchema },
  { name: ADJUSTMENT_GROUP, schema: adjustmentGroupSchema },
  { name: FIXED_TIME, schema: fixedTimeSchema },
];

/** Its repositories and steps, for this lib only. */
export const adjustmentSteps = [
  AdjustersOfPeople,
  AdjustmentConflicts,
  AdjustmentDesk,
  AdjustmentFiles,
  AdjustmentReasonRepository,
  AdjustmentRepository,
  ApplyToAttempt,
  DecideAdjustment,
  FixedTimeRepository,
  MarkersOfPerson,
];

/** What the edges call. */
export const adjustmentUseCases = [
  AdjustmentsOf,
  AdjustmentGroupRepository,
  AdjustmentReader,
  ApplyAdjustments,
  AskAdjustment,
  DeclareFixedTime,
  EndAdjustment,
  GrantAdjustment,
  ReadAdjustmentReason,
  RefuseAdjustment,
  SaveAdjustmentGroup,
  WithdrawAdjustment,
];
