import { IdentityModule } from '@app/identity';
import { PracticalsModule } from '@app/practicals';
import { Module } from '@nestjs/common';
import { observationResolvers } from './observation/observation.resolvers.js';

/** The resolvers of practicals. */
export const practicalsResolvers = [...observationResolvers];

@Module({ imports: [PracticalsModule, IdentityModule], providers: practicalsResolvers })
export class PracticalsApiModule {}
