import { defineEvent } from '@app/platform/journal/event.js';

interface OfBooking {
  bookingId: string;
  sessionId: string;
  personId: string;
  courseCode: string;
}
/** A seat is kept for somebody until their line manager has decided. */
export const bookingAsked = defineEvent<OfBooking>('assessment.booking.asked.v1');
/** A seat is somebody's. `bySwap`: in place of another that they had, as `swapAgreed` says. */
export const bookingBooked = defineEvent<OfBooking & { bySwap?: true }>('assessment.booking.booked.v1');
/** A line manager said no; the reason is in the erasable payload. */
export const bookingRefused = defineEvent<OfBooking>('assessment.booking.refused.v1');
/** Somebody will not come: they, their training lead or the cancelling of the session said so. */
export const bookingCancelled = defineEvent<OfBooking>('assessment.booking.cancelled.v1');
/** Somebody waits for a seat. */
export const bookingWaits = defineEvent<OfBooking>('assessment.booking.waits.v1');
/** A seat is kept for somebody who may take it until `lapsesAt`. */
export const bookingOffered = defineEvent<OfBooking & { lapsesAt: string }>('assessment.booking.offered.v1');
/** An offer was declined. */
export const bookingDeclined = defineEvent<OfBooking>('assessment.booking.declined.v1');
/** An offer, or a request that nobody decided, lapsed: `was` says which. */
export const bookingLapsed = defineEvent<OfBooking & { was: 'OFFERED' | 'ASKED' }>(
  'assessment.booking.lapsed.v1',
);
/** Whether somebody came was recorded. */
export const bookingAttended = defineEvent<OfBooking & { attended: boolean }>(
  'assessment.booking.attended.v1',
);
/** Two people may swap their seats, if the other agrees. */
export const swapOffered = defineEvent<OfSwap>('assessment.swap.offered.v1');
/** Two people have swapped their seats. */
export const swapAgreed = defineEvent<OfSwap>('assessment.swap.agreed.v1');
/** A swap will not happen: one of the two, `by`, said so. */
export const swapWithdrawn = defineEvent<OfSwap & { by: string }>('assessment.swap.withdrawn.v1');
interface OfSwap {
  swapId: string;
  bookingId: string;
  otherBookingId: string;
}
/** How bookings go in the force was said. */
export const termsSet = defineEvent<{ approval: string; offerHours: number }>(
  'assessment.booking-terms.set.v1',
);
/** How much of a unit may be away was said; no unit: each that has no limit of its own. Null: no limit. */
export const limitSet = defineEvent<{ unitId: string | null; percent: number | null }>(
  'assessment.abstraction-limit.set.v1',
);
/** A person has a new private address of their calendar; the one before is dead. */
export const calendarRenewed = defineEvent<{ personId: string }>('assessment.calendar.renewed.v1');
/** A person's calendar has no address any more. */
export const calendarRevoked = defineEvent<{ personId: string }>('assessment.calendar.revoked.v1');
