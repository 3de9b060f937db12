export { AssignInvigilators } from './assign-invigilators.js';
export { DecideVoid } from './decide-void.js';
export {
  INCIDENT_KINDS,
  type Incident,
  type IncidentKind,
  type StartCode,
} from './invigilation.js';
export {
  type CandidateNow,
  type InvigilatedSitting,
  InvigilationReader,
} from './invigilation.reader.js';
export { ProposeVoid } from './propose-void.js';
export { RecordIncident } from './record-incident.js';
export { RotateStartCode } from './rotate-start-code.js';
export { VoidReader } from './void.reader.js';
export type { VoidProposal } from './void-proposal.js';
