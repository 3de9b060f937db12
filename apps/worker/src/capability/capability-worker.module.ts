import { CapabilityModule } from '@app/capability';
import { Module } from '@nestjs/common';
import { KeepCoverProcessor } from './keep-cover.processor.js';

/** What capability does without a person waiting for it. */
@Module({ imports: [CapabilityModule], providers: [KeepCoverProcessor] })
export class CapabilityWorkerModule {}
