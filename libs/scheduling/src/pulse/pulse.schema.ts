import { national } from '@app/platform/mongo/tenancy.js';
import { Schema } from 'mongoose';
import type { Pulse } from './pulse.js';

export const PULSE = 'Pulse';

/** A pulse as the database holds it: one for each worker process, the last. */
export type StoredPulse = Omit<Pulse, 'worker'> & { _id: string };

export const pulseSchema = new Schema<StoredPulse>(
  {
    _id: { type: String, required: true },
    at: { type: Date, required: true },
    clockTrusted: { type: Boolean, required: true },
    loops: { type: Schema.Types.Mixed, required: true },
    queues: { type: Schema.Types.Mixed, default: null },
  },
  { versionKey: false, collection: 'pulses' },
);
// SCD-08: a worker that has been silent for a day is forgotten. Pulses.all reads the whole of this small collection by time.
pulseSchema.index({ at: 1 }, { expireAfterSeconds: 24 * 3600 });
national(pulseSchema, 'signs of life of the platform’s own processes');
