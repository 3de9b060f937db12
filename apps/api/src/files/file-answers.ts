import type { RequestContext } from '@app/platform/context/request-context.js';
import { Fault, type FaultCode } from '@app/platform/refusal/fault.js';
import { Refusal } from '@app/platform/refusal/refusal.js';
import { Logger } from '@nestjs/common';

const log = new Logger('Files');

const STATUS: Record<FaultCode, number> = {
  NOT_FOUND: 404,
  FORBIDDEN: 403,
  UNAUTHENTICATED: 401,
  BAD_USER_INPUT: 400,
  CONFLICT: 409,
};
const REFUSED: Record<string, number> = {
  FILE_TOO_LARGE: 413,
  FILE_TYPE_REFUSED: 415,
  FILE_NOT_ITS_TYPE: 415,
  FILE_SCANNER_SILENT: 503,
};

/** What an error of a file's route is answered with; `rule` and `field` as in GraphQL's `Refused`. */
export interface FileAnswer {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly rule?: string;
  readonly field?: string | undefined;
}

/** The answer to an error: a refusal by its code, in the language of the request. */
export function fileAnswerTo(error: unknown, ctx: RequestContext | undefined): FileAnswer {
  if (error instanceof Refusal) {
    const { code, field } = error;
    const message = error.sentence(ctx?.language ?? 'en');
    return { status: REFUSED[code] ?? 422, code, message, rule: error.text.rule, field };
  }
  if (error instanceof Fault) {
    return { status: STATUS[error.code], code: error.code, message: error.message, field: error.field };
  }
  log.error(error);
  const message = 'Something went wrong on our side and nothing was kept. Try again in a minute.';
  return { status: 500, code: 'INTERNAL_SERVER_ERROR', message };
}
