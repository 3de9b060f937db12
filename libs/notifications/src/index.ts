export { notificationPermissions } from './access.js';
export type {
  Channel,
  Delivery,
  DeliveryId,
  DeliveryKey,
  DeliveryState,
  Settlement,
} from './delivery/delivery.js';
export { DELIVERY_STATES } from './delivery/delivery.js';
export { DeliveryReader } from './delivery/delivery.reader.js';
export { type Receipt, ReleaseMail, SettleUnknown, TakeReceipt } from './delivery/follow-mail.js';
export { SendMail } from './delivery/send-mail.js';
export {
  DiscardDelivery,
  RedriveDelivery,
  ResolveDelivery,
  type SettleDeliveryInput,
} from './delivery/settle-delivery.js';
export { TellPerson, type TellPersonInput } from './delivery/tell-person.js';
export {
  deliveryDiscarded,
  deliveryRedriven,
  deliveryResolved,
  mailQueued,
  noticeRead,
  preferencesSet,
  reminderEscalated,
} from './events.js';
export { fireStep, releaseMail, remindOfAppeal, sendDigest, settleUnknown } from './jobs.js';
export { type Mail, Mailer, MailNotTaken } from './mail/mailer.js';
export { ReturnPath } from './mail/return-path.js';
export { returnedIn } from './mail/returned.js';
export { MarkNoticeRead, type MarkNoticeReadInput } from './notice/mark-notice-read.js';
export type { Notice, NoticeId } from './notice/notice.js';
export { NoticeReader } from './notice/notice.reader.js';
export { NotificationsModule } from './notifications.module.js';
export type { SeatNews } from './occasion/seat-news.js';
export { SendInvitation, type SendInvitationInput } from './occasion/send-invitation.js';
export { SendPasswordReset, type SendPasswordResetInput } from './occasion/send-password-reset.js';
export { PlanAppealReminder, TellOfAppeal } from './occasion/tell-of-appeal.js';
export { TellOfAuthority, type TellOfAuthorityInput } from './occasion/tell-of-authority.js';
export { TellOfAward, type TellOfAwardInput } from './occasion/tell-of-award.js';
export { TellOfBooking, type TellOfBookingInput } from './occasion/tell-of-booking.js';
export { TellOfSession, type TellOfSessionInput } from './occasion/tell-of-session.js';
export { TellOfSitting, type TellOfSittingInput } from './occasion/tell-of-sitting.js';
export { TellOfSwap, type TellOfSwapInput } from './occasion/tell-of-swap.js';
export type { Preferences, QuietHours } from './preference/preference.js';
export { PreferenceRepository } from './preference/preference.repository.js';
export { SetNotificationPreferences } from './preference/set-notification-preferences.js';
export { FireStep, SendDigest } from './reminder/fire-step.js';
export type { ReminderKind } from './reminder/plan.js';
export { PlanReminders, StopChain } from './reminder/plan-reminders.js';
export type { Step, StepId, ThingRef, WhyNot } from './reminder/step.js';
export { StepReader } from './reminder/step.reader.js';
export { MESSAGES, type MessageName } from './template/messages.js';
export { PURPOSES, type Purpose } from './template/purpose.js';
