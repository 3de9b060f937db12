import { type CalendarDate, londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import { Inject, Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { FrameworkContent } from './framework-version.js';
import { FRAMEWORK_VERSION, type StoredFramework } from './framework-version.schema.js';

const EMPTY: FrameworkContent = { areas: [], skills: [], roles: [], ranks: [], profiles: [] };
/** How many versions are kept at hand: those of today and of the dates that are asked about with it. */
const MOST_KEPT = 8;

/** The framework in force. Each read asks for a number only; the content of a number never changes and is kept. */
@Injectable()
export class CurrentFramework {
  private readonly kept = new Map<number, FrameworkContent>();

  constructor(
    @InjectModel(FRAMEWORK_VERSION) private readonly versions: Model<StoredFramework>,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** FRM-24. The content in force on a day, today when left out; empty before the first load. */
  async read(on: CalendarDate = londonDate(this.clock.now())): Promise<FrameworkContent> {
    const number = await this.numberOn(on);
    if (number === null) return EMPTY;
    const known = this.kept.get(number);
    if (known !== undefined) return known;
    const version = await this.versions.findOne({ number }).lean();
    if (version === null) return EMPTY;
    const [oldest] = this.kept.keys();
    if (this.kept.size >= MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
    this.kept.set(number, version.content);
    return version.content;
  }

  /** FRM-24. The number of the version in force on a day; null before the first load. */
  async numberOn(on: CalendarDate): Promise<number | null> {
    return (await this.inForce(on)) ?? (await this.first());
  }

  private async inForce(on: CalendarDate): Promise<number | null> {
    const stored = await this.versions
      .findOne({ effectiveFrom: { $lte: on } }, { number: 1, _id: 0 })
      .sort({ effectiveFrom: -1, number: -1 })
      .lean();
    return stored?.number ?? null;
  }

  private async first(): Promise<number | null> {
    const stored = await this.versions.findOne({}, { number: 1, _id: 0 }).sort({ number: 1 }).lean();
    return stored?.number ?? null;
  }
}
