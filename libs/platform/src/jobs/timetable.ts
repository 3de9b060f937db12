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
    await this.dues.updateOne(
      { key: due.key },
      {
        $set: {
          job: job.name,
          payload: due.payload,
          forceId: objectId(ctx.force.forceId),
          dueAt: due.dueAt,
          state: 'waiting',
          offeredVersion: null,
          doneAt: null,
          attempts: 0,
          notBefore: null,
          failure: null,
        },
        $inc: { version: 1 },
      },
      { upsert: true },
    );
  }

  /** Takes a job off the timetable. One that has already happened stays as it is. */
  async cancel(key: string): Promise<void> {
    await this.dues.updateOne(
      { key, state: 'waiting' },
      { $set: { state: 'cancelled' }, $inc: { version: 1 } },
    );
  }
}
