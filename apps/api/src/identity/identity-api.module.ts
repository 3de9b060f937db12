import { IdentityModule } from '@app/identity';
import { Module } from '@nestjs/common';
import { Identify } from '../edge/auth.guard.js';
import { ForceResolver } from './force.resolver.js';
import { MeResolver } from './me.resolver.js';
import { PasswordResolver } from './password.resolver.js';
import { PersonResolver } from './person.resolver.js';
import { PersonFieldsResolver, PostingFieldsResolver } from './person-fields.resolver.js';
import { PostingResolver } from './posting.resolver.js';
import { RoleResolver } from './role.resolver.js';
import { RosterResolver } from './roster.resolver.js';
import { SessionResolver } from './session.resolver.js';
import { UnitResolver } from './unit.resolver.js';
import { UploadRoute } from './upload.route.js';
import { Welcome } from './welcome.js';

/** The resolvers of identity, for the schema and the permissions to be printed without a server. */
export const identityResolvers = [
  ForceResolver,
  UnitResolver,
  PersonResolver,
  PersonFieldsResolver,
  PostingResolver,
  PostingFieldsResolver,
  RoleResolver,
  MeResolver,
  SessionResolver,
  PasswordResolver,
  RosterResolver,
];

/** The API edge of identity. */
@Module({
  imports: [IdentityModule],
  providers: [...identityResolvers, Identify, Welcome, UploadRoute],
})
export class IdentityApiModule {}
