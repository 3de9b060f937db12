import { AcknowledgeObservation } from './acknowledge-observation.js';
import { CancelObservation } from './cancel-observation.js';
import { ConcludeObservation } from './conclude-observation.js';
import { CorrectObservation } from './correct-observation.js';
import { DecideObservationDispute } from './decide-observation-dispute.js';
import { DisputeObservation } from './dispute-observation.js';
import { FlagObservations } from './flag-observations.js';
import { LegitimateObserver } from './legitimate-observer.js';
import { ObservationReader } from './observation.reader.js';
import { ObservationRepository } from './observation.repository.js';
import { OBSERVATION, observationSchema } from './observation.schema.js';
import { ObservationGround } from './observation-ground.js';
import { PlanObservation } from './plan-observation.js';
import { RecordObservation } from './record-observation.js';
import { ReleaseObservation } from './release-observation.js';
import { SignObservation } from './sign-observation.js';
import { TakeSheet } from './take-sheet.js';
import { Uninvolved } from './uninvolved.js';
import { DecideObservationVoid, ProposeObservationVoid } from './void-observation.js';

/** What this folder keeps in the database. */
export const observationModels = [{ name: OBSERVATION, schema: observationSchema }];

/** Its repository and steps, for this lib only. */
export const observationSteps = [
  LegitimateObserver,
  ObservationGround,
  ObservationRepository,
  ReleaseObservation,
  TakeSheet,
  Uninvolved,
];

/** What the edges call. */
export const observationUseCases = [
  AcknowledgeObservation,
  CancelObservation,
  ConcludeObservation,
  CorrectObservation,
  DecideObservationDispute,
  DecideObservationVoid,
  DisputeObservation,
  FlagObservations,
  ObservationReader,
  PlanObservation,
  ProposeObservationVoid,
  RecordObservation,
  SignObservation,
];
