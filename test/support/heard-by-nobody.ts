/** What is announced for the record alone: the journal is the root of audit, and disclosure asks for each of these. */
const FOR_THE_RECORD = 'a change that must leave a trace; no other domain acts on it';

/** Events that no consumer hears yet, each with the reason why it is announced all the same. */
export const HEARD_BY_NOBODY: Readonly<Record<string, string>> = {
  'assessment.attempt.abandoned.v1': FOR_THE_RECORD,
  'assessment.attempt.marked.v1':
    'statistics of items and papers will hear it; awards wait for assessment.component.passed',
  'assessment.attempt.submitted.v1': FOR_THE_RECORD,
  'assessment.place.given-up.v1': 'the waiting list will hear it; today the freed seat is simply free',
  'assessment.sitting.cancelled.v1':
    'rebooking will hear it; today the place is marked on the candidate’s own page',
  'assessment.sitting.closed.v1': FOR_THE_RECORD,
  'assessment.sitting.created.v1': FOR_THE_RECORD,
  'assessment.sitting.opened.v1': FOR_THE_RECORD,
  'capability.minimum-cover.set.v1': 'rows are read with the minimum itself',
  'catalogue.draft.approved.v1': FOR_THE_RECORD,
  'catalogue.draft.sent.v1': 'the reviewers’ queue will hear it',
  'catalogue.lesson.corrected.v1': FOR_THE_RECORD,
  'catalogue.translation.owed.v1': 'the translators’ queue will hear it',
  'framework.law.changed.v1': 'the impact list of a law change will hear it',
  'framework.version.loaded.v1': FOR_THE_RECORD,
  'identity.force.added.v1': FOR_THE_RECORD,
  'identity.force.changed.v1': FOR_THE_RECORD,
  'identity.password-reset.missed.v1': 'security monitoring: asked for an address that has no account',
  'identity.password.changed.v1': FOR_THE_RECORD,
  'identity.person.added.v1': FOR_THE_RECORD,
  'identity.person.changed.v1': FOR_THE_RECORD,
  'identity.person.proposed.v1': 'the other force’s queue of proposals will hear it',
  'identity.role.granted.v1': 'roles are read at each request, so nothing needs telling',
  'identity.role.revoked.v1': 'roles are read at each request, so nothing needs telling',
  'identity.roster.finished.v1': FOR_THE_RECORD,
  'identity.roster.upload-requested.v1': FOR_THE_RECORD,
  'identity.roster.uploaded.v1': FOR_THE_RECORD,
  'identity.session.ended.v1': FOR_THE_RECORD,
  'identity.session.started.v1': FOR_THE_RECORD,
  'identity.unit.created.v1': 'cover counts by postings; a unit without any has nothing to count',
  'identity.unit.renamed.v1': 'names are read where they are shown',
  'notifications.notice.read.v1': FOR_THE_RECORD,
  'progress.activity.completed.v1': FOR_THE_RECORD,
  'progress.enrolment.due-date-set.v1': 'reminders of due dates will hear it',
  'progress.enrolment.moved.v1': FOR_THE_RECORD,
  'progress.enrolment.started.v1': FOR_THE_RECORD,
};
