import { AssessmentModule } from '@app/assessment';
import { IdentityModule } from '@app/identity';
import { Module } from '@nestjs/common';
import { FilesApiModule } from '../files/files-api.module.js';
import { AdjustmentResolver } from './adjustment/adjustment.resolver.js';
import { AdjustmentDeskResolver } from './adjustment/adjustment-desk.resolver.js';
import { AdjustmentGroundResolver } from './adjustment/adjustment-ground.resolver.js';
import { AnswerResolver } from './answer.resolver.js';
import { AttemptResolver } from './attempt.resolver.js';
import { AttemptVoidedResolver } from './attempt-voided.resolver.js';
import { BlueprintResolver } from './blueprint/blueprint.resolver.js';
import { PaperReplayResolver } from './blueprint/paper-replay.resolver.js';
import { CandidatePersonResolver } from './invigilation/candidate-person.resolver.js';
import { InvigilationResolver } from './invigilation/invigilation.resolver.js';
import { VoidResolver } from './invigilation/void.resolver.js';
import { ItemResolver } from './item/item.resolver.js';
import { StimulusResolver } from './item/stimulus.resolver.js';
import { markingRoundResolvers } from './marking-round/marking-round.resolvers.js';
import { MyCourseAssessmentResolver } from './my-course.resolver.js';
import { AttemptStimuliResolver, ExhibitResolver, ItemImageResolver } from './paper.resolver.js';
import { PlaceResolver } from './place.resolver.js';
import { PlacePersonResolver } from './place-person.resolver.js';
import { OwnPauses, RecallResolver } from './recall.resolver.js';
import { puttingRightResolvers } from './regrade/putting-right.resolvers.js';
import { BookingListResolver, BookingResolver } from './session/booking.resolver.js';
import { BookingDeskResolver, CalendarResolver, SwapResolver } from './session/booking-desk.resolver.js';
import { CalendarRoute } from './session/calendar.route.js';
import { SessionResolver, SessionTermsResolver } from './session/session.resolver.js';
import { SittingResolver } from './sitting.resolver.js';

/** The resolvers of assessment. */
export const assessmentResolvers = [
  SittingResolver,
  SessionResolver,
  SessionTermsResolver,
  BookingResolver,
  BookingListResolver,
  BookingDeskResolver,
  SwapResolver,
  CalendarResolver,
  PlaceResolver,
  PlacePersonResolver,
  AttemptResolver,
  AnswerResolver,
  AttemptStimuliResolver,
  ItemImageResolver,
  ExhibitResolver,
  ItemResolver,
  StimulusResolver,
  RecallResolver,
  AttemptVoidedResolver,
  AdjustmentResolver,
  AdjustmentDeskResolver,
  AdjustmentGroundResolver,
  InvigilationResolver,
  CandidatePersonResolver,
  VoidResolver,
  MyCourseAssessmentResolver,
  BlueprintResolver,
  PaperReplayResolver,
  ...markingRoundResolvers,
  ...puttingRightResolvers,
];

@Module({
  imports: [AssessmentModule, IdentityModule, FilesApiModule],
  providers: [OwnPauses, CalendarRoute, ...assessmentResolvers],
})
export class AssessmentApiModule {}
