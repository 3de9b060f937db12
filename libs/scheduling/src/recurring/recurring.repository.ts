import { DUE, type Due } from '@app/platform/jobs/due.schema.js';
import { recurringKey } from '@app/platform/jobs/recurring.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';

const NO_FORCE = new Types.ObjectId('000000000000000000000000');

/** The timetable's rows of what recurs. */
@Injectable()
export class RecurringRepository {
  constructor(@InjectModel(DUE) private readonly dues: Model<Due>) {}

  /** The rows of these jobs, by job. */
  async byJob(jobs: readonly string[]): Promise<ReadonlyMap<string, Due>> {
    const rows = await this.dues.find({ key: { $in: jobs.map(recurringKey) } }).lean();
    return new Map(rows.map((row) => [row.job, row]));
  }

  /** The row of a job that is on the timetable. */
  async load(job: string): Promise<Due> {
    return found(await this.dues.findOne({ key: recurringKey(job) }).lean());
  }

  /** Puts a job on the timetable unless it is there, whatever its state. */
  async putOn(job: string, dueAt: Date): Promise<void> {
    await this.dues.updateOne(
      { key: recurringKey(job) },
      {
        $setOnInsert: {
          ...{ job, payload: {}, forceId: NO_FORCE, dueAt, state: 'waiting', version: 1 },
          ...{
            offeredVersion: null,
            doneAt: null,
            attempts: 0,
            notBefore: null,
            failure: null,
            lastRun: null,
          },
        },
      },
      { upsert: true },
    );
  }

  /** Takes off the timetable every recurring job but these. */
  async takeOffAllBut(jobs: readonly string[]): Promise<void> {
    await this.dues.deleteMany({ key: { $regex: /^recurring-/, $nin: jobs.map(recurringKey) } });
  }

  /** Moves a row that is as it was read. Returns whether it was. */
  async change(row: Due, change: Partial<Due>): Promise<boolean> {
    const moved = await this.dues.updateOne(
      { _id: row._id, version: row.version },
      { $set: { ...change, offeredVersion: null }, $inc: { version: 1 } },
    );
    return moved.modifiedCount === 1;
  }
}
