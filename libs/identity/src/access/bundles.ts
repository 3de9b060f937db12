import { BUNDLES, type Bundle } from './bundle-names.js';

export { BUNDLES, type Bundle, type BundlePlace, PLACE } from './bundle-names.js';

type Grants = Partial<Record<Bundle, readonly string[]>>;

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

const ASSESSMENT: Grants = {
  officer: [
    'assessment.response.read-own',
    'assessment.sitting.read',
    'assessment.place.book',
    'assessment.place.give-up',
    'assessment.attempt.read',
    'assessment.attempt.start',
    'assessment.attempt.resume',
    'assessment.attempt.answer',
    'assessment.attempt.submit',
    'assessment.response-file.upload',
  ],
  'training-lead': [
    'assessment.round.open',
    'assessment.round.read',
    'assessment.marker.name',
    'assessment.marker.end',
    'assessment.sitting.list',
    'assessment.sitting.create',
    'assessment.sitting.cancel',
    'assessment.places.book',
    'assessment.places.list',
    'assessment.results.release',
  ],
  author: ['assessment.item-media.upload', 'assessment.exhibit.upload'],
  assessor: [
    'assessment.response.take-next',
    'assessment.response.mark',
    'assessment.response.skip',
    'assessment.response.hand-on',
    'assessment.mark.withdraw',
  ],
  moderator: [
    'assessment.round.open',
    'assessment.round.read',
    'assessment.marker.name',
    'assessment.marker.end',
    'assessment.response.moderate',
    'assessment.marks.accept',
    'assessment.marks.release',
    'assessment.mark.withdraw',
  ],
};

/** Assessment: writing and reviewing items. Keys are shown to these alone. */
const ITEMS: Grants = {
  author: [
    'assessment.item.read',
    'assessment.item.create',
    'assessment.item.revise',
    'assessment.item.send',
    'assessment.stimulus.save',
  ],
  reviewer: ['assessment.item.read', 'assessment.item.approve', 'assessment.item.return'],
};

/** Assessment: what papers draw. */
const BLUEPRINTS: Grants = {
  author: [
    'assessment.blueprint.read',
    'assessment.blueprint.set',
    'assessment.paper.sample',
    'assessment.item.retire',
  ],
  reviewer: ['assessment.blueprint.read'],
  publisher: ['assessment.blueprint.read', 'assessment.blueprint.set', 'assessment.item.retire'],
  auditor: ['assessment.paper.replay'],
};

/** Assessment: adjustments, rests, recalls and invigilation. */
const SITTING_FAIRLY: Grants = {
  officer: [
    'assessment.attempt.rest',
    'assessment.attempt.suspend',
    'assessment.recall.withdraw',
    'assessment.adjustment.ask',
  ],
  supervisor: ['assessment.recall.confirm'],
  invigilator: ['assessment.sitting.invigilate', 'assessment.void.propose'],
  'training-lead': [
    'assessment.invigilators.assign',
    'assessment.incident.read',
    'assessment.void.propose',
    'assessment.void.decide',
  ],
  'adjustments-officer': ['assessment.adjustment.grant', 'assessment.adjustment-reason.read'],
  publisher: ['assessment.fixed-time.declare'],
};

/** Assessment: regrades, appeals and pass marks. */
const PUTTING_RIGHT: Grants = {
  officer: ['assessment.appeal.ask', 'assessment.appeal.withdraw'],
  'training-lead': [
    'assessment.regrade.read',
    'assessment.appeal.decide',
    'assessment.appeal-evidence.read',
    'assessment.borderline.read',
  ],
  moderator: [
    'assessment.regrade.read',
    'assessment.appeal.decide',
    'assessment.appeal-evidence.read',
    'assessment.response.remark',
    'assessment.borderline.read',
  ],
  assessor: ['assessment.items.rate'],
  author: [
    'assessment.regrade.propose',
    'assessment.regrade.dry-run',
    'assessment.regrade.apply',
    'assessment.regrade.cancel',
    'assessment.regrade.count',
    'assessment.items.rate',
    'assessment.panel.read',
    'assessment.borderline.count',
  ],
  reviewer: ['assessment.items.rate', 'assessment.panel.read'],
  publisher: [
    'assessment.regrade.count',
    'assessment.regrade.approve',
    'assessment.panel.read',
    'assessment.panel.open',
    'assessment.panel.close-round',
    'assessment.panel.end',
    'assessment.pass-mark.set',
    'assessment.borderline.count',
  ],
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
  officer: ['notifications.notice.read-own', 'notifications.notice.mark-read'],
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
  ASSESSMENT,
  BLUEPRINTS,
  ITEMS,
  SITTING_FAIRLY,
  PUTTING_RIGHT,
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
