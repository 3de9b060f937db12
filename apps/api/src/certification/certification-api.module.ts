import { Module } from '@nestjs/common';
import { CertificationModule } from '@app/certification';
import { IdentityModule } from '@app/identity';
import { AwardResolver } from './award.resolver.js';

/** Awards on the API. */
@Module({ imports: [CertificationModule, IdentityModule], providers: [AwardResolver] })
export class CertificationApiModule {}
