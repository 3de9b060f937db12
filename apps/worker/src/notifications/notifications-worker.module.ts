import { AssessmentModule } from '@app/assessment';
import { NotificationsModule } from '@app/notifications';
import { Module } from '@nestjs/common';
import { AnnounceResultsProcessor } from './announce-results.processor.js';
import { BounceServer } from './bounce-server.js';
import { ConfirmPlaceProcessor } from './confirm-place.processor.js';
import { FireStepProcessor } from './fire-step.processor.js';
import { PlanAppealReminderProcessor } from './plan-appeal-reminder.processor.js';
import { PlanCertificationRemindersProcessor } from './plan-certification-reminders.processor.js';
import { PlanCourseRemindersProcessor } from './plan-course-reminders.processor.js';
import { PlanPlaceRemindersProcessor } from './plan-place-reminders.processor.js';
import { PlanSeatRemindersProcessor } from './plan-seat-reminders.processor.js';
import { ReleaseMailProcessor } from './release-mail.processor.js';
import { RemindOfAppealProcessor } from './remind-of-appeal.processor.js';
import { RemindOfSittingProcessor } from './remind-of-sitting.processor.js';
import { ReplanPersonProcessor } from './replan-person.processor.js';
import { SendDigestProcessor } from './send-digest.processor.js';
import { SendInvitationProcessor } from './send-invitation.processor.js';
import { SendMailProcessor } from './send-mail.processor.js';
import { SendPasswordResetProcessor } from './send-password-reset.processor.js';
import { SettleAtStart } from './settle-at-start.js';
import { SettleUnknownProcessor } from './settle-unknown.processor.js';
import { StopChainProcessor } from './stop-chain.processor.js';
import { TellOfAppealProcessor } from './tell-of-appeal.processor.js';
import { TellOfAuthorityProcessor } from './tell-of-authority.processor.js';
import { TellOfAwardProcessor } from './tell-of-award.processor.js';
import { TellOfBookingProcessor } from './tell-of-booking.processor.js';
import { TellOfSessionProcessor } from './tell-of-session.processor.js';
import { TellOfSwapProcessor } from './tell-of-swap.processor.js';

/** Mail and notices, without a person waiting for them. */
@Module({
  imports: [AssessmentModule, NotificationsModule],
  providers: [
    AnnounceResultsProcessor,
    ConfirmPlaceProcessor,
    RemindOfSittingProcessor,
    SendInvitationProcessor,
    SendPasswordResetProcessor,
    TellOfAwardProcessor,
    TellOfAuthorityProcessor,
    ...[PlanAppealReminderProcessor, RemindOfAppealProcessor, TellOfAppealProcessor],
    ...[PlanSeatRemindersProcessor, TellOfBookingProcessor, TellOfSessionProcessor, TellOfSwapProcessor],
    SettleAtStart,
    BounceServer,
    ...[SendMailProcessor, ReleaseMailProcessor, SettleUnknownProcessor],
    ...[FireStepProcessor, SendDigestProcessor, StopChainProcessor, ReplanPersonProcessor],
    ...[PlanCertificationRemindersProcessor, PlanCourseRemindersProcessor, PlanPlaceRemindersProcessor],
  ],
})
export class NotificationsWorkerModule {}
