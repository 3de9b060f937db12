import { MarkingDeskResolver } from './marking-desk.resolver.js';
import { MarkingRoundResolver } from './marking-round.resolver.js';
import { ModerationResolver } from './moderation.resolver.js';
import { MyMarkedResponseResolver } from './my-marked-response.resolver.js';

/** Marking by people: the marker's desk, rounds, the moderator's table, the candidate's own. */
export const markingRoundResolvers = [
  MarkingDeskResolver,
  MarkingRoundResolver,
  ModerationResolver,
  MyMarkedResponseResolver,
];
