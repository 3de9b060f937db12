/** What each entry point of this lib demands; bundles of them are held in identity. */
export const assessmentPermissions = {
  /** See sittings one may sit, and their state. */
  readSitting: 'assessment.sitting.read',
  /** See every sitting of the force. */
  listSittings: 'assessment.sitting.list',
  createSitting: 'assessment.sitting.create',
  cancelSitting: 'assessment.sitting.cancel',
  /** Book and give up a place of one's own. */
  bookPlace: 'assessment.place.book',
  giveUpPlace: 'assessment.place.give-up',
  /** Book places for others, and see who holds one. */
  bookPlaces: 'assessment.places.book',
  listPlaces: 'assessment.places.list',
  /** Sit: one's own attempts only. Nobody else's paper is ever read through these. */
  readAttempt: 'assessment.attempt.read',
  startAttempt: 'assessment.attempt.start',
  resumeAttempt: 'assessment.attempt.resume',
  answer: 'assessment.attempt.answer',
  submitAttempt: 'assessment.attempt.submit',
  releaseResults: 'assessment.results.release',
} as const;
