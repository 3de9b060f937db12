import { defineEvent } from '@app/platform/journal/event.js';

/** A person read one of their notices. */
export const noticeRead = defineEvent<{ noticeId: string; personId: string }>('notifications.notice.read.v1');

/** A mail is ready to be sent, or to be tried again. */
export const mailQueued = defineEvent<{ deliveryId: string }>('notifications.mail.queued.v1');
/** A person said how they want to be told. */
export const preferencesSet = defineEvent<{ personId: string }>('notifications.preferences.set.v1');
/** An operator had a failed message sent anew. */
export const deliveryRedriven = defineEvent<{ deliveryId: string }>('notifications.delivery.redriven.v1');
/** An operator gave a failed message up. The reason is in the erasable payload. */
export const deliveryDiscarded = defineEvent<{ deliveryId: string }>('notifications.delivery.discarded.v1');
/** An operator found out what became of a message whose fate was unknown. The words are in the erasable payload. */
export const deliveryResolved = defineEvent<{ deliveryId: string }>('notifications.delivery.resolved.v1');
/** A step went up the line: whose matter it is, which step, and to whom (nobody, where no line is held). */
export const reminderEscalated = defineEvent<{
  stepId: string;
  personId: string;
  level: number;
  recipients: readonly string[];
  at: string;
}>('notifications.reminder.escalated.v1');
