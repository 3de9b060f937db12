/** Columns that every roster has. */
export const REQUIRED = [
  'staff_number',
  'given_name',
  'family_name',
  'email',
  'unit',
  'rank',
  'role',
  'posting_from',
] as const;

/** Columns that a roster may leave out: what they would say then stays as it is. */
export const OPTIONAL = [
  'language',
  'posting_to',
  'shift_pattern',
  'contracted_hours',
  'line_manager',
  'expected_end',
] as const;

/** Every column of a roster, by its name in the heading. README.md says what each holds. */
export const COLUMNS: ReadonlySet<string> = new Set([...REQUIRED, ...OPTIONAL]);
export type Column = (typeof REQUIRED)[number] | (typeof OPTIONAL)[number];
