import type { PublishedVersion } from '@app/catalogue';
import { londonDate } from '@app/platform/clock/calendar.js';
import type { BroughtRule, Certification } from './certification.js';
import type { Route } from './rule.js';

/** How long before the end a course's own certification opens for renewal, in months, where its validity leaves room. */
const WINDOW_MONTHS = 2;

export type RuleBringer = Pick<PublishedVersion, 'id' | 'code' | 'title' | 'validityMonths' | 'publishedAt'>;

/** The one route of a certification that a course brings: the course itself. */
export function routeOfCourse(code: string): Route {
  return [{ kind: 'course', key: code, level: null }];
}

/**
 * CRT-39. What a published course version makes of its certification: the first rule when there is none; another version when
 * its months are no longer those that a course version last brought; null when nothing changes.
 */
export function ruleOfCourse(version: RuleBringer, known: Certification | null): BroughtRule | null {
  const last = known?.rules.at(-1);
  const lastBrought = known?.rules.findLast(({ broughtBy }) => broughtBy !== null);
  if (lastBrought !== undefined && lastBrought.activeMonths === version.validityMonths) return null;
  const activeMonths = version.validityMonths;
  const windowMonths = Math.min(last?.windowMonths ?? WINDOW_MONTHS, activeMonths - 1);
  const { number, expiry, minimumActiveMonths, earlyDays, needsAuthority, proficiencyTests } = last ?? FIRST;
  return {
    number: number + 1,
    appliesFrom: londonDate(version.publishedAt),
    ...{ expiry, minimumActiveMonths, earlyDays, needsAuthority, proficiencyTests },
    ...{ activeMonths, windowMonths, initial: routeOfCourse(version.code), renewals: [], returns: [] },
    broughtBy: version.id,
  };
}

/** What a course's certification begins with, where nobody has said otherwise. */
const FIRST: Pick<
  BroughtRule,
  'number' | 'expiry' | 'minimumActiveMonths' | 'earlyDays' | 'needsAuthority' | 'proficiencyTests'
> = {
  ...{ number: 0, expiry: 'COMPLETION', minimumActiveMonths: 0, earlyDays: null },
  ...{ needsAuthority: false, proficiencyTests: [] },
};
