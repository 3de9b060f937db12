/** What each entry point about pass marks demands; bundles of them are held in identity. */
export const passMarkPermissions = {
  /** See panels, their figures and the history of pass marks. */
  readPanel: 'assessment.panel.read',
  openPanel: 'assessment.panel.open',
  closeRound: 'assessment.panel.close-round',
  endPanel: 'assessment.panel.end',
  /** Judge: panels of which one is a judge, and nobody else's ratings. */
  rateItems: 'assessment.items.rate',
  setPassMark: 'assessment.pass-mark.set',
  /** See who came near the pass mark: the College counts by force, a force its own people. */
  readBorderline: 'assessment.borderline.read',
  countBorderline: 'assessment.borderline.count',
} as const;
