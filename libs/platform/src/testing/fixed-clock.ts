import { Clock } from '../clock/clock.js';

/** A clock that stands where it is put. */
export class FixedClock extends Clock {
  constructor(private instant: Date) {
    super();
  }

  override now(): Date {
    return new Date(this.instant);
  }

  /** Puts the clock at an instant, given as ISO text or as a date. */
  set(instant: Date | string): void {
    this.instant = new Date(instant);
  }

  /** Moves the clock on. */
  advance(by: { days?: number; hours?: number; minutes?: number; seconds?: number; ms?: number }): void {
    const hours = (by.days ?? 0) * 24 + (by.hours ?? 0);
    const seconds = (hours * 60 + (by.minutes ?? 0)) * 60 + (by.seconds ?? 0);
    this.instant = new Date(this.instant.getTime() + seconds * 1000 + (by.ms ?? 0));
  }
}
