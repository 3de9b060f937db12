/**
 * The ranks, staff grades and roles that a posting may name, by id, from the domain reference data. They have dates because
 * ranks and roles come and go; null means that nobody has given one. Legal authority never follows from the order here.
 */
interface Dated {
  readonly id: string;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
}

const standing = (id: string): Dated => ({ id, effectiveFrom: null, effectiveTo: null });

/** Ranks of officers and of the special constabulary, and grades of staff and volunteers. */
export const RANKS: readonly Dated[] = [
  'pc',
  'sgt',
  'insp',
  'cinsp',
  'supt',
  'csupt',
  'acc',
  'dcc',
  'cc',
  'cmdr',
  'dac',
  'ac',
  'dcomm',
  'comm',
  'sc',
  'ssgt',
  'sinsp',
  'scinsp',
  'ssupt',
  'sco',
  'pcso',
  'pio',
  'ops-staff',
  'mgr',
  'volunteer',
].map(standing);

/** Roles with a role profile. */
export const ROLES: readonly Dated[] = [
  'response-officer',
  'neighbourhood-officer',
  'pcso',
  'call-handler',
  'schools-officer',
  'patrol-sergeant',
  'duty-inspector',
  'detective-pip2',
  'digital-media-investigator',
  'kiosk-operator',
  'digital-forensic-examiner',
  'polit-investigator',
  'cybercrime-investigator',
  'cyber-protect-officer',
  'intelligence-analyst',
  'comms-data-spoc',
  'covert-internet-investigator',
  'capability-lead',
  'content-author',
].map(standing);

const rankIds = new Set(RANKS.map(({ id }) => id));
const roleIds = new Set(ROLES.map(({ id }) => id));

/** Whether the reference data has this rank or grade. */
export function isRank(id: string): boolean {
  return rankIds.has(id);
}

/** Whether the reference data has this role. */
export function isRole(id: string): boolean {
  return roleIds.has(id);
}
