import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import {
  type ConsumerDeclaration,
  claimedJob,
  declaredJobs,
  type EventConsumer,
  type JobHandler,
  subscription,
} from './job.js';

/** A consumer with the object that does its work. */
export interface RegisteredConsumer extends ConsumerDeclaration {
  readonly handler: EventConsumer;
}

/** Who handles what. Walks every provider once, at boot, and refuses to start when a job has two handlers. */
@Injectable()
export class JobRegistry implements OnModuleInit {
  private readonly handlers = new Map<string, JobHandler>();
  private readonly consumers = new Map<string, RegisteredConsumer>();

  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    for (const provider of this.discovery.getProviders()) {
      const type = provider.metatype;
      if (typeof type !== 'function' || provider.instance === null) continue;
      this.claim(type, provider.instance as JobHandler);
      this.subscribe(type, provider.instance as EventConsumer);
    }
  }

  /** Throws unless every declared job has its handler. Whatever does background work asks before it begins. */
  mustBeComplete(): void {
    const missing = [...declaredJobs().keys()].filter((job) => !this.handlers.has(job));
    if (missing.length > 0)
      throw new Error(`No handler for job ${missing.join(', ')}: decorate a provider with @Handles(job)`);
  }

  /** The handler of a job. */
  handlerOf(job: string): JobHandler {
    const handler = this.handlers.get(job);
    if (handler === undefined) throw new Error(`No handler for job ${job}`);
    return handler;
  }

  /** The consumer of that name. */
  consumer(name: string): RegisteredConsumer {
    const consumer = this.consumers.get(name);
    if (consumer === undefined) throw new Error(`No consumer named ${name}`);
    return consumer;
  }

  /** The consumers of an event type. */
  consumersOf(type: string): RegisteredConsumer[] {
    return [...this.consumers.values()].filter(({ events }) => events.some((kind) => kind.type === type));
  }

  private claim(type: object, handler: JobHandler): void {
    const job = claimedJob(type);
    if (job === undefined) return;
    const other = this.handlers.get(job);
    if (other !== undefined && other !== handler) {
      throw new Error(
        `Job ${job} is claimed by ${other.constructor.name} and ${handler.constructor.name}: keep one @Handles`,
      );
    }
    this.handlers.set(job, handler);
  }

  private subscribe(type: object, handler: EventConsumer): void {
    const declared = subscription(type);
    if (declared === undefined) return;
    const other = this.consumers.get(declared.name);
    if (other !== undefined && other.handler !== handler)
      throw new Error(`Two consumers are named ${declared.name}: rename one`);
    this.consumers.set(declared.name, { ...declared, handler });
  }
}
