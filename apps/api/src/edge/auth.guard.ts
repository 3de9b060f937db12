import { randomUUID } from 'node:crypto';
import { AccessReader, may, type SessionClaims, Sessions } from '@app/identity';
import { Clock } from '@app/platform/clock/clock.js';
import {
  type Language,
  nobody,
  type RequestContext,
  scopeOf,
} from '@app/platform/context/request-context.js';
import { Fault } from '@app/platform/refusal/fault.js';
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { ALLOW, type Allowed } from './allow.js';
import { type GraphqlContext, graphqlContext } from './graphql-context.js';

/** What authentication found out about a request: who acts, kept for its life so that access is read once. */
const known = new WeakMap<object, Promise<RequestContext>>();

/** Finds out who sends a request: signature and life of the token, then, but on the hot path, access as it stands now. */
@Injectable()
export class Identify {
  constructor(
    private readonly sessions: Sessions,
    private readonly access: AccessReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The context of the request's actor. Throws UNAUTHENTICATED or FORBIDDEN. */
  async actor(request: FastifyRequest, allowed: Allowed): Promise<RequestContext> {
    if (allowed.permission === 'public') return nobody(randomUUID(), languageOf(request) ?? 'en');
    const claims = await this.claimsOf(request);
    if (allowed.tokenOnly) return contextOf(request, claims);
    const ctx = await this.withAccess(request, claims);
    if (allowed.permission !== 'signed-in' && !may(ctx, allowed.permission)) throw new Fault('FORBIDDEN');
    return ctx;
  }

  /** The actor by their token alone, for a query that may be answered in the meantime. Throws UNAUTHENTICATED. */
  async byToken(request: FastifyRequest): Promise<RequestContext> {
    return contextOf(request, await this.claimsOf(request));
  }

  private withAccess(request: FastifyRequest, claims: SessionClaims): Promise<RequestContext> {
    const asked = known.get(request) ?? this.readAccess(request, claims);
    known.set(request, asked);
    return asked;
  }

  private async readAccess(request: FastifyRequest, claims: SessionClaims): Promise<RequestContext> {
    const access = await this.access.of(claims.personId, claims.forceId, this.clock.now());
    if (access === null || access.status !== 'active' || access.endedSessions.has(claims.sessionId)) {
      throw new Fault('UNAUTHENTICATED');
    }
    return { ...contextOf(request, claims), bundles: access.bundles };
  }

  private async claimsOf(request: FastifyRequest): Promise<SessionClaims> {
    const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const claims = token === undefined ? null : await this.sessions.verify(token);
    if (claims === null) throw new Fault('UNAUTHENTICATED');
    return claims;
  }
}

/** Establishes who acts and whether the entry point's @Allow lets them. Without @Allow nobody passes. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly identify: Identify,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const allowed = this.reflector.get<Allowed | undefined>(ALLOW, execution.getHandler());
    if (allowed === undefined) throw new Fault('FORBIDDEN');
    const isGraphql = execution.getType<string>() === 'graphql';
    const gql = isGraphql ? graphqlContext(execution) : null;
    const request =
      gql?.request ?? execution.switchToHttp().getRequest<FastifyRequest & Partial<GraphqlContext>>();
    const ctx =
      allowed.meanwhile && gql !== null
        ? await this.meanwhile(gql, allowed)
        : await this.identify.actor(request, allowed);
    if (gql !== null) gql.ctx = ctx;
    else (request as Partial<GraphqlContext>).ctx = ctx;
    return true;
  }

  /** Lets the query begin on the strength of its token, while access is read; the answer waits for it. */
  private async meanwhile(gql: GraphqlContext, allowed: Allowed): Promise<RequestContext> {
    const ctx = await this.identify.byToken(gql.request);
    const entitled = this.identify.actor(gql.request, allowed);
    // Awaited before the answer leaves; until then a rejection is nobody's surprise.
    entitled.catch(() => undefined);
    gql.entitlements.push(entitled);
    return ctx;
  }
}

function contextOf(request: FastifyRequest, claims: SessionClaims): RequestContext {
  return {
    actor: { kind: 'person', personId: claims.personId },
    force: scopeOf(claims.forceId),
    requestId: randomUUID(),
    language: languageOf(request) ?? claims.language,
    bundles: [],
  };
}

/** The language that the client asks for; the person's own where it asks for none of ours. */
function languageOf(request: FastifyRequest): Language | undefined {
  const wanted = request.headers['accept-language']?.slice(0, 2).toLowerCase();
  return wanted === 'cy' || wanted === 'en' ? wanted : undefined;
}
