import { PracticalsModule } from '@app/practicals';
import { Module } from '@nestjs/common';
import { CompleteGroupProcessor } from './complete-group.processor.js';
import { CompleteWorkProcessor } from './complete-work.processor.js';
import { FlagImportedObservationsProcessor } from './flag-imported-observations.processor.js';
import { FlagObservationsProcessor } from './flag-observations.processor.js';

/** The background work of practicals. */
export const practicalsProcessors = [
  CompleteGroupProcessor,
  CompleteWorkProcessor,
  FlagObservationsProcessor,
  FlagImportedObservationsProcessor,
];

@Module({ imports: [PracticalsModule], providers: practicalsProcessors })
export class PracticalsWorkerModule {}
