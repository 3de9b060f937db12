import { AssessmentModule } from '@app/assessment';
import { Module } from '@nestjs/common';
import { AllocateAgainProcessor } from './allocate-again.processor.js';
import { AllocateResponsesProcessor } from './allocate-responses.processor.js';
import { AppealFallsDueProcessor } from './appeal-falls-due.processor.js';
import { CloseAttemptProcessor } from './close-attempt.processor.js';
import { CountExposureProcessor } from './count-exposure.processor.js';
import { CountRecalledExposureProcessor } from './count-recalled-exposure.processor.js';
import { FlagImportedMarksProcessor } from './flag-imported-marks.processor.js';
import { FlagMarksProcessor } from './flag-marks.processor.js';
import { LapseBookingProcessor } from './lapse-booking.processor.js';
import { LapseRecallProcessor } from './lapse-recall.processor.js';
import { RebookSessionProcessor } from './rebook-session.processor.js';
import { RunRegradeProcessor } from './run-regrade.processor.js';
import {
  CloseSittingProcessor,
  OpenSittingProcessor,
  RemindSittingProcessor,
} from './sitting-windows.processor.js';
import { StopWritingProcessor } from './stop-writing.processor.js';
import { WatchBlueprintsProcessor } from './watch-blueprints.processor.js';

/** The background work of assessment. */
export const assessmentProcessors = [
  OpenSittingProcessor,
  CloseSittingProcessor,
  RemindSittingProcessor,
  CloseAttemptProcessor,
  LapseBookingProcessor,
  LapseRecallProcessor,
  RebookSessionProcessor,
  CountRecalledExposureProcessor,
  CountExposureProcessor,
  StopWritingProcessor,
  WatchBlueprintsProcessor,
  AllocateResponsesProcessor,
  AllocateAgainProcessor,
  FlagMarksProcessor,
  FlagImportedMarksProcessor,
  RunRegradeProcessor,
  AppealFallsDueProcessor,
];

@Module({ imports: [AssessmentModule], providers: assessmentProcessors })
export class AssessmentWorkerModule {}
