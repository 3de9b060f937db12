/** Every role bundle there is (DESIGN part 5). */
export const BUNDLES = [
  'officer',
  'supervisor',
  'training-lead',
  'assessor',
  'moderator',
  'capability-lead',
  'invigilator',
  'observer',
  'adjustments-officer',
  'author',
  'reviewer',
  'publisher',
  'translator',
  'framework-owner',
  'exercise-controller',
  'national-analyst',
  'administrator',
  'auditor',
  'operator',
  'service',
] as const;

export type Bundle = (typeof BUNDLES)[number];

/** Permissions by the bundle that holds them. */
export type Grants = Partial<Record<Bundle, readonly string[]>>;

/** Where a bundle may be held. `everyone` is not granted: each person has it wherever they are held. `nobody`: machines only. */
export type BundlePlace = 'everyone' | 'force' | 'college' | 'either' | 'machine';

export const PLACE: Record<Bundle, BundlePlace> = {
  officer: 'everyone',
  supervisor: 'force',
  'training-lead': 'force',
  assessor: 'either',
  moderator: 'either',
  'capability-lead': 'force',
  invigilator: 'force',
  observer: 'force',
  'adjustments-officer': 'force',
  author: 'college',
  reviewer: 'college',
  publisher: 'college',
  translator: 'college',
  'framework-owner': 'college',
  'exercise-controller': 'college',
  'national-analyst': 'college',
  administrator: 'either',
  auditor: 'either',
  operator: 'college',
  service: 'machine',
};
