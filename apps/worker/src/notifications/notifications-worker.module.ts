import { NotificationsModule } from '@app/notifications';
import { Module } from '@nestjs/common';
import { AnnounceResultsProcessor } from './announce-results.processor.js';
import { ConfirmPlaceProcessor } from './confirm-place.processor.js';
import { RemindOfSittingProcessor } from './remind-of-sitting.processor.js';
import { SendInvitationProcessor } from './send-invitation.processor.js';
import { SendPasswordResetProcessor } from './send-password-reset.processor.js';
import { TellOfAuthorityProcessor } from './tell-of-authority.processor.js';
import { TellOfAwardProcessor } from './tell-of-award.processor.js';

/** Mail and notices, without a person waiting for them. */
@Module({
  imports: [NotificationsModule],
  providers: [
    AnnounceResultsProcessor,
    ConfirmPlaceProcessor,
    RemindOfSittingProcessor,
    SendInvitationProcessor,
    SendPasswordResetProcessor,
    TellOfAwardProcessor,
    TellOfAuthorityProcessor,
  ],
})
export class NotificationsWorkerModule {}
