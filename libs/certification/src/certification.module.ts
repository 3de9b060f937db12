import { AssessmentModule } from '@app/assessment';
import { CatalogueModule } from '@app/catalogue';
import { FrameworkModule } from '@app/framework';
import { IdentityModule } from '@app/identity';
import { PracticalsModule } from '@app/practicals';
import { StandingModule } from '@app/standing';
import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { ASSIGNMENT, assignmentSchema } from './assignment/assignment.schema.js';
import { assignmentExports, assignmentProviders } from './assignment/assignment-providers.js';
import {
  ASSIGNMENT_GUARD,
  ASSIGNMENT_RULE,
  assignmentGuardSchema,
  assignmentRuleSchema,
} from './assignment/assignment-rule.schema.js';
import { AddAward } from './award/add-award.js';
import { AwardReader } from './award/award.reader.js';
import { AwardRepository } from './award/award.repository.js';
import { AWARD, awardSchema } from './award/award.schema.js';
import { AwardsAtStake } from './award/awards-at-stake.js';
import { ExtendAward, ExtensionGround } from './award/extend-award.js';
import { GrantAward } from './award/grant-award.js';
import { MoveAward } from './award/move-award.js';
import { CorrectOutcome, ReconsiderAward } from './award/reconsider-award.js';
import { WithdrawAward } from './award/withdraw-award.js';
import { BringCourseRule } from './certification/bring-course-rule.js';
import { CertificationReader } from './certification/certification.reader.js';
import { CertificationRepository } from './certification/certification.repository.js';
import { CERTIFICATION, certificationSchema } from './certification/certification.schema.js';
import { PublishCertificationRule } from './certification/publish-certification-rule.js';
import { AdvanceCycle } from './component/advance-cycle.js';
import { CollectOutcome } from './component/collect-outcome.js';
import { ComponentReader } from './component/component.reader.js';
import { CycleRepository } from './component/cycle.repository.js';
import { CYCLE, cycleSchema } from './component/cycle.schema.js';
import { ReconsiderResult } from './component/reconsider-result.js';
import { TakeResult } from './component/take-result.js';
import { TermsReader } from './component/terms.reader.js';
import { ActOnFailedTest } from './holding/act-on-failed-test.js';
import { AskedHolding, AssignCertification } from './holding/assign-certification.js';
import { CompleteCycle } from './holding/complete-cycle.js';
import { EndCycle } from './holding/end-cycle.js';
import { ExemptFromCertification } from './holding/exempt-from-certification.js';
import { CertificationFacts } from './holding/facts.reader.js';
import { HoldingReader } from './holding/holding.reader.js';
import { HoldingRepository } from './holding/holding.repository.js';
import { HOLDING, holdingSchema } from './holding/holding.schema.js';
import { CompleteAndTend, ReconsiderHoldings } from './holding/reconsider-holdings.js';
import { TendHolding } from './holding/tend-holding.js';
import { UnassignCertification } from './holding/unassign-certification.js';

/** Components passed, awards given. */
@Module({
  imports: [
    AssessmentModule,
    IdentityModule,
    FrameworkModule,
    CatalogueModule,
    StandingModule,
    PracticalsModule,
    MongooseModule.forFeature([
      { name: AWARD, schema: awardSchema },
      { name: CYCLE, schema: cycleSchema },
      { name: CERTIFICATION, schema: certificationSchema },
      { name: HOLDING, schema: holdingSchema },
      { name: ASSIGNMENT_RULE, schema: assignmentRuleSchema },
      { name: ASSIGNMENT_GUARD, schema: assignmentGuardSchema },
      { name: ASSIGNMENT, schema: assignmentSchema },
    ]),
  ],
  providers: [
    ...[AwardRepository, AwardReader, AddAward, MoveAward, GrantAward, WithdrawAward],
    ...[ExtendAward, ExtensionGround, ReconsiderAward, CorrectOutcome, AwardsAtStake],
    ...[CycleRepository, TermsReader, ComponentReader, AdvanceCycle, CollectOutcome],
    ...[TakeResult, ReconsiderResult],
    ...[CertificationReader, CertificationRepository, BringCourseRule, PublishCertificationRule],
    ...[HoldingReader, HoldingRepository, CertificationFacts, CompleteCycle, TendHolding, EndCycle],
    ...[CompleteAndTend, ReconsiderHoldings, AskedHolding],
    ...[AssignCertification, UnassignCertification, ExemptFromCertification, ActOnFailedTest],
    ...assignmentProviders,
  ],
  exports: [
    ...[AwardReader, ComponentReader, CertificationReader, HoldingReader, CertificationFacts],
    ...[GrantAward, CollectOutcome, WithdrawAward, ExtendAward, BringCourseRule, PublishCertificationRule],
    ...[ReconsiderHoldings, AssignCertification, UnassignCertification, ExemptFromCertification],
    ActOnFailedTest,
    ReconsiderAward,
    ...[TakeResult, ReconsiderResult],
    ...assignmentExports,
  ],
})
export class CertificationModule {}
