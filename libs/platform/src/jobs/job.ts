import type { z } from 'zod';
import type { RequestContext } from '../context/request-context.js';
import type { EventKind } from '../journal/event.js';

/** The few queues, named for the kind of work. */
export const QUEUE_NAMES = ['events', 'timed', 'mail', 'reports'] as const;
export type QueueName = (typeof QUEUE_NAMES)[number];

/** A timed job: what it is called, what it carries (ids), how it is retried. */
export interface JobDefinition<Payload extends Record<string, unknown> = Record<string, unknown>> {
  readonly name: string;
  readonly queue: QueueName;
  readonly payload: z.ZodType<Payload>;
  /** What it does, for operators. */
  readonly description: string;
  /** Somebody waits for it at that very second: it is swept apart from all else that is late. */
  readonly urgent?: true;
}

const definitions = new Map<string, JobDefinition>();

/** Declares a timed job. Boot fails unless exactly one handler claims it. */
export function defineJob<Payload extends Record<string, unknown>>(
  job: JobDefinition<Payload>,
): JobDefinition<Payload> {
  if (!/^[a-z]+\.[a-z-]+$/.test(job.name)) throw new Error(`Not a job name: ${job.name}`);
  definitions.set(job.name, job);
  return job;
}

/** Every declared job by name. */
export function declaredJobs(): ReadonlyMap<string, JobDefinition> {
  return definitions;
}

/** One of several timed jobs that are done together. */
export interface DueNow<Payload = Record<string, unknown>> {
  readonly ctx: RequestContext;
  readonly payload: Payload;
  readonly dueAt: Date;
}

/** Does a timed job's work. `dueAt` is the instant it was due at: the one to record. Idempotent. */
export interface JobHandler<Payload = Record<string, unknown>> {
  handle(ctx: RequestContext, payload: Payload, dueAt: Date): Promise<void>;
  /** Several of one force in one transaction, as if each had been done; left out, one is done after the other. */
  handleAll?(dues: readonly DueNow<Payload>[]): Promise<void>;
}

/** An event as its consumer gets it. */
export interface ReceivedEvent<Data = Record<string, unknown>> {
  readonly eventId: string;
  readonly type: string;
  readonly at: Date;
  readonly data: Data;
}

/** One of several events that are consumed together. */
export interface Delivered<Data = Record<string, unknown>> {
  readonly ctx: RequestContext;
  readonly event: ReceivedEvent<Data>;
}

/** Reacts to events. Its effect and its delivery mark commit together, unless it is `outside`. Idempotent. */
export interface EventConsumer<Data = Record<string, unknown>> {
  consume(ctx: RequestContext, event: ReceivedEvent<Data>): Promise<void>;
  /**
   * Several of one force, as if each had been consumed: in one transaction with their marks, unless the consumer is `outside`. Left
   * out, one is consumed after the other; an `outside` consumer without it is given one at a time.
   */
  consumeAll?(deliveries: readonly Delivered<Data>[]): Promise<void>;
}

/** How a consumer presents itself. */
export interface ConsumerDeclaration {
  /** Unique, lower case and hyphens: part of the job id and of the delivery mark. */
  readonly name: string;
  readonly events: readonly EventKind<never>[];
  readonly queue?: QueueName;
  /** True when it does long or outside work (mail, imports): it then runs without a surrounding transaction. */
  readonly outside?: boolean;
}

const HANDLES = Symbol('handles');
const CONSUMES = Symbol('consumes');

/** Claims a job for the decorated class. */
export function Handles<Payload extends Record<string, unknown>>(job: JobDefinition<Payload>) {
  return (target: new (...args: never[]) => JobHandler<Payload>): void => {
    Reflect.defineMetadata(HANDLES, job.name, target);
  };
}

/** Subscribes the decorated class to events. */
export function Consumes(declaration: ConsumerDeclaration) {
  return (target: new (...args: never[]) => EventConsumer<never>): void => {
    Reflect.defineMetadata(CONSUMES, declaration, target);
  };
}

/** The job that a class claims, if any. */
export function claimedJob(target: object): string | undefined {
  return Reflect.getMetadata(HANDLES, target) as string | undefined;
}

/** The subscription of a class, if any. */
export function subscription(target: object): ConsumerDeclaration | undefined {
  return Reflect.getMetadata(CONSUMES, target) as ConsumerDeclaration | undefined;
}
