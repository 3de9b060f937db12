import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { ABSENCE, absenceSchema } from './absence/absence.schema.js';
import { AbsenceReader } from './absence/absence.reader.js';
import { AccessReader } from './access/access.reader.js';
import { ACCESS, accessSchema } from './access/access.schema.js';
import { ForceReader } from './force/force.reader.js';
import { FORCE, forceSchema } from './force/force.schema.js';
import { PeopleReader } from './person/people.reader.js';
import { PERSON, personSchema } from './person/person.schema.js';
import { PostingReader } from './posting/posting.reader.js';
import { POSTING, postingSchema } from './posting/posting.schema.js';
import { RoleGrantReader } from './role/role-grant.reader.js';
import { ROLE_GRANT, roleGrantSchema } from './role/role-grant.schema.js';
import { InvitationLinks, Links, PasswordResetLinks } from './sign-in/links.js';
import { Sessions } from './sign-in/sessions.js';
import { UnitReader } from './unit/unit.reader.js';
import { UNIT, unitSchema } from './unit/unit.schema.js';

const models = MongooseModule.forFeature([
  { name: FORCE, schema: forceSchema },
  { name: UNIT, schema: unitSchema },
  { name: PERSON, schema: personSchema },
  { name: POSTING, schema: postingSchema },
  { name: ABSENCE, schema: absenceSchema },
  { name: ROLE_GRANT, schema: roleGrantSchema },
  { name: ACCESS, schema: accessSchema },
]);

const readers = [
  ForceReader,
  UnitReader,
  PeopleReader,
  PostingReader,
  AbsenceReader,
  RoleGrantReader,
  AccessReader,
];
const signIn = [Sessions, InvitationLinks, PasswordResetLinks];

/** Forces, units, people, postings, roles and signing in. */
@Module({
  imports: [models],
  providers: [Links, ...readers, ...signIn],
  exports: [...readers, ...signIn],
})
export class IdentityModule {}
