import { MyObservationResolver } from './my-observation.resolver.js';
import { ObservationResolver } from './observation.resolver.js';
import { ObservationDecisionResolver } from './observation-decision.resolver.js';
import { ObservationDeskResolver } from './observation-desk.resolver.js';
import { ObservationPersonResolver } from './observation-person.resolver.js';

/** The resolvers of observed practicals, role-plays and exercises. */
export const observationResolvers = [
  ObservationResolver,
  ObservationDeskResolver,
  ObservationDecisionResolver,
  MyObservationResolver,
  ObservationPersonResolver,
];
