import { IdentityModule } from '@app/identity';
import { NotificationsModule } from '@app/notifications';
import { Module } from '@nestjs/common';
import { DeliveryResolver } from './delivery.resolver.js';
import { EscalationResolver } from './escalation.resolver.js';
import { NoticeResolver } from './notice.resolver.js';
import { PreferencesResolver } from './preferences.resolver.js';
import { ReceiptRoute } from './receipt.route.js';

export const notificationsResolvers = [
  NoticeResolver,
  PreferencesResolver,
  DeliveryResolver,
  EscalationResolver,
];

/** Notices, preferences, deliveries and escalations on the API. */
@Module({
  imports: [IdentityModule, NotificationsModule],
  providers: [...notificationsResolvers, ReceiptRoute],
})
export class NotificationsApiModule {}
