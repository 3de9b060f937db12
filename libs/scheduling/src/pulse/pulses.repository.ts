import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Pulse } from './pulse.js';
import { PULSE, type StoredPulse } from './pulse.schema.js';

const MOST_WORKERS = 200;

/** The signs of life of the workers. */
@Injectable()
export class Pulses {
  constructor(@InjectModel(PULSE) private readonly pulses: Model<StoredPulse>) {}

  /** Keeps a worker's latest. */
  async record({ worker, ...pulse }: Pulse): Promise<void> {
    await this.pulses.updateOne({ _id: worker }, { $set: pulse }, { upsert: true });
  }

  /** The latest of each worker that was heard of in the last day, newest first. */
  async all(): Promise<Pulse[]> {
    const rows = await this.pulses.find().sort({ at: -1 }).limit(MOST_WORKERS).lean();
    return rows.map(({ _id, ...pulse }) => ({ ...pulse, worker: _id }));
  }
}
