import { AssignInvigilators } from './assign-invigilators.js';
import { DecideVoid } from './decide-void.js';
import { IncidentRepository } from './incident.repository.js';
import { InvigilationReader } from './invigilation.reader.js';
import { InvigilationRepository } from './invigilation.repository.js';
import {
  CODE_TRIES,
  codeTriesSchema,
  INCIDENT,
  INVIGILATION,
  incidentSchema,
  invigilationSchema,
  VOID_PROPOSAL,
  voidProposalSchema,
} from './invigilation.schema.js';
import { LetGoOfAttempt } from './let-go-of-attempt.js';
import { ProposeVoid } from './propose-void.js';
import { RecordIncident } from './record-incident.js';
import { RotateStartCode } from './rotate-start-code.js';
import { StartCodes } from './start-codes.js';
import { VoidReader } from './void.reader.js';
import { VoidProposalRepository } from './void-proposal.repository.js';

/** What this folder keeps in the database. */
export const invigilationModels = [
  { name: INVIGILATION, schema: invigilationSchema },
  { name: INCIDENT, schema: incidentSchema },
  { name: CODE_TRIES, schema: codeTriesSchema },
  { name: VOID_PROPOSAL, schema: voidProposalSchema },
];

/** Its repositories and steps, for this lib only. */
export const invigilationSteps = [
  IncidentRepository,
  InvigilationRepository,
  LetGoOfAttempt,
  StartCodes,
  VoidProposalRepository,
];

/** What the edges call. */
export const invigilationUseCases = [
  AssignInvigilators,
  DecideVoid,
  InvigilationReader,
  ProposeVoid,
  RecordIncident,
  RotateStartCode,
  VoidReader,
];
