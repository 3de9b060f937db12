import { AssessmentModule } from '@app/assessment';
import { CertificationModule } from '@app/certification';
import { IdentityModule } from '@app/identity';
import { CONFIG, type Config } from '@app/platform/config/config.js';
import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { DeliveryRepository } from './delivery/delivery.repository.js';
import { DELIVERY, deliverySchema } from './delivery/delivery.schema.js';
import { TellPerson } from './delivery/tell-person.js';
import { FileMailer } from './mail/file-mailer.js';
import { Mailer } from './mail/mailer.js';
import { SmtpMailer } from './mail/smtp-mailer.js';
import { MarkNoticeRead } from './notice/mark-notice-read.js';
import { NoticeReader } from './notice/notice.reader.js';
import { NoticeRepository } from './notice/notice.repository.js';
import { NOTICE, noticeSchema } from './notice/notice.schema.js';
import { SendInvitation } from './occasion/send-invitation.js';
import { SendPasswordReset } from './occasion/send-password-reset.js';
import { TellOfAuthority } from './occasion/tell-of-authority.js';
import { TellOfAward } from './occasion/tell-of-award.js';
import { TellOfSitting } from './occasion/tell-of-sitting.js';

const useCases = [
  MarkNoticeRead,
  SendInvitation,
  SendPasswordReset,
  TellOfSitting,
  TellOfAward,
  TellOfAuthority,
  TellPerson,
];

/** SMTP where there is a server; files otherwise, which production refuses at boot. */
export function mailerOf(config: Config): Mailer {
  if (config.SMTP_URL !== undefined) return new SmtpMailer(config.SMTP_URL, config.PUBLIC_URL);
  return new FileMailer(config.LANTERN_MAIL_DIR, config.PUBLIC_URL);
}

/** Mail and notices to people. */
@Module({
  imports: [
    IdentityModule,
    AssessmentModule,
    CertificationModule,
    MongooseModule.forFeature([
      { name: DELIVERY, schema: deliverySchema },
      { name: NOTICE, schema: noticeSchema },
    ]),
  ],
  providers: [
    { provide: Mailer, useFactory: mailerOf, inject: [CONFIG] },
    DeliveryRepository,
    NoticeRepository,
    NoticeReader,
    ...useCases,
  ],
  exports: [NoticeReader, Mailer, ...useCases],
})
export class NotificationsModule {}
