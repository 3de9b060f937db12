import { PracticalsModule } from '@app/practicals';
import { Module } from '@nestjs/common';
import { FlagObservationsProcessor } from './flag-observations.processor.js';

/** The background work of practicals. */
export const practicalsProcessors = [FlagObservationsProcessor];

@Module({ imports: [PracticalsModule], providers: practicalsProcessors })
export class PracticalsWorkerModule {}
