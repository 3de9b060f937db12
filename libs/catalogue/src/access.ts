/** Who may do what in the catalogue. Courses are national; whoever has signed in reads them. */
export const cataloguePermissions = {
  read: 'catalogue.course.read',
  readDraft: 'catalogue.draft.read',
  correct: 'catalogue.lesson.correct',
  setComponents: 'catalogue.component.set',
  checkWelsh: 'catalogue.welsh.check',
  send: 'catalogue.draft.send',
  approve: 'catalogue.draft.approve',
  publish: 'catalogue.course.publish',
} as const;
