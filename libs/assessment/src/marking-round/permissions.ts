/** What each entry point of marking by people demands; bundles of them are held in identity. */
export const markingPermissions = {
  /** Open rounds, name and end markers, see how far a round is. */
  openRound: 'assessment.round.open',
  nameMarker: 'assessment.marker.name',
  endMarker: 'assessment.marker.end',
  readRound: 'assessment.round.read',
  /** Mark what is allocated to oneself; nothing else is ever read through these. */
  takeNext: 'assessment.response.take-next',
  mark: 'assessment.response.mark',
  skip: 'assessment.response.skip',
  handOn: 'assessment.response.hand-on',
  /** A marker’s own mark; a moderator’s any of the force’s candidates. */
  withdrawMark: 'assessment.mark.withdraw',
  /** The moderator’s: see both marks, set the final one, accept, release, see agreement. */
  moderate: 'assessment.response.moderate',
  acceptMarks: 'assessment.marks.accept',
  releaseMarks: 'assessment.marks.release',
  /** One’s own responses, once released. */
  readOwn: 'assessment.response.read-own',
} as const;
