import { type CalendarDate, calendarDateOf } from '@app/platform/clock/calendar.js';
import type { ListRequest } from '@app/platform/listing/listing.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { compareFrameworks, type FrameworkComparison } from './compare-frameworks.js';
import { CurrentFramework } from './current-framework.reader.js';
import { FrameworkVersionRepository } from './framework-version.repository.js';
import { FRAMEWORK_VERSION, type StoredFramework } from './framework-version.schema.js';

/** One line of the list of versions. */
export interface VersionSummary {
  readonly number: number;
  readonly effectiveFrom: CalendarDate;
  /** What changed, in words; null when a pack brought it. */
  readonly note: string | null;
}

/** The published versions of the framework. */
@Injectable()
export class FrameworkVersionReader {
  constructor(
    @InjectModel(FRAMEWORK_VERSION) private readonly stored: Model<StoredFramework>,
    private readonly versions: FrameworkVersionRepository,
    private readonly current: CurrentFramework,
  ) {}

  /** A page of the versions, the newest first; `after` is the number of the last of the page before. */
  async page({ limit, after }: ListRequest) {
    const rest = after === null ? {} : { number: { $lt: Number(after) || 0 } };
    const rows = await this.stored
      .find(rest, { number: 1, effectiveFrom: 1, note: 1, _id: 0 })
      .sort({ number: -1 })
      .limit(limit)
      .lean();
    const totalCount = await this.stored.estimatedDocumentCount();
    return { rows: rows.map(summaryOf), totalCount, keyOf: ({ number }: VersionSummary) => String(number) };
  }

  /** FRM-24. The version in force on a day; null before the first load. */
  async inForce(on: CalendarDate): Promise<VersionSummary | null> {
    const number = await this.current.numberOn(on);
    const facts = { number: 1, effectiveFrom: 1, note: 1, _id: 0 };
    const row = number === null ? null : await this.stored.findOne({ number }, facts).lean();
    return row === null ? null : summaryOf(row);
  }

  /** FRM-39. What differs between two versions; null when there is no version of one of the numbers. */
  async compare(before: number, after: number): Promise<FrameworkComparison | null> {
    const one = await this.versions.byNumber(before);
    const other = await this.versions.byNumber(after);
    return one === null || other === null ? null : compareFrameworks(one.content, other.content);
  }
}

function summaryOf(row: Pick<StoredFramework, 'number' | 'effectiveFrom' | 'note'>): VersionSummary {
  return { number: row.number, effectiveFrom: calendarDateOf(row.effectiveFrom), note: row.note ?? null };
}
