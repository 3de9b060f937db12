import { CatalogueModule } from '@app/catalogue';
import { CertificationModule } from '@app/certification';
import { IdentityModule } from '@app/identity';
import { Module } from '@nestjs/common';
import { AwardResolver } from './award.resolver.js';
import { MyCourseAwardResolver } from './my-course.resolver.js';

export const certificationResolvers = [AwardResolver, MyCourseAwardResolver];

/** Awards on the API. */
@Module({
  imports: [CertificationModule, CatalogueModule, IdentityModule],
  providers: certificationResolvers,
})
export class CertificationApiModule {}
