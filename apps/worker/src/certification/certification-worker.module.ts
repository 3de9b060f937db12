import { CatalogueModule } from '@app/catalogue';
import { CertificationModule } from '@app/certification';
import { Module } from '@nestjs/common';
import { EvaluateForceProcessor } from './assignment/evaluate-force.processor.js';
import { EvaluateNightlyProcessor } from './assignment/evaluate-nightly.processor.js';
import { EvaluatePersonProcessor } from './assignment/evaluate-person.processor.js';
import { BringCourseRuleProcessor } from './bring-course-rule.processor.js';
import { CollectCompletionProcessor } from './collect-completion.processor.js';
import { CollectComponentProcessor } from './collect-component.processor.js';
import { ExpireHoldingProcessor } from './expire-holding.processor.js';
import { OpenWindowProcessor } from './open-window.processor.js';
import { ReconsiderAwardProcessor } from './reconsider-award.processor.js';
import { ReconsiderHoldingsProcessor } from './reconsider-holdings.processor.js';
import { UndoVoidedProcessor } from './undo-voided.processor.js';

/** What certification does without a person waiting for it. */
@Module({
  imports: [CatalogueModule, CertificationModule],
  providers: [
    CollectComponentProcessor,
    CollectCompletionProcessor,
    BringCourseRuleProcessor,
    ReconsiderHoldingsProcessor,
    ReconsiderAwardProcessor,
    UndoVoidedProcessor,
    OpenWindowProcessor,
    ExpireHoldingProcessor,
    EvaluatePersonProcessor,
    EvaluateForceProcessor,
    EvaluateNightlyProcessor,
  ],
})
export class CertificationWorkerModule {}
