import { MongooseModule } from '@nestjs/mongoose';
import { ABSENCE, absenceSchema } from './absence/absence.schema.js';
import { ACCESS, accessSchema } from './access/access.schema.js';
import { FORCE, forceSchema } from './force/force.schema.js';
import { PERSON, personSchema } from './person/person.schema.js';
import { PROPOSAL, proposalSchema } from './person/proposal.schema.js';
import { POSTING, postingSchema } from './posting/posting.schema.js';
import { ROLE_GRANT, roleGrantSchema } from './role/role-grant.schema.js';
import {
  ROSTER_ERROR,
  ROSTER_IMPORT,
  rosterErrorSchema,
  rosterImportSchema,
} from './roster/roster-import.schema.js';
import { UPLOAD, uploadSchema } from './roster/upload.schema.js';
import { CREDENTIAL, credentialSchema } from './sign-in/credential.schema.js';
import { INVITATION, invitationSchema } from './sign-in/invitation.schema.js';
import { PASSWORD_RESET, passwordResetSchema } from './sign-in/password-reset.schema.js';
import { REFRESH_TOKEN, refreshTokenSchema, SESSION, sessionSchema } from './sign-in/session.schema.js';
import { ATTEMPTS, attemptsSchema } from './sign-in/throttle.schema.js';
import { UNIT, unitSchema } from './unit/unit.schema.js';

/** Everything that identity stores. */
export const identityModels = MongooseModule.forFeature([
  { name: FORCE, schema: forceSchema },
  { name: UNIT, schema: unitSchema },
  { name: PERSON, schema: personSchema },
  { name: PROPOSAL, schema: proposalSchema },
  { name: POSTING, schema: postingSchema },
  { name: ABSENCE, schema: absenceSchema },
  { name: ROLE_GRANT, schema: roleGrantSchema },
  { name: ACCESS, schema: accessSchema },
  { name: CREDENTIAL, schema: credentialSchema },
  { name: SESSION, schema: sessionSchema },
  { name: REFRESH_TOKEN, schema: refreshTokenSchema },
  { name: ATTEMPTS, schema: attemptsSchema },
  { name: INVITATION, schema: invitationSchema },
  { name: PASSWORD_RESET, schema: passwordResetSchema },
  { name: UPLOAD, schema: uploadSchema },
  { name: ROSTER_IMPORT, schema: rosterImportSchema },
  { name: ROSTER_ERROR, schema: rosterErrorSchema },
]);
