import type { ForceKind, UnitKind } from '@app/identity';

/** The forces of every world: two invented ones, and the College. */
export const FORCES = {
  harbourshire: { name: 'Harbourshire Police', shortCode: 'HBR', kind: 'territorial', bilingual: false },
  'glan-arian': { name: 'Glan Arian Police', shortCode: 'GLA', kind: 'territorial', bilingual: true },
  college: { name: 'College of Policing', shortCode: 'COP', kind: 'college', bilingual: false },
} as const satisfies Record<string, { name: string; shortCode: string; kind: ForceKind; bilingual: boolean }>;
export type ForceKey = keyof typeof FORCES;

/** The units of each force, from the top. */
export const UNITS: readonly { key: string; name: string; kind: UnitKind; below: string | null }[] = [
  { key: 'command', name: 'Response', kind: 'command', below: null },
  { key: 'district', name: 'North', kind: 'district', below: 'command' },
  { key: 'team', name: 'North Response', kind: 'team', below: 'district' },
  { key: 'other-team', name: 'North Neighbourhood', kind: 'team', below: 'district' },
];

interface Part {
  readonly force: ForceKey;
  readonly givenName: string;
  readonly familyName: string;
  readonly bundles: readonly string[];
}

/** Who can be called by name. `other` people are Glan Arian's. */
export const CAST = {
  officer: { force: 'harbourshire', givenName: 'Maya', familyName: 'Okafor', bundles: [] },
  colleague: { force: 'harbourshire', givenName: 'Ben', familyName: 'Ashdown', bundles: [] },
  supervisor: { force: 'harbourshire', givenName: 'Ian', familyName: 'Calder', bundles: ['supervisor'] },
  trainer: { force: 'harbourshire', givenName: 'Tess', familyName: 'Farrow', bundles: ['training-lead'] },
  capability: {
    force: 'harbourshire',
    givenName: 'Ruth',
    familyName: 'Penhale',
    bundles: ['capability-lead'],
  },
  administrator: { force: 'harbourshire', givenName: 'Joan', familyName: 'Silk', bundles: ['administrator'] },
  adjuster: {
    force: 'harbourshire',
    givenName: 'Lena',
    familyName: 'Marsh',
    bundles: ['adjustments-officer'],
  },
  invigilator: { force: 'harbourshire', givenName: 'Owen', familyName: 'Tait', bundles: ['invigilator'] },
  otherAdjuster: {
    force: 'glan-arian',
    givenName: 'Nia',
    familyName: 'Pugh',
    bundles: ['adjustments-officer'],
  },
  secondTrainer: {
    force: 'harbourshire',
    givenName: 'Noor',
    familyName: 'Vale',
    bundles: ['training-lead'],
  },
  otherOfficer: { force: 'glan-arian', givenName: 'Gwen', familyName: 'Prosser', bundles: [] },
  otherTrainer: {
    force: 'glan-arian',
    givenName: 'Eleri',
    familyName: 'Vaughan',
    bundles: ['training-lead'],
  },
  otherAdministrator: {
    force: 'glan-arian',
    givenName: 'Ifan',
    familyName: 'Bevan',
    bundles: ['administrator'],
  },
  author: { force: 'college', givenName: 'Nell', familyName: 'Ambrose', bundles: ['author'] },
  reviewer: { force: 'college', givenName: 'Kofi', familyName: 'Lund', bundles: ['reviewer'] },
  publisher: { force: 'college', givenName: 'Bea', familyName: 'Stott', bundles: ['publisher'] },
  operator: { force: 'college', givenName: 'Ola', familyName: 'Wren', bundles: ['operator'] },
  frameworkOwner: { force: 'college', givenName: 'Ada', familyName: 'Quill', bundles: ['framework-owner'] },
} as const satisfies Record<string, Part>;
export type PersonKey = keyof typeof CAST;
