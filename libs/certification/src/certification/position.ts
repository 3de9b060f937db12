import type { CalendarDate } from '@app/platform/clock/calendar.js';
import {
  type CycleDates,
  datesOf,
  type Fact,
  factFor,
  type HeldCycle,
  type History,
  type Known,
  routeOn,
  standingCycle,
} from './history.js';
import { type CertificationRule, type Requirement, type RouteName, requirementsOf, ruleOn } from './rule.js';

/** How a person stands in a certification. `unassigned`: neither certified nor asked to be. */
export type CertificationState = 'unassigned' | 'assigned' | 'certified' | 'window-open' | 'expired';

/** How a person stands on a day, and what they have to do next. */
export interface Position {
  readonly state: CertificationState;
  /** The cycle that stands, in date or not; null when none does. */
  readonly cycle: HeldCycle | null;
  readonly dates: CycleDates | null;
  /** The route by which they would complete next. */
  readonly route: RouteName;
  /** What it asks for, and what of it is done. */
  readonly requirements: readonly { readonly requirement: Requirement; readonly fact: Fact | null }[];
}

/** CRT-34. How a person stands today. Ask it of a history that `nextState` has brought up to date. */
export function positionOf(history: History, rules: readonly CertificationRule[], known: Known): Position {
  const { today } = known;
  const cycle = standingCycle(history, today);
  const dates = cycle === null ? null : datesOf(cycle, known);
  const rule = ruleOn(rules, today);
  const route = routeOn(history, rule, { ...known, day: today });
  return {
    state: stateOf(history, dates, today),
    cycle,
    dates,
    route,
    requirements: requirementsOf(rule, route).map((requirement) => ({
      requirement,
      fact: factFor(requirement, history, { ...known, day: today }),
    })),
  };
}

function stateOf(history: History, dates: CycleDates | null, today: CalendarDate): CertificationState {
  if (dates === null) return history.assigned ? 'assigned' : 'unassigned';
  if (today > dates.expires) return 'expired';
  return dates.windowOpens !== null && today >= dates.windowOpens ? 'window-open' : 'certified';
}
