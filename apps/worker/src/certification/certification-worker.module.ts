import { CertificationModule } from '@app/certification';
import { Module } from '@nestjs/common';
import { CollectCompletionProcessor } from './collect-completion.processor.js';
import { CollectComponentProcessor } from './collect-component.processor.js';

/** What certification does without a person waiting for it. */
@Module({
  imports: [CertificationModule],
  providers: [CollectComponentProcessor, CollectCompletionProcessor],
})
export class CertificationWorkerModule {}
