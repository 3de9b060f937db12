import { CertificationModule } from '@app/certification';
import { FrameworkModule } from '@app/framework';
import { IdentityModule } from '@app/identity';
import { StandingModule } from '@app/standing';
import { Module } from '@nestjs/common';
import { AuthorityResolver } from './authority.resolver.js';
import { ClaimDeskResolver, ClaimResolver } from './claim.resolver.js';
import { EvidenceResolver } from './evidence.resolver.js';
import { PastResolver } from './past.resolver.js';
import { PastActsResolver, PastMappings } from './past-acts.resolver.js';
import { StandingResolver } from './standing.resolver.js';

export const standingResolvers = [
  ...[StandingResolver, AuthorityResolver, EvidenceResolver, ClaimResolver, ClaimDeskResolver],
  ...[PastResolver, PastActsResolver],
];

/** The API edge of standing. */
@Module({
  imports: [StandingModule, CertificationModule, FrameworkModule, IdentityModule],
  providers: [...standingResolvers, PastMappings],
})
export class StandingApiModule {}
