import { PracticalsModule } from '@app/practicals';
import { Module } from '@nestjs/common';
import { CompleteWorkProcessor } from './complete-work.processor.js';

/** The background work of practicals. */
export const practicalsProcessors = [CompleteWorkProcessor];

@Module({ imports: [PracticalsModule], providers: practicalsProcessors })
export class PracticalsWorkerModule {}
