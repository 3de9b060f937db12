import { FrameworkModule } from '@app/framework';
import { Module } from '@nestjs/common';
import { FrameworkResolver } from './framework.resolver.js';
import { ProfileRaiseResolver } from './profile-raise.resolver.js';

export const frameworkResolvers = [FrameworkResolver, ProfileRaiseResolver];

/** The API edge of the framework. */
@Module({ imports: [FrameworkModule], providers: frameworkResolvers })
export class FrameworkApiModule {}
