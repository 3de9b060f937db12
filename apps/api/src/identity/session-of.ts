import type { SessionId, Sessions } from '@app/identity';
import { Fault } from '@app/platform/refusal/fault.js';
import type { FastifyRequest } from 'fastify';

/** The session whose access token a request carries. */
export async function sessionOf(request: FastifyRequest, sessions: Sessions): Promise<SessionId> {
  const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const claims = token === undefined ? null : await sessions.verify(token);
  if (claims === null) throw new Fault('UNAUTHENTICATED');
  return claims.sessionId;
}
