import { ASSESSMENT_GRANTS } from './assessment-grants.js';
import { BUNDLES, type Bundle, type Grants } from './bundle-names.js';
import { CAPABILITY, CERTIFICATION } from './workforce-grants.js';

export { BUNDLES, type Bundle, type BundlePlace, PLACE } from './bundle-names.js';

/**
 * What each bundle may do, by domain: `<domain>.<noun>.<verb>`, the verb being that of the use case. A permission that
 * stands under no bundle is nobody's. Each domain keeps its own section.
 */
const IDENTITY: Grants = {
  officer: ['identity.unit.read', 'identity.force.read', 'identity.person.change-language'],
  supervisor: ['identity.person.read', 'identity.absence.record'],
  'training-lead': [
    'identity.person.read',
    'identity.person.add',
    'identity.person.invite',
    'identity.person.post',
    'identity.posting.end',
    'identity.absence.record',
    'identity.unit.create',
    'identity.unit.rename',
    'identity.roster.upload',
    'identity.roster.check',
    'identity.roster.apply',
    'identity.roster.read',
  ],
  'capability-lead': ['identity.person.read'],
  administrator: [
    'identity.person.read',
    'identity.person.add',
    'identity.person.invite',
    'identity.person.post',
    'identity.posting.end',
    'identity.absence.record',
    'identity.person.suspend',
    'identity.person.reinstate',
    'identity.roster.upload',
    'identity.roster.check',
    'identity.roster.apply',
    'identity.roster.read',
    'identity.role.grant',
    'identity.role.revoke',
    'identity.unit.create',
    'identity.unit.rename',
  ],
  auditor: ['identity.person.read', 'identity.roster.read'],
};

const FRAMEWORK: Grants = {
  officer: ['framework.skill.read', 'framework.law.read'],
  'capability-lead': ['framework.profile.raise', 'framework.profile-raise.end'],
  'framework-owner': [
    ...['framework.skill.read', 'framework.draft.read', 'framework.draft.create', 'framework.draft.write'],
    ...['framework.draft.discard', 'framework.version.publish'],
  ],
};

const OF_THE_PAST = [
  'standing.past.read',
  'standing.past.map',
  'standing.past.check',
  'standing.past.apply',
  'standing.past.undo',
];

/** What leads do with evidence that no course brings. */
const OF_EVIDENCE = [
  'standing.claim.make',
  'standing.claim.read',
  'standing.claim.decide',
  'standing.finding.record',
  'standing.evidence.withdraw',
  'standing.evidence.supersede',
  'standing.outcome.read',
  'standing.issuer.save',
];

const STANDING: Grants = {
  officer: ['standing.standing.read-own', 'standing.claim.make-own', 'standing.claim.read-own'],
  supervisor: ['standing.authority.read', 'standing.standing.read', 'standing.outcome.read'],
  assessor: ['standing.practice.record', 'standing.claim.read', 'standing.claim.decide'],
  'training-lead': [
    ...['standing.authority.read', 'standing.standing.read', 'standing.practice.record'],
    ...OF_EVIDENCE,
    ...OF_THE_PAST,
  ],
  'capability-lead': [
    ...['standing.authority.read', 'standing.authority.record', 'standing.standing.read'],
    ...OF_EVIDENCE,
    ...OF_THE_PAST,
  ],
  administrator: [...OF_THE_PAST],
};

const CATALOGUE: Grants = {
  officer: ['catalogue.course.read'],
  author: [
    'catalogue.draft.read',
    'catalogue.lesson.correct',
    'catalogue.component.set',
    'catalogue.draft.send',
  ],
  reviewer: ['catalogue.draft.read', 'catalogue.draft.approve'],
  publisher: ['catalogue.draft.read', 'catalogue.course.publish'],
  translator: [
    'catalogue.draft.read',
    'catalogue.lesson.correct',
    'catalogue.draft.send',
    'catalogue.welsh.check',
  ],
};

const PROGRESS: Grants = {
  officer: ['progress.course.enrol', 'progress.activity.learn', 'progress.enrolment.read-own'],
  supervisor: ['progress.enrolment.read'],
  'training-lead': ['progress.enrolment.read', 'progress.people.enrol'],
};

