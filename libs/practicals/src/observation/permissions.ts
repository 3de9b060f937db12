/** What each entry point about observations demands; bundles of them are held in identity. */
export const observationPermissions = {
  /** One's own, as the candidate: read, say that one has seen the sheet, dispute it. */
  readOwn: 'practicals.observation.read-own',
  acknowledge: 'practicals.observation.acknowledge',
  dispute: 'practicals.observation.dispute',
  /** An assessor's or training lead's. */
  plan: 'practicals.observation.plan',
  cancel: 'practicals.observation.cancel',
  record: 'practicals.observation.record',
  correct: 'practicals.observation.correct',
  sign: 'practicals.observation.sign',
  readDesk: 'practicals.observation.read-desk',
  proposeVoid: 'practicals.observation.propose-void',
  /** A training lead's, for the whole force. */
  read: 'practicals.observation.read',
  decideDispute: 'practicals.observation.decide-dispute',
  conclude: 'practicals.observation.conclude',
  decideVoid: 'practicals.observation.decide-void',
} as const;
