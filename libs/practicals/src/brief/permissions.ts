/** What each entry point about briefs demands; bundles of them are held in identity. */
export const briefPermissions = {
  /** See what a component asks of its candidates. */
  read: 'practicals.brief.read',
  /** See what is for assessors and markers only: notes, rubrics, the parts of others. */
  readWhole: 'practicals.brief.read-whole',
  publish: 'practicals.brief.publish',
} as const;
