import { ProgressModule } from '@app/progress';
import { Module } from '@nestjs/common';
import { AnnounceCutOffProcessor } from './announce-cut-off.processor.js';
import { MoveAfterCutOffProcessor } from './move-after-cut-off.processor.js';
import { MoveLearnersProcessor } from './move-learners.processor.js';

/** What progress does without a person waiting for it. */
@Module({
  imports: [ProgressModule],
  providers: [MoveLearnersProcessor, AnnounceCutOffProcessor, MoveAfterCutOffProcessor],
})
export class ProgressWorkerModule {}
