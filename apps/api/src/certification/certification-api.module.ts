import { CatalogueModule } from '@app/catalogue';
import { CertificationModule } from '@app/certification';
import { IdentityModule } from '@app/identity';
import { Module } from '@nestjs/common';
import { AssignmentResolver, AssignmentScreen } from './assignment/assignment.resolver.js';
import { AssignmentRuleResolver } from './assignment/assignment-rule.resolver.js';
import { AssignmentSteering, AssignmentSteeringResolver } from './assignment/assignment-steering.resolver.js';
import { AwardResolver } from './award.resolver.js';
import { AwardDecisionResolver } from './award-decision.resolver.js';
import { HoldingResolver, HoldingScreen } from './holding.resolver.js';
import { MyCourseAwardResolver } from './my-course.resolver.js';
import { CertificationRuleResolver } from './rule.resolver.js';

export const certificationResolvers = [
  AwardResolver,
  MyCourseAwardResolver,
  HoldingResolver,
  AwardDecisionResolver,
  CertificationRuleResolver,
  AssignmentRuleResolver,
  AssignmentSteeringResolver,
  AssignmentResolver,
];

/** Awards on the API. */
@Module({
  imports: [CertificationModule, CatalogueModule, IdentityModule],
  providers: [...certificationResolvers, HoldingScreen, AssignmentSteering, AssignmentScreen],
})
export class CertificationApiModule {}
