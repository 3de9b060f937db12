import type { Grants } from './bundle-names.js';

/** Awards, holdings and assignment by rule. */
export const CERTIFICATION: Grants = {
  officer: [
    'certification.award.read-own',
    'certification.holding.read-own',
    'certification.certification.read',
    'certification.assignment.read-own',
  ],
  supervisor: ['certification.award.read', 'certification.holding.read', 'certification.assignment.read'],
  'training-lead': [
    'certification.award.read',
    'certification.holding.read',
    'certification.holding.assign',
    'certification.holding.unassign',
    'certification.award.extend',
    'certification.assignment.read',
    'certification.assignment-rule.read',
    'certification.assignment-rule.save',
    'certification.assignment-rule.switch-on',
    'certification.assignment-rule.pause',
    'certification.assignment-rule.switch-off',
    'certification.assignment-rule.confirm',
    'certification.assignment-rule.leave-out',
    'certification.assignment-rule.let-in',
    'certification.assignment-exception.decide',
  ],
  'capability-lead': [
    'certification.award.read',
    'certification.holding.read',
    'certification.holding.exempt',
    'certification.award.extend',
    'certification.award.withdraw',
  ],
  administrator: [
    'certification.award.withdraw',
    'certification.assignment-rule.read',
    'certification.assignment-guard.set',
  ],
  publisher: ['certification.rule.publish'],
  auditor: [
    'certification.award.read',
    'certification.holding.read',
    'certification.assignment.read',
    'certification.assignment-rule.read',
  ],
};

/** Cover, minimums and extracts. */
export const CAPABILITY: Grants = {
  supervisor: ['capability.cover.read'],
  'training-lead': ['capability.cover.read', 'capability.minimum-cover.set'],
  'capability-lead': [
    'capability.cover.read',
    'capability.minimum-cover.set',
    'capability.extract.make',
    'capability.extract.read',
  ],
  auditor: ['capability.cover.read', 'capability.extract.make', 'capability.extract.read'],
  'national-analyst': ['capability.national-cover.read'],
};
