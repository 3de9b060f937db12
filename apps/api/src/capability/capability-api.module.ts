import { CapabilityModule } from '@app/capability';
import { IdentityModule } from '@app/identity';
import { Module } from '@nestjs/common';
import { CoverResolver } from './cover.resolver.js';

export const capabilityResolvers = [CoverResolver];

/** Cover on the API. */
@Module({ imports: [CapabilityModule, IdentityModule], providers: capabilityResolvers })
export class CapabilityApiModule {}
