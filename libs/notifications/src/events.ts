import { defineEvent } from '@app/platform/journal/event.js';

/** A person read one of their notices. */
export const noticeRead = defineEvent<{ noticeId: string; personId: string }>('notifications.notice.read.v1');
