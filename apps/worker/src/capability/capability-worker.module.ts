import { Module } from '@nestjs/common';
import { CapabilityModule } from '@app/capability';
import { KeepCoverProcessor } from './keep-cover.processor.js';

/** What capability does without a person waiting for it. */
@Module({ imports: [CapabilityModule], providers: [KeepCoverProcessor] })
export class CapabilityWorkerModule {}
