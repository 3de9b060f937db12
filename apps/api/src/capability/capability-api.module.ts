import { CapabilityModule } from '@app/capability';
import { IdentityModule } from '@app/identity';
import { Module } from '@nestjs/common';
import { CoverResolver } from './cover.resolver.js';
import { CoverPeopleResolver } from './cover-people.resolver.js';
import { NationalCoverResolver } from './national-cover.resolver.js';

export const capabilityResolvers = [
  CoverResolver,
  CoverPeopleResolver,
  MinimumResolver,
  NationalCoverResolver,
];

import { MinimumResolver } from './minimum.resolver.js';

/** Cover on the API. */
@Module({ imports: [CapabilityModule, IdentityModule], providers: capabilityResolvers })
export class CapabilityApiModule {}
