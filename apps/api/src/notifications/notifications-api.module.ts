import { NotificationsModule } from '@app/notifications';
import { Module } from '@nestjs/common';
import { NoticeResolver } from './notice.resolver.js';

export const notificationsResolvers = [NoticeResolver];

/** Notices on the API. */
@Module({ imports: [NotificationsModule], providers: notificationsResolvers })
export class NotificationsApiModule {}
