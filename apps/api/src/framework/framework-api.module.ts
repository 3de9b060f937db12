import { FrameworkModule } from '@app/framework';
import { Module } from '@nestjs/common';
import { FrameworkDraftResolver } from './draft.resolver.js';
import { DraftContentResolver } from './draft-content.resolver.js';
import { FrameworkResolver } from './framework.resolver.js';
import { ProfileRaiseResolver } from './profile-raise.resolver.js';
import { FrameworkVersionResolver } from './version.resolver.js';

export const frameworkResolvers = [
  FrameworkResolver,
  ProfileRaiseResolver,
  FrameworkDraftResolver,
  DraftContentResolver,
  FrameworkVersionResolver,
];

/** The API edge of the framework. */
@Module({ imports: [FrameworkModule], providers: frameworkResolvers })
export class FrameworkApiModule {}
