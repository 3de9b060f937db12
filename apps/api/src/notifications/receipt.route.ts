import { createHash, timingSafeEqual } from 'node:crypto';
import { type DeliveryId, type Receipt, TakeReceipt } from '@app/notifications';
import { CONFIG, type Config } from '@app/platform/config/config.js';
import { parseId } from '@app/platform/ids/ids.js';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

/** What GOV.UK Notify sends of each mail; the other fields, the address among them, are not read. */
const receipt = z.object({
  reference: z.string(),
  status: z.enum(['delivered', 'permanent-failure', 'temporary-failure', 'technical-failure']),
});

const OUTCOME: Record<z.infer<typeof receipt>['status'], Receipt['outcome']> = {
  delivered: 'delivered',
  'permanent-failure': 'bounced',
  'temporary-failure': 'failed',
  'technical-failure': 'failed',
};

/**
 * `POST /receipts/notify`: what GOV.UK Notify says became of a mail (NTF-25). Answers 204 also for a mail that is nobody's, so that
 * it is not asked again; 401 without the token; 400 for what is no receipt.
 */
@Injectable()
export class ReceiptRoute implements OnModuleInit {
  constructor(
    private readonly http: HttpAdapterHost,
    @Inject(CONFIG) private readonly config: Config,
    private readonly take: TakeReceipt,
  ) {}

  onModuleInit(): void {
    const fastify = this.http.httpAdapter.getInstance<FastifyInstance | undefined>();
    if (typeof fastify?.register !== 'function') return;
    fastify.post('/receipts/notify', { bodyLimit: 64 * 1024 }, (request, reply) => this.post(request, reply));
  }

  private async post(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    if (!this.isNotify(request.headers.authorization))
      return reply.status(401).send({ code: 'UNAUTHENTICATED' });
    const read = receipt.safeParse(request.body);
    if (!read.success) return reply.status(400).send({ code: 'BAD_USER_INPUT' });
    const { reference, status } = read.data;
    const deliveryId = parseId<DeliveryId>(reference);
    if (deliveryId !== undefined)
      await this.take.execute({ deliveryId, outcome: OUTCOME[status], reason: status });
    return reply.status(204).send();
  }

  private isNotify(authorization: string | undefined): boolean {
    const token = this.config.NOTIFY_RECEIPT_TOKEN;
    if (token === undefined || authorization === undefined) return false;
    const digest = (text: string) => createHash('sha256').update(text).digest();
    return timingSafeEqual(digest(authorization), digest(`Bearer ${token}`));
  }
}
