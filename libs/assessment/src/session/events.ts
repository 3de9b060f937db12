import { defineEvent } from '@app/platform/journal/event.js';

/** A session is on the timetable. */
export const sessionScheduled = defineEvent<{ sessionId: string; courseCode: string; kind: string }>(
  'assessment.session.scheduled.v1',
);
/** It will not happen; everybody who was to come is offered another. The reason is in the erasable payload. */
export const sessionCancelled = defineEvent<{ sessionId: string; courseCode: string; kind: string }>(
  'assessment.session.cancelled.v1',
);
/** A room was made, changed, closed or opened again. */
export const roomSaved = defineEvent<{ roomId: string; capacity: number; isClosed: boolean }>(
  'assessment.room.saved.v1',
);
