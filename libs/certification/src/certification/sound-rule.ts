import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { Certification } from './certification.js';
import { routeOfCourse } from './course-rule.js';
import { refusal } from './refusals.js';
import type { CertificationRule, Requirement, Route } from './rule.js';

const LONGEST_MONTHS = 120;
const MOST_EARLY_DAYS = 3660;

type Months = Pick<
  CertificationRule,
  'expiry' | 'activeMonths' | 'windowMonths' | 'minimumActiveMonths' | 'earlyDays'
>;

/** CRT-40. Refuses months that do not fit one another: active > window; of FIXED window <= minimum <= active. */
export function refuseWrongMonths(rule: Months): void {
  const { activeMonths: active, windowMonths: window, minimumActiveMonths: minimum, earlyDays } = rule;
  if (!isWhole(active, 1, LONGEST_MONTHS) || !isWhole(window, 0, LONGEST_MONTHS))
    throw refusal('RULE_MONTHS_WRONG', { facts: { most: LONGEST_MONTHS }, field: 'activeMonths' });
  if (window >= active) throw refusal('RULE_WINDOW_TOO_LONG', { field: 'windowMonths' });
  const isFitting = rule.expiry === 'FIXED' ? isWhole(minimum, window, active) : minimum === 0;
  if (!isFitting) throw refusal('RULE_MINIMUM_WRONG', { field: 'minimumActiveMonths' });
  if (earlyDays !== null && !isWhole(earlyDays, 0, MOST_EARLY_DAYS))
    throw refusal('RULE_EARLY_DAYS_WRONG', { facts: { most: MOST_EARLY_DAYS }, field: 'earlyDays' });
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

/** Every route of a rule. */
export function routesOf(rule: Pick<CertificationRule, 'initial' | 'renewals' | 'returns'>): Route[] {
  return [rule.initial, ...rule.renewals, ...rule.returns.map(({ requirements }) => requirements)];
}

/** CRT-41. Refuses a route that asks for nothing, bands that do not grow, and a course's certification by other routes. */
export function refuseWrongRoutes(
  rule: Pick<CertificationRule, 'initial' | 'renewals' | 'returns'>,
  known: Pick<Certification, 'code' | 'ofCourse'> | null,
): void {
  if (routesOf(rule).some((route) => route.length === 0))
    throw refusal('RULE_ROUTE_EMPTY', { field: 'initial' });
  const bands = rule.returns.map(({ underMonths }) => underMonths);
  const areGrowing = bands.every((months, index) =>
    isWhole(months, (bands[index - 1] ?? 0) + 1, LONGEST_MONTHS),
  );
  if (!areGrowing) throw refusal('RULE_BANDS_WRONG', { facts: { most: LONGEST_MONTHS }, field: 'returns' });
  if (known?.ofCourse !== true) return;
  const isItself = JSON.stringify(routesOf(rule)) === JSON.stringify([routeOfCourse(known.code)]);
  if (!isItself) throw refusal('RULE_OF_COURSE', { facts: { code: known.code }, field: 'initial' });
}

/** CRT-42. Refuses a version that would apply before today, or not after the one before it. */
export function refuseWrongStart(
  appliesFrom: CalendarDate,
  { today, last }: { today: CalendarDate; last: CertificationRule | undefined },
): void {
  if (appliesFrom < today || (last !== undefined && appliesFrom < last.appliesFrom))
    throw refusal('RULE_BACKDATED', { field: 'appliesFrom' });
}

/** CRT-43. Refuses requirements that lead back to where they began, by naming the way. */
export function refuseCircle(
  code: string,
  rule: Parameters<typeof routesOf>[0],
  others: readonly Certification[],
): void {
  const asked = new Map(others.map((each) => [each.code, askedBy(each.rules)]));
  asked.set(code, askedBy([rule]));
  const way = wayBack(code, [code], asked);
  if (way !== null) throw refusal('RULE_CIRCULAR', { facts: { way: way.join(' → ') }, field: 'initial' });
}

function askedBy(rules: readonly Parameters<typeof routesOf>[0][]): string[] {
  const certifications = rules
    .flatMap(routesOf)
    .flat()
    .filter(({ kind }) => kind === 'certification');
  return [...new Set(certifications.map(({ key }: Requirement) => key))];
}

function wayBack(
  goal: string,
  way: readonly string[],
  asked: ReadonlyMap<string, readonly string[]>,
): readonly string[] | null {
  for (const next of asked.get(way.at(-1) ?? '') ?? []) {
    if (next === goal) return [...way, next];
    const found = way.includes(next) ? null : wayBack(goal, [...way, next], asked);
    if (found !== null) return found;
  }
  return null;
}
