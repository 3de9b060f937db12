import type { Readable } from 'node:stream';
import { ReceiveUpload, Sessions } from '@app/identity';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Fault, type FaultCode } from '@app/platform/refusal/fault.js';
import { Refusal } from '@app/platform/refusal/refusal.js';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Identify } from '../edge/auth.guard.js';
import { sessionOf } from './session-of.js';

const log = new Logger('Uploads');
const LARGEST_BODY = 210 * 1024 * 1024;

const STATUS: Record<FaultCode, number> = {
  NOT_FOUND: 404,
  FORBIDDEN: 403,
  UNAUTHENTICATED: 401,
  BAD_USER_INPUT: 400,
  CONFLICT: 409,
};
const REFUSED: Record<string, number> = {
  UPLOAD_NOT_VALID: 404,
  UPLOAD_EXPIRED: 410,
  UPLOAD_ALREADY_THERE: 409,
  UPLOAD_TOO_LARGE: 413,
};

type Put = FastifyRequest<{ Params: { token: string } }>;

/**
 * `PUT /files/uploads/<token>`: the bytes of an upload, streamed, never held in memory. The address is bound to the session
 * that asked for it, whose access token the request carries. Answers 204, or a status with `{ code, message }`.
 */
@Injectable()
export class UploadRoute implements OnModuleInit {
  constructor(
    private readonly http: HttpAdapterHost,
    private readonly identify: Identify,
    private readonly sessions: Sessions,
    private readonly receive: ReceiveUpload,
  ) {}

  onModuleInit(): void {
    const fastify = this.http.httpAdapter.getInstance<FastifyInstance | undefined>();
    // The schema is printed, and the libs are tested, without a server.
    if (typeof fastify?.register !== 'function') return;
    fastify.register((scope, _options, done) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', (_request, payload, parsed) => parsed(null, payload));
      scope.put<{ Params: { token: string } }>(
        '/files/uploads/:token',
        { bodyLimit: LARGEST_BODY, config: { rateLimit: false } },
        (request, reply) => this.put(request, reply),
      );
      done();
    });
  }

  private async put(request: Put, reply: FastifyReply): Promise<FastifyReply> {
    let ctx: RequestContext | undefined;
    try {
      ctx = await this.identify.actor(request, {
        permission: 'identity.roster.upload',
        tokenOnly: false,
        meanwhile: false,
      });
      const length = Number(request.headers['content-length']);
      await this.receive.execute(ctx, {
        token: request.params.token,
        sessionId: await sessionOf(request, this.sessions),
        announcedBytes: Number.isFinite(length) ? length : null,
        bytes: (request.body ?? request.raw) as Readable,
      });
      return await reply.status(204).send();
    } catch (error) {
      // What is left of the body is nobody's; the connection goes with it.
      reply.header('connection', 'close');
      const { status, ...body } = answerTo(error, ctx);
      return await reply.status(status).send(body);
    }
  }
}

function answerTo(
  error: unknown,
  ctx: RequestContext | undefined,
): { status: number; code: string; message: string } {
  if (error instanceof Refusal) {
    const { code } = error;
    return { status: REFUSED[code] ?? 400, code, message: error.sentence(ctx?.language ?? 'en') };
  }
  if (error instanceof Fault) return { status: STATUS[error.code], code: error.code, message: error.message };
  log.error(error);
  const message = 'The file could not be kept. Ask for a new address and upload it again.';
  return { status: 500, code: 'INTERNAL_SERVER_ERROR', message };
}
