import { SchedulingModule } from '@app/scheduling';
import { Module } from '@nestjs/common';
import { ForgetDoneProcessor } from './forget-done.processor.js';

/** The background edge of the clockwork itself. */
@Module({ imports: [SchedulingModule], providers: [ForgetDoneProcessor] })
export class SchedulingWorkerModule {}
