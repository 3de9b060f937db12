import type { Document } from 'mongodb';
import type { Facts } from './facts.ts';
import type { Health, LogLine } from './log.ts';

/** How late an attempt may be closed with workers up (DESIGN part 7), in ms. */
export const TOLERATED_LATENESS_MS = 5000;
/** Between two looks further apart than this nobody knows how things were. */
const LONGEST_GAP_MS = 1500;

/** Attempts that ended before their time: by the clock before the deadline, or by a person who had not asked. */
export function closedEarly(log: readonly LogLine[], { attempts, endedAt }: Facts): string[] {
  const asked = new Set(
    log.flatMap((line) => (line.kind === 'asked' && line.op === 'submit' ? [line.id] : [])),
  );
  const before = new Set(log.flatMap((line) => (line.kind === 'begun' ? line.attempts : [])));
  return attempts.flatMap((attempt) => {
    if (before.has(String(attempt['_id']))) return [];
    const why = whyEarly(attempt, { endedAt: endedAt.get(String(attempt['_id'])), asked });
    return why === null ? [] : [`attempt ${attempt['_id']}: ${why}`];
  });
}

function whyEarly(
  { _id, deadline, startedAt, finishedAt, finishedBy }: Document,
  { endedAt, asked }: { endedAt: number | undefined; asked: ReadonlySet<string> },
): string | null {
  if (!(finishedAt instanceof Date)) return null;
  if (finishedBy === 'person') {
    if (!asked.has(String(_id))) return 'handed in, and nobody had asked';
    return finishedAt < startedAt || finishedAt > deadline
      ? `handed in at ${finishedAt.toISOString()}`
      : null;
  }
  if (finishedAt.getTime() !== deadline.getTime())
    return `its end is ${finishedAt.toISOString()}, not its deadline`;
  return endedAt !== undefined && endedAt < deadline.getTime()
    ? `${deadline.getTime() - endedAt} ms early`
    : null;
}

/** Attempts that stayed open past their deadline for more than five seconds through which workers were up. */
export function closedLate(log: readonly LogLine[], { attempts, endedAt }: Facts, readAt: number): string[] {
  const looks = log.filter((line): line is Health => line.kind === 'health');
  return attempts.flatMap(({ _id, deadline, endsAt, finishedBy }) => {
    if (finishedBy === 'person') return [];
    const ended = endedAt.get(String(_id)) ?? readAt;
    const lateMs = healthyMs(looks, (endsAt ?? deadline).getTime(), ended);
    return lateMs > TOLERATED_LATENESS_MS ? [`attempt ${_id}: ${lateMs} ms with workers up`] : [];
  });
}

/** The longest time in a period through which a worker was up and answered, and the database took writes. */
export function healthyMs(looks: readonly Health[], from: number, to: number): number {
  let [stretch, longest] = [0, 0];
  for (const [n, look] of looks.entries()) {
    const next = looks[n + 1];
    if (next === undefined || look.at >= to) break;
    const isBroken = next.at - look.at > LONGEST_GAP_MS || !isHealthy(look) || !isHealthy(next);
    stretch = isBroken ? 0 : stretch + Math.max(0, Math.min(to, next.at) - Math.max(from, look.at));
    longest = Math.max(longest, stretch);
  }
  return longest;
}

function isHealthy({ workers, mongo }: Health): boolean {
  return workers > 0 && mongo;
}
