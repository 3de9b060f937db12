import { ASSESSMENT_GRANTS } from './assessment-grants.js';
import { BUNDLES, type Bundle, type Grants } from './bundle-names.js';

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
    'identity.role.grant',
    'identity.role.revoke',
    'identity.unit.create',
    'identity.unit.rename',
  ],
  auditor: ['identity.person.read', 'identity.roster.read'],
};

const FRAMEWORK: Grants = {
  officer: ['framework.skill.read', 'framework.law.read'],
};

const STANDING: Grants = {
  officer: ['standing.standing.read-own'],
  supervisor: ['standing.authority.read', 'standing.standing.read'],
  'training-lead': ['standing.authority.read', 'standing.standing.read'],
  'capability-lead': ['standing.authority.read', 'standing.authority.record', 'standing.standing.read'],
};

const CATALOGUE: Grants = {
  officer: ['catalogue.course.read'],
  author: ['catalogue.draft.read', 'catalogue.lesson.correct', 'catalogue.draft.send'],
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

/** Practicals: works. */
const WORKS: Grants = {
  officer: [
    'practicals.work.write',
    'practicals.work.submit',
    'practicals.work.withdraw',
    'practicals.work.read-own',
  ],
  'training-lead': ['practicals.work.void'],
};

const CERTIFICATION: Grants = {
  officer: [
    'certification.award.read-own',
    'certification.holding.read-own',
    'certification.certification.read',
  ],
  supervisor: ['certification.award.read', 'certification.holding.read'],
  'training-lead': [
    'certification.award.read',
    'certification.holding.read',
    'certification.holding.assign',
    'certification.holding.unassign',
    'certification.award.extend',
  ],
  'capability-lead': [
    'certification.award.read',
    'certification.holding.read',
    'certification.holding.exempt',
    'certification.award.extend',
    'certification.award.withdraw',
  ],
  administrator: ['certification.award.withdraw'],
  publisher: ['certification.rule.publish'],
  auditor: ['certification.award.read', 'certification.holding.read'],
};

const CAPABILITY: Grants = {
  supervisor: ['capability.cover.read'],
  'training-lead': ['capability.cover.read', 'capability.minimum-cover.set'],
  'capability-lead': ['capability.cover.read', 'capability.minimum-cover.set'],
  auditor: ['capability.cover.read'],
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
  WORKS,
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
