import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Fault, type FaultCode } from './fault.js';
import { KeptForms } from './kept-form.js';
import type { Visit } from './visit.js';
import { visitOf } from './visits.js';

const STATUS: Record<FaultCode, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 404,
  CONFLICT: 409,
  TOO_MANY_REQUESTS: 429,
  FORM_TOKEN: 403,
  API_AWAY: 503,
  UNEXPECTED: 500,
};

/** Turns every fault into a page in plain words; an unexpected one shows an id under which the log has the rest. */
@Catch()
export class FaultsFilter implements ExceptionFilter {
  private readonly log = new Logger('web');

  constructor(private readonly keptForms: KeptForms) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    if (http.getResponse<Response>().headersSent) return;
    const visit = visitOf(http.getRequest<Request>());
    const fault = asFault(error);
    if (fault.code === 'UNAUTHENTICATED') {
      this.toSignIn(visit);
      return;
    }
    const errorId = fault.detail.errorId ?? visit.requestId;
    if (fault.code === 'UNEXPECTED' || fault.code === 'API_AWAY') this.record(error, fault, errorId);
    const model = { fault: visit.words.faults.pages[fault.code], code: fault.code, errorId };
    visit.render('everyone/fault', model, STATUS[fault.code]);
  }

  private toSignIn(visit: Visit): void {
    const personId = visit.session.person?.id;
    visit.forgetTokens();
    const hadSession = personId !== undefined;
    if (visit.request.method === 'GET' || visit.request.method === 'HEAD') {
      const back = visit.path === '/' ? '' : `?back=${encodeURIComponent(visit.path)}`;
      visit.redirect(`/sign-in${back}`);
      return;
    }
    const kept = this.keptForms.keep(visit.path, visit.request.body, personId);
    visit.render('everyone/sign-in/sign-in', { back: '', kept, hadSession, typed: {} }, 401);
  }

  private record(error: unknown, fault: Fault, errorId: string): void {
    const cause = error instanceof Error ? error.stack : undefined;
    this.log.error({ errorId, code: fault.code, reason: fault.message, cause });
  }
}

function asFault(error: unknown): Fault {
  if (error instanceof Fault) return error;
  if (error instanceof HttpException) {
    const status = error.getStatus();
    if (status === 404) return new Fault('NOT_FOUND', error.message);
    if (status >= 400 && status < 500) return new Fault('CONFLICT', error.message);
  }
  return new Fault('UNEXPECTED', error instanceof Error ? error.message : 'unknown');
}
