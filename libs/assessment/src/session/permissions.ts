/** What each entry point about sessions, bookings and calendars demands; bundles of them are held in identity. */
export const sessionPermissions = {
  /** See sessions that one may book, and one's own bookings. */
  read: 'assessment.session.read',
  book: 'assessment.session.book',
  joinWaitingList: 'assessment.waiting-list.join',
  acceptOffer: 'assessment.offer.accept',
  declineOffer: 'assessment.offer.decline',
  cancelBooking: 'assessment.booking.cancel',
  offerSwap: 'assessment.swap.offer',
  agreeSwap: 'assessment.swap.agree',
  withdrawSwap: 'assessment.swap.withdraw',
  renewCalendar: 'assessment.calendar.renew',
  revokeCalendar: 'assessment.calendar.revoke',
  /** Whoever runs the session, and its training lead. Anybody else finds no such booking. */
  recordAttendance: 'assessment.attendance.record',
  /** Line managers and their deputies; training leads for those who have none. */
  decideBooking: 'assessment.booking.decide',
  /** A training lead's. */
  list: 'assessment.session.list',
  schedule: 'assessment.session.schedule',
  cancel: 'assessment.session.cancel',
  saveRoom: 'assessment.room.save',
  setTerms: 'assessment.booking-terms.set',
  readAbstraction: 'assessment.abstraction.read',
  setLimit: 'assessment.abstraction-limit.set',
} as const;