/** Practicals: briefs, works, conversations and group cases. */
const PRACTICALS: Grants = {
  officer: [
    'practicals.brief.read',
    'practicals.work.write',
    'practicals.work.submit',
    'practicals.work.withdraw',
    'practicals.work.read-own',
    'practicals.conversation.record',
    'practicals.conversation.confirm',
    'practicals.conversation.take-back',
    'practicals.conversation.read-own',
    'practicals.group.join',
    'practicals.group.leave',
    'practicals.group.write',
    'practicals.group.submit',
    'practicals.group.read-own',
  ],
  supervisor: ['practicals.conversation.oversee'],
  'training-lead': [
    'practicals.brief.read-whole',
    'practicals.work.propose-void',
    'practicals.work.decide-void',
    'practicals.conversation.oversee',
    'practicals.group.form',
    'practicals.group.read',
    'practicals.work.read',
    'practicals.group.remove-member',
    'practicals.group-void.propose',
    'practicals.group-void.decide',
  ],
  assessor: ['practicals.brief.read-whole'],
  author: ['practicals.brief.read-whole'],
  publisher: ['practicals.brief.read-whole', 'practicals.brief.publish'],
};

/** Practicals: observed practicals, role-plays and exercises. */
const OBSERVATIONS: Grants = {
  officer: [
    'practicals.observation.read-own',
    'practicals.observation.acknowledge',
    'practicals.observation.dispute',
  ],
  assessor: [
    'practicals.observation.plan',
    'practicals.observation.cancel',
    'practicals.observation.record',
    'practicals.observation.correct',
    'practicals.observation.sign',
    'practicals.observation.read-desk',
    'practicals.observation.propose-void',
  ],
  'training-lead': [
    'practicals.observation.plan',
    'practicals.observation.cancel',
    'practicals.observation.record',
    'practicals.observation.correct',
    'practicals.observation.sign',
    'practicals.observation.read-desk',
    'practicals.observation.read',
    'practicals.observation.propose-void',
    'practicals.observation.decide-dispute',
    'practicals.observation.conclude',
    'practicals.observation.decide-void',
  ],
};

const NOTIFICATIONS: Grants = {
  officer: [
    'notifications.notice.read-own',
    'notifications.notice.mark-read',
    'notifications.preferences.set',
  ],
  supervisor: ['notifications.escalation.read'],
  'training-lead': ['notifications.escalation.read'],
  operator: [
    'notifications.delivery.read',
    'notifications.delivery.redrive',
    'notifications.delivery.discard',
    'notifications.delivery.resolve',
  ],
};

const SCHEDULING: Grants = {
  operator: [
    'scheduling.clockwork.read',
    'scheduling.recurring.pause',
    'scheduling.recurring.resume',
    'scheduling.recurring.run',
    'scheduling.work.redrive',
    'scheduling.work.discard',
    'scheduling.queues.read',
  ],
};

const DOMAINS = [
  SCHEDULING,
  IDENTITY,
  FRAMEWORK,
  STANDING,
  CATALOGUE,
  PROGRESS,
  ...ASSESSMENT_GRANTS,
  PRACTICALS,
  OBSERVATIONS,
  CERTIFICATION,
  CAPABILITY,
  NOTIFICATIONS,
];

const permissionsByBundle = new Map<string, ReadonlySet<string>>(
  BUNDLES.map((bundle) => [bundle, new Set(DOMAINS.flatMap((domain) => domain[bundle] ?? []))]),
);

const NONE: ReadonlySet<string> = new Set();

/** What a bundle may do; nothing when there is no such bundle. */
export function permissionsOf(bundle: string): ReadonlySet<string> {
  return permissionsByBundle.get(bundle) ?? NONE;
}

/** Whether there is such a bundle. */
export function isBundle(text: string): text is Bundle {
  return permissionsByBundle.has(text);
}

/** Every permission that some bundle gives, in order: for the test that each entry point's permission exists. */
export function everyPermission(): string[] {
  return [...new Set([...permissionsByBundle.values()].flatMap((permissions) => [...permissions]))].sort();
}
