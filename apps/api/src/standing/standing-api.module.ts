import { FrameworkModule } from '@app/framework';
import { IdentityModule } from '@app/identity';
import { StandingModule } from '@app/standing';
import { Module } from '@nestjs/common';
import { StandingResolver } from './standing.resolver.js';

export const standingResolvers = [StandingResolver];

/** The API edge of standing. */
@Module({ imports: [StandingModule, FrameworkModule, IdentityModule], providers: standingResolvers })
export class StandingApiModule {}
