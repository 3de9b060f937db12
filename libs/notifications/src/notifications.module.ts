import { AssessmentModule } from '@app/assessment';
import { CertificationModule } from '@app/certification';
import { IdentityModule } from '@app/identity';
import { Clock } from '@app/platform/clock/clock.js';
import { CONFIG, type Config } from '@app/platform/config/config.js';
import { ProgressModule } from '@app/progress';
import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { DeliveryReader } from './delivery/delivery.reader.js';
import { DeliveryRepository } from './delivery/delivery.repository.js';
import { DELIVERY, deliverySchema } from './delivery/delivery.schema.js';
import { ReleaseMail, SettleUnknown, TakeReceipt } from './delivery/follow-mail.js';
import { MailWriter, OwnLinks } from './delivery/mail-writer.js';
import { NotTaken, SendMail } from './delivery/send-mail.js';
import { DiscardDelivery, RedriveDelivery, ResolveDelivery } from './delivery/settle-delivery.js';
import { Letterbox, TellPerson } from './delivery/tell-person.js';
import { CircuitMailer } from './mail/circuit-mailer.js';
import { FileMailer } from './mail/file-mailer.js';
import { Mailer } from './mail/mailer.js';
import { NotifyMailer } from './mail/notify-mailer.js';
import { ReturnPath } from './mail/return-path.js';
import { SmtpMailer } from './mail/smtp-mailer.js';
import { MarkNoticeRead } from './notice/mark-notice-read.js';
import { NoticeReader } from './notice/notice.reader.js';
import { NoticeRepository } from './notice/notice.repository.js';
import { NOTICE, noticeSchema } from './notice/notice.schema.js';
import { SeatMail } from './occasion/seat-mail.js';
import { SendInvitation } from './occasion/send-invitation.js';
import { SendPasswordReset } from './occasion/send-password-reset.js';
import { PlanAppealReminder, TellOfAppeal } from './occasion/tell-of-appeal.js';
import { TellOfAuthority } from './occasion/tell-of-authority.js';
import { TellOfAward } from './occasion/tell-of-award.js';
import { ApprovalLine, TellOfBooking } from './occasion/tell-of-booking.js';
import { TellOfSession } from './occasion/tell-of-session.js';
import { TellOfSitting } from './occasion/tell-of-sitting.js';
import { TellOfSwap } from './occasion/tell-of-swap.js';
import { PreferenceRepository } from './preference/preference.repository.js';
import { PREFERENCE, preferenceSchema } from './preference/preference.schema.js';
import { SetNotificationPreferences } from './preference/set-notification-preferences.js';
import { DigestLines } from './reminder/digest-lines.js';
import { FireStep, GoUp, SendDigest } from './reminder/fire-step.js';
import { Line } from './reminder/line.js';
import { PersonDays, PlanReminders, StepBook, StopChain } from './reminder/plan-reminders.js';
import { Seats } from './reminder/seats.js';
import { StepReader } from './reminder/step.reader.js';
import { StepRepository } from './reminder/step.repository.js';
import { STEP, stepSchema } from './reminder/step.schema.js';
import { HeldNow, Things } from './reminder/things.js';

const useCases = [
  MarkNoticeRead,
  SendInvitation,
  SendPasswordReset,
  TellOfSitting,
  TellOfAward,
  TellOfAuthority,
  TellPerson,
  ...[SendMail, ReleaseMail, SettleUnknown, TakeReceipt, RedriveDelivery, DiscardDelivery, ResolveDelivery],
  ...[PlanAppealReminder, TellOfAppeal, TellOfBooking, TellOfSession, TellOfSwap],
  ...[SetNotificationPreferences, PlanReminders, StopChain, FireStep, SendDigest],
];
const readers = [NoticeReader, DeliveryReader, StepReader, PreferenceRepository];
const parts = [
  ...[
    DeliveryRepository,
    NoticeRepository,
    Letterbox,
    NotTaken,
    OwnLinks,
    MailWriter,
    SeatMail,
    ApprovalLine,
  ],
  ...[StepRepository, HeldNow, Seats, Things, PersonDays, StepBook, Line, GoUp, DigestLines],
];

/** GOV.UK Notify where there is a key, SMTP where there is a server; files otherwise, which production refuses at boot. */
export function mailerOf(config: Config, clock: Clock): Mailer {
  const { NOTIFY_API_KEY: apiKey, NOTIFY_TEMPLATE_EN: en, NOTIFY_TEMPLATE_CY: cy } = config;
  if (apiKey !== undefined && en !== undefined && cy !== undefined)
    return new CircuitMailer(
      new NotifyMailer({ apiKey, url: config.NOTIFY_URL, templates: { en, cy } }),
      clock,
    );
  if (config.SMTP_URL !== undefined)
    return new CircuitMailer(
      new SmtpMailer(config.SMTP_URL, config.PUBLIC_URL, { returns: returnPathOf(config) }),
      clock,
    );
  return new FileMailer(config.LANTERN_MAIL_DIR, config.PUBLIC_URL);
}

function returnPathOf({ BOUNCE_DOMAIN: domain, LANTERN_LINK_SECRET: secret }: Config): ReturnPath | null {
  return domain === undefined ? null : new ReturnPath(domain, secret);
}

/** Mail and notices to people. */
@Module({
  imports: [
    IdentityModule,
    AssessmentModule,
    CertificationModule,
    ProgressModule,
    MongooseModule.forFeature([
      { name: DELIVERY, schema: deliverySchema },
      { name: NOTICE, schema: noticeSchema },
      { name: PREFERENCE, schema: preferenceSchema },
      { name: STEP, schema: stepSchema },
    ]),
  ],
  providers: [
    { provide: Mailer, useFactory: mailerOf, inject: [CONFIG, Clock] },
    ...parts,
    ...readers,
    ...useCases,
  ],
  exports: [Mailer, ...readers, ...useCases],
})
export class NotificationsModule {}
