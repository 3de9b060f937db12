import type { Grants } from './bundle-names.js';

/** Assessment: sittings, attempts and marking. */
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

/** Assessment: sessions, bookings and calendars. Whether somebody decides for, or runs, what they name is asked where it is done. */
const SESSIONS: Grants = {
  officer: [
    'assessment.session.read',
    'assessment.session.book',
    'assessment.waiting-list.join',
    'assessment.offer.accept',
    'assessment.offer.decline',
    'assessment.booking.cancel',
    'assessment.booking.decide',
    'assessment.swap.offer',
    'assessment.swap.agree',
    'assessment.swap.withdraw',
    'assessment.attendance.record',
    'assessment.calendar.renew',
    'assessment.calendar.revoke',
  ],
  supervisor: ['assessment.abstraction.read'],
  'training-lead': [
    'assessment.session.list',
    'assessment.session.schedule',
    'assessment.session.cancel',
    'assessment.room.save',
    'assessment.booking-terms.set',
    'assessment.abstraction.read',
    'assessment.abstraction-limit.set',
  ],
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

/** What each bundle may do in assessment, section by section. */
export const ASSESSMENT_GRANTS: readonly Grants[] = [
  ASSESSMENT,
  ITEMS,
  BLUEPRINTS,
  SESSIONS,
  SITTING_FAIRLY,
  PUTTING_RIGHT,
];
