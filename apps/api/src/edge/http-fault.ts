import { randomUUID } from 'node:crypto';
import { Fault, type FaultCode } from '@app/platform/refusal/fault.js';
import { Refusal } from '@app/platform/refusal/refusal.js';
import { type ArgumentsHost, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

const log = new Logger('HTTP');

const STATUS: Record<FaultCode, number> = {
  NOT_FOUND: 404,
  FORBIDDEN: 403,
  UNAUTHENTICATED: 401,
  BAD_USER_INPUT: 400,
  CONFLICT: 409,
};

/** Answers an error of an HTTP route (files, SDL) with a status, a code and one plain sentence. */
export function answerOverHttp(error: unknown, host: ArgumentsHost): unknown {
  return answerFault(error, host.switchToHttp().getResponse<FastifyReply>());
}

/** As `answerOverHttp`, where the reply is at hand. */
export function answerFault(error: unknown, reply: FastifyReply): FastifyReply {
  const { status, ...body } = answerTo(error);
  return reply.status(status).send(body);
}

function answerTo(error: unknown): { status: number; code: string; message: string } {
  if (error instanceof Fault) return { status: STATUS[error.code], code: error.code, message: error.message };
  if (error instanceof Refusal) return { status: 409, code: error.code, message: error.sentence('en') };
  if (error instanceof HttpException)
    return { status: error.getStatus(), code: 'HTTP', message: error.message };
  const errorId = randomUUID();
  log.error({ errorId, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  const message = `Something went wrong on our side. Try again; if it stays, give your administrator this number: ${errorId}`;
  return { status: 500, code: 'INTERNAL_SERVER_ERROR', message };
}
