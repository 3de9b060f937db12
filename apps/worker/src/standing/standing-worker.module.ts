import { StandingModule } from '@app/standing';
import { Module } from '@nestjs/common';
import { ImportPastProcessor } from './import-past.processor.js';
import { MapPastProcessor } from './map-past.processor.js';
import { WithdrawPastProcessor } from './withdraw-past.processor.js';

/** The background edge of standing: the past that comes in by files. */
@Module({
  imports: [StandingModule],
  providers: [ImportPastProcessor, MapPastProcessor, WithdrawPastProcessor],
})
export class StandingWorkerModule {}
