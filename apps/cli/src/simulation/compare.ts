import { wantsClass } from './classes.js';
import type { Day } from './days.js';
import type { Life } from './life.js';
import { type Away, type Lived, stepLine } from './lived.js';
import type { Plot } from './plot.js';

const NOTHING: Lived = { awards: [], steps: [], lapses: [] };

/** Every difference between what had to happen to somebody and what did, as sentences. */
export function differencesOf({ personId, plot }: Life, lived: Lived = NOTHING): string[] {
  const expected = livedBy(plot);
  return (['awards', 'steps', 'lapses'] as const).flatMap((what) => [
    ...missingFrom(lived[what], expected[what]).map((line) => `${personId}: ${what}: ${line} did not happen`),
    ...missingFrom(expected[what], lived[what]).map(
      (line) => `${personId}: ${what}: ${line} happened, and ought not to have`,
    ),
  ]);
}

/** The plot in the words of what is read. */
function livedBy({ cycles, steps, lapses }: Plot): Lived {
  return {
    awards: cycles.map(({ doneOn, lastValidDay }) => `${doneOn} to ${lastValidDay}`),
    steps: steps.map(stepLine),
    lapses,
  };
}

/** Lines of `wanted` that `there` lacks; one that is there once and wanted twice is missing once. */
export function missingFrom(there: readonly string[], wanted: readonly string[]): string[] {
  const left = [...there];
  return wanted.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** The digests that had to be sent: one for each manager and day on which one of their people’s steps went up to them. */
export function expectedDigests(lives: readonly Life[]): string[] {
  const digests = lives.flatMap(({ line, plot }) =>
    plot.steps.flatMap(({ level, day }) => {
      const recipient = level === 0 ? undefined : line[level - 1];
      return recipient === undefined ? [] : [`${recipient} ${day}`];
    }),
  );
  return [...new Set(digests)];
}

/**
 * Who had to be away in a class, by day and team, one line for each: of those who wished, as many as left the team with no more away
 * than the limit allows, those on leave counted.
 */
export function expectedAway(lives: readonly Life[], percent: number): string[] {
  return [...Map.groupBy(lives, ({ teamId }) => teamId)].flatMap(([teamId, team]) => {
    const most = Math.floor((team.length * percent) / 100);
    const days = [
      ...new Set(team.flatMap(({ plot }) => plot.cycles.slice(0, 1).map(({ doneOn }) => doneOn))),
    ];
    return days.flatMap((day) => {
      const wished = team.filter((life) => wantsClass(life, day)).length;
      const onLeave = team.filter(
        ({ plot: { leave } }) => leave !== null && leave.from < day && day <= leave.to,
      ).length;
      const spared = Math.max(0, Math.min(wished, most - onLeave));
      return Array.from({ length: spared }, () => `${day} team ${teamId}`);
    });
  });
}

/** One line of the report. */
export interface MonthOfForce {
  readonly month: string;
  readonly firstAwards: number;
  readonly renewals: number;
  readonly lapses: number;
  readonly reminders: number;
  readonly escalations: number;
  /** Hours for which people were taken from duty. */
  readonly abstractionHours: number;
}

/** What happened by calendar month, counted from what was read. */
export function monthsOf(lived: Iterable<Lived>, away: readonly Away[] = []): MonthOfForce[] {
  const months = new Map<string, MonthOfForce>();
  const count = (day: Day, what: Exclude<keyof MonthOfForce, 'month'>, more = 1) => {
    const month = day.slice(0, 7);
    const row = months.get(month) ?? empty(month);
    months.set(month, { ...row, [what]: row[what] + more });
  };
  for (const { day, minutes } of away) count(day, 'abstractionHours', minutes / 60);
  for (const { awards, steps, lapses } of lived) {
    for (const [place, award] of awards.entries()) count(award, place === 0 ? 'firstAwards' : 'renewals');
    for (const step of steps) count(step, step.endsWith('(level 0)') ? 'reminders' : 'escalations');
    for (const day of lapses) count(day, 'lapses');
  }
  return [...months.values()].sort((a, b) => (a.month < b.month ? -1 : 1));
}

function empty(month: string): MonthOfForce {
  return { month, firstAwards: 0, renewals: 0, lapses: 0, reminders: 0, escalations: 0, abstractionHours: 0 };
}
