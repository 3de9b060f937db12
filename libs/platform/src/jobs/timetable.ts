import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { RequestContext } from '../context/request-context.js';
import { objectId } from '../ids/ids.js';
import { DUE, type Due } from './due.schema.js';
import type { JobDefinition } from './job.js';

/** Where use cases write down what must happen when. Joins the unit of work under way; calls no queue. */
@Injectable()
export class Timetable {
  constructor(@InjectModel(DUE) private readonly dues: Model<Due>) {}

  /** Sets, or moves, the instant of a job under its natural key. A job that is done stays done unless its time moves. */
  async set<P extends Record<string, unknown>>(
    ctx: RequestContext,
    job: JobDefinition<P>,
    due: { key: string; dueAt: Date; payload: P },
  ): Promise<void> {
    await this.setAll(ctx, job, [due]);
  }

  /** As `set`, of several under one job, in one write. */
  async setAll<P extends Record<string, unknown>>(
    ctx: RequestContext,
    job: JobDefinition<P>,
    dues: readonly { key: string; dueAt: Date; payload: P }[],
  ): Promise<void> {
    if (dues.length === 0) return;
    const forceId = objectId(ctx.force.forceId);
    const anew = { state: 'waiting', offeredVersion: null, doneAt: null } as const;
    const untried = { attempts: 0, notBefore: null, failure: null };
    await this.dues.bulkWrite(
      dues.map(({ key, dueAt, payload }) => ({
        updateOne: {
          filter: { key },
          update: {
            $set: { job: job.name, payload, forceId, dueAt, ...anew, ...untried },
            $inc: { version: 1 },
          },
          upsert: true,
        },
      })),
    );
  }

  /** Takes a job off the timetable. One that has already happened stays as it is. */
  async cancel(key: string): Promise<void> {
    await this.cancelAll([key]);
  }

  /** As `cancel`, of several in one write. */
  async cancelAll(keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    await this.dues.updateMany(
      { key: { $in: keys }, state: 'waiting' },
      { $set: { state: 'cancelled' }, $inc: { version: 1 } },
    );
  }
}
