import { AssessmentModule } from '@app/assessment';
import { Module } from '@nestjs/common';
import { CloseAttemptProcessor } from './close-attempt.processor.js';
import { CloseSittingProcessor } from './close-sitting.processor.js';
import { CountExposureProcessor } from './count-exposure.processor.js';
import { OpenSittingProcessor } from './open-sitting.processor.js';
import { RemindSittingProcessor } from './remind-sitting.processor.js';
import { StopWritingProcessor } from './stop-writing.processor.js';

/** The background work of assessment. */
export const assessmentProcessors = [
  OpenSittingProcessor,
  CloseSittingProcessor,
  RemindSittingProcessor,
  CloseAttemptProcessor,
  CountExposureProcessor,
  StopWritingProcessor,
];

@Module({ imports: [AssessmentModule], providers: assessmentProcessors })
export class AssessmentWorkerModule {}
