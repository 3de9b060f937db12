/** What one loop of a worker did. */
export interface LoopPulse {
  /** `relay`, `sweep`, `reconcile`. */
  readonly name: string;
  /** When it last ended; null before the first time. */
  readonly lastAt: Date | null;
  readonly tookMs: number;
  /** Failures since it last went well. */
  readonly failures: number;
}

/** What a queue holds, in jobs. */
export interface QueuePulse {
  readonly name: string;
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly failed: number;
}

/** A sign of life of one worker process, with what its loops did and what the queues held as it saw them. */
export interface Pulse {
  /** Host and process id. */
  readonly worker: string;
  readonly at: Date;
  /** False while its clock differs from MongoDB's by more than a second: it takes no timed work then. */
  readonly clockTrusted: boolean;
  readonly loops: readonly LoopPulse[];
  /** Null when Redis does not answer. */
  readonly queues: readonly QueuePulse[] | null;
}

/** How long a worker may say nothing before it is shown as silent. */
export const SILENT_AFTER_MS = 30_000;

/** SCD-08. Whether nothing was heard of it for thirty seconds. */
export function isSilent(pulse: Pick<Pulse, 'at'>, now: Date): boolean {
  return now.getTime() - pulse.at.getTime() > SILENT_AFTER_MS;
}
