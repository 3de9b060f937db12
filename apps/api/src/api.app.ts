import type { INestApplicationContext, LoggerService, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LIMITS } from './edge/limits.js';
import { securityHeaders } from './edge/security-headers.js';

/** Fastify as the API uses it: body limit, and errors before GraphQL in one plain sentence. */
export function apiAdapter(): FastifyAdapter {
  return new FastifyAdapter({ trustProxy: 'loopback', bodyLimit: LIMITS.bodyBytes });
}

/** Builds the API on a root module: headers, error sentences, shutdown. Listening is the caller's. */
export async function createApi(root: Type, logger: LoggerService | false): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(root, apiAdapter(), { logger });
  dressApi(app);
  return app;
}

/** What every API instance wears, in production and in tests. */
export function dressApi(app: NestFastifyApplication & INestApplicationContext): void {
  const fastify = app.getHttpAdapter().getInstance();
  const headers = securityHeaders();
  fastify.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
  fastify.addHook('onError', async (_request, _reply, error) => {
    if ((error as { statusCode?: number }).statusCode === 413) {
      error.message = `The request is larger than ${LIMITS.bodyBytes / 1024} KiB: send less at once, or upload the file.`;
    }
  });
}
