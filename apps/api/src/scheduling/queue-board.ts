import { CONFIG, type Config } from '@app/platform/config/config.js';
import { QUEUE_NAMES } from '@app/platform/jobs/job.js';
import { openQueue } from '@app/platform/jobs/open-queue.js';
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { Identify } from '../edge/auth.guard.js';
import { answerFault } from '../edge/http-fault.js';

const log = new Logger('QueueBoard');

/** Where the board stands. The web passes it on with the operator's own token. */
export const BOARD = '/operator/queues';

/** Its page brings scripts and styles of its own from here, and nothing from elsewhere. */
const POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:";

/**
 * A window on the queues in Redis, for operators: read-only, since what has failed is redriven from `failedWork`, where the truth
 * is. Jobs carry ids only. Redis is connected to when somebody first looks.
 */
@Injectable()
export class QueueBoard implements OnModuleInit, OnApplicationShutdown {
  private readonly queues: ReturnType<typeof openQueue>[] = [];

  constructor(
    private readonly http: HttpAdapterHost,
    private readonly identify: Identify,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    const fastify = this.http.httpAdapter.getInstance<FastifyInstance | undefined>();
    // The schema is printed without a server.
    if (typeof fastify?.register !== 'function') return;
    const server = new FastifyAdapter();
    server.setBasePath(BOARD);
    // Its types leave `undefined` out of optional fields; the adapter is the package's own for this very use.
    const board = createBullBoard({ queues: [], serverAdapter: server as never });
    fastify.register(
      (scope, _options, done) => {
        scope.addHook('onRequest', async (request, reply) => {
          const allowed = { permission: 'scheduling.queues.read', tokenOnly: false, meanwhile: false };
          try {
            await this.identify.actor(request, allowed);
          } catch (error) {
            return answerFault(error, reply);
          }
          this.open((queue) => board.addQueue(queue));
          reply.header('content-security-policy', POLICY);
          return undefined;
        });
        scope.register(server.registerPlugin());
        done();
      },
      { prefix: BOARD },
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.allSettled(this.queues.map((queue) => queue.close()));
  }

  private open(add: (queue: BullMQAdapter) => void): void {
    if (this.queues.length > 0) return;
    for (const name of QUEUE_NAMES) {
      const queue = openQueue(name, this.config, (message) => log.warn(message));
      this.queues.push(queue);
      add(new BullMQAdapter(queue, { readOnlyMode: true }));
    }
  }
}
