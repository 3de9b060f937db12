import { randomUUID } from 'node:crypto';
import { CONFIG, type Config } from '@app/platform/config/config.js';
import { createParamDecorator, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { ApiClient } from '../api/api-client.js';
import { TokenRefresher } from '../api/token-refresher.js';
import { Views } from '../views/views.js';
import { FormToken } from './form-token.js';
import { SessionCookie } from './session-cookie.js';
import { Visit } from './visit.js';
import type { VisitTools } from './visit-tools.js';

const visits = new WeakMap<Request, Visit>();

/** Opens a `Visit` for each request. */
@Injectable()
export class Visits {
  private readonly tools: VisitTools;

  constructor(
    @Inject(CONFIG) config: Config,
    api: ApiClient,
    refresher: TokenRefresher,
    views: Views,
    formToken: FormToken,
  ) {
    this.tools = { api, refresher, views, formToken, cookie: new SessionCookie(config) };
  }

  /** Express middleware: the session is read, nothing is asked yet. */
  open(request: Request, response: Response, next: NextFunction): void {
    const requestId = randomUUID();
    response.setHeader('x-request-id', requestId);
    const session = this.tools.cookie.read(request);
    visits.set(request, new Visit(this.tools, request, response, session, requestId));
    next();
  }
}

/** The visit of a request. */
export function visitOf(request: Request): Visit {
  const visit = visits.get(request);
  if (visit === undefined) throw new Error('The visit is opened before any page: see pipeline.ts');
  return visit;
}

/** The visit, as a parameter of a page's method. */
export const Visitor = createParamDecorator((_: unknown, context: ExecutionContext) =>
  visitOf(context.switchToHttp().getRequest<Request>()),
);
