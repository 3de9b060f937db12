import type { Words } from '@app/platform/context/words.js';
import type { AdjustmentId, Format } from './adjustment.js';

/** Why an assessment gives everybody the same time (ASM-84), as published. */
export type FixedTime = Words;

/** What a person's adjustments come to for one attempt, as it stood when they were last applied to it. */
export interface AllowedAdjustment {
  /** 1.00–4.00, at most two decimals. */
  readonly multiplier: number;
  /** Minutes on top, 0 or more. */
  readonly extraMinutes: number;
  /** Minutes of rest in all, 0 or more. */
  readonly restMinutes: number;
  /** Attempts beyond those of the course version, 0 or more. */
  readonly extraAttempts: number;
  readonly format: Format;
  /** Which adjustments it comes from. */
  readonly from: readonly AdjustmentId[];
}

const MINUTE_MS = 60_000;

/** ASM-81: base × multiplier + minutes, exact to the millisecond. A fixed time is everybody's (ASM-84). */
export function limitOf(
  base: number,
  allowed: AllowedAdjustment | null,
  fixedTime: FixedTime | null,
): number {
  if (allowed === null || fixedTime !== null) return base;
  return Math.round(base * MINUTE_MS * allowed.multiplier + allowed.extraMinutes * MINUTE_MS) / MINUTE_MS;
}

/** ASM-82: whether the adjustment moves the clock at all. Then the closing of the window never cuts it. */
export function movesClock(allowed: AllowedAdjustment | null, fixedTime: FixedTime | null): boolean {
  if (allowed === null || fixedTime !== null) return false;
  return allowed.multiplier > 1 || allowed.extraMinutes > 0 || allowed.restMinutes > 0;
}

/** Rests allowed, in milliseconds. */
export function restOf(allowed: AllowedAdjustment | null, fixedTime: FixedTime | null): number {
  return allowed === null || fixedTime !== null ? 0 : allowed.restMinutes * MINUTE_MS;
}

/** What the sentence of the time allowed needs. */
export interface TimeTerms {
  readonly limitMinutes: number;
  readonly baseLimitMinutes: number;
  readonly adjustment: AllowedAdjustment | null;
  readonly fixedTime: FixedTime | null;
}

/** The sentence that the candidate sees: "90 minutes (60 + 50%)". The Welsh is draft. */
export function timeSentence(terms: TimeTerms): Words {
  const { adjustment, fixedTime, baseLimitMinutes: base } = terms;
  const sum = fixedTime === null ? sumOf(base, adjustment) : '';
  const rests = fixedTime === null ? (adjustment?.restMinutes ?? 0) : 0;
  const en = `${minutes(terms.limitMinutes, english)}${sum}${rests > 0 ? `, and ${minutes(rests, english)} of rest breaks` : ''}`;
  const cy = `${minutes(terms.limitMinutes, welsh)}${sum}${rests > 0 ? `, a ${minutes(rests, welsh)} o seibiannau` : ''}`;
  if (fixedTime === null) return { en, cy, cyState: 'draft' };
  return {
    en: `${en}. The time is the same for everybody: ${fixedTime.en}`,
    cy: `${cy}. Mae’r amser yr un fath i bawb: ${fixedTime.cy ?? fixedTime.en}`,
    cyState: 'draft',
  };
}

function sumOf(base: number, adjustment: AllowedAdjustment | null): string {
  const percent = Math.round(((adjustment?.multiplier ?? 1) - 1) * 100);
  const extra = adjustment?.extraMinutes ?? 0;
  if (percent === 0 && extra === 0) return '';
  return ` (${[String(base), ...(percent > 0 ? [`${percent}%`] : []), ...(extra > 0 ? [String(extra)] : [])].join(' + ')})`;
}

interface Units {
  readonly minute: string;
  readonly minutes: string;
  readonly and: string;
  readonly second: string;
  readonly seconds: string;
}

const english: Units = {
  minute: 'minute',
  minutes: 'minutes',
  and: ' and ',
  second: 'second',
  seconds: 'seconds',
};
const welsh: Units = { minute: 'munud', minutes: 'munud', and: ' a ', second: 'eiliad', seconds: 'eiliad' };

/** Minutes in words; the part of a minute as seconds, rounded down, since more is never promised than given. */
function minutes(value: number, units: Units): string {
  const whole = Math.floor(value);
  const seconds = Math.floor(Math.round((value - whole) * MINUTE_MS) / 1000);
  const first = `${whole} ${whole === 1 ? units.minute : units.minutes}`;
  if (seconds === 0) return first;
  return `${first}${units.and}${seconds} ${seconds === 1 ? units.second : units.seconds}`;
}
