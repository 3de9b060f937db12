import { AcceptMarks } from './accept-marks.js';
import { AllocateResponses } from './allocate-responses.js';
import { CompleteMarking } from './complete-marking.js';
import { EndMarker } from './end-marker.js';
import { FlagMarks } from './flag-marks.js';
import { HandOnResponse } from './hand-on-response.js';
import { ImpartialModerator } from './impartial-moderator.js';
import { JudgeConflicts } from './judge-conflicts.js';
import { MarkRepository } from './mark.repository.js';
import { MARK, markSchema } from './mark.schema.js';
import { MarkResponse } from './mark-response.js';
import { MarkedResponseReader } from './marked-response.reader.js';
import { MarkerRepository } from './marker.repository.js';
import { MarkingDesk } from './marking-desk.reader.js';
import { MarkingRoundRepository } from './marking-round.repository.js';
import { MARKER, MARKING_ROUND, markerSchema, markingRoundSchema } from './marking-round.schema.js';
import { MarkingTaskRepository } from './marking-task.repository.js';
import { MARKING_TASK, markingTaskSchema } from './marking-task.schema.js';
import { ModerateResponse } from './moderate-response.js';
import { NameMarker } from './name-marker.js';
import { NamingGround } from './naming-ground.js';
import { OpenRound } from './open-round.js';
import { ReleaseMarks } from './release-marks.js';
import { ReleasedMarks } from './released-marks.reader.js';
import { ResponseRepository } from './response.repository.js';
import { RESPONSE, responseSchema } from './response.schema.js';
import { RoundReader } from './round.reader.js';
import { RoundSources } from './round-sources.js';
import { SettleResponse } from './settle-response.js';
import { SkipResponse } from './skip-response.js';
import { SubmitForMarking } from './submit-for-marking.js';
import { TakeNextResponse } from './take-next-response.js';
import { WhoMayMark } from './who-may-mark.js';
import { WithdrawMark } from './withdraw-mark.js';
import { WithdrawResponses } from './withdraw-responses.js';

/** What this folder keeps in the database. */
export const markingModels = [
  { name: MARK, schema: markSchema },
  { name: MARKER, schema: markerSchema },
  { name: MARKING_ROUND, schema: markingRoundSchema },
  { name: MARKING_TASK, schema: markingTaskSchema },
  { name: RESPONSE, schema: responseSchema },
];

/** Its repositories and steps, for this lib only. */
export const markingSteps = [
  CompleteMarking,
  ImpartialModerator,
  MarkRepository,
  MarkerRepository,
  MarkingRoundRepository,
  MarkingTaskRepository,
  NamingGround,
  ResponseRepository,
  RoundSources,
  SettleResponse,
  WhoMayMark,
];

/** What the edges call. */
export const markingUseCases = [
  AcceptMarks,
  AllocateResponses,
  EndMarker,
  FlagMarks,
  HandOnResponse,
  JudgeConflicts,
  MarkResponse,
  MarkedResponseReader,
  MarkingDesk,
  ModerateResponse,
  NameMarker,
  OpenRound,
  ReleaseMarks,
  ReleasedMarks,
  RoundReader,
  SkipResponse,
  SubmitForMarking,
  TakeNextResponse,
  WithdrawMark,
  WithdrawResponses,
];
