import { Fault } from '@app/platform/refusal/fault.js';
import type { FastifyRequest } from 'fastify';

/**
 * Refuses what a page of another origin has a browser send. A foreign page could not bring the session's token either, which alone
 * signs anybody in here: this holds even where a token leaks. Clients that are no browsers say nothing of where they come from.
 */
export function mustComeFromOurPages(request: FastifyRequest): void {
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const ours = request.headers['x-forwarded-host'] ?? host;
  const isForeign = origin !== undefined && hostOf(origin) !== ours;
  if (isForeign || site === 'cross-site' || site === 'same-site') throw new Fault('FORBIDDEN');
}

/** Undefined for `null`, which is what hidden origins call themselves, and for nonsense. */
function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

/** Refuses a form: the file itself is the body, and a form's frame around it would be kept as though it were of the file. */
export function mustBeTheFileItself(request: FastifyRequest): void {
  const type = request.headers['content-type'] ?? '';
  if (/^\s*(?:multipart\/|application\/x-www-form-urlencoded)/i.test(type))
    throw new Fault(
      'BAD_USER_INPUT',
      'Send the file itself as the body, not a form around it.',
      'content-type',
    );
}
