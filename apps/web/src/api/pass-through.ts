import { request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { NextFunction, Request, Response } from 'express';

/** The folders of the one public origin that belong to the API. */
const PASSED = /^\/(graphql|files)(\/|\?|$)/;
/** Headers that concern one connection only (RFC 9110, 7.6.1), and the browser's session, which is nobody else's business. */
const KEPT_BACK = [
  'connection',
  'keep-alive',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'cookie',
];

/** Streams /graphql and /files to the API and its answers back, both ways unread. */
export function passThrough(apiUrl: string) {
  const target = new URL(apiUrl);
  return (request: Request, response: Response, next: NextFunction): void => {
    if (!PASSED.test(request.originalUrl)) {
      next();
      return;
    }
    const onward = httpRequest({
      host: target.hostname,
      port: target.port,
      method: request.method,
      path: request.originalUrl,
      headers: headersOnward(request),
    });
    onward.on('response', (answer) => back(answer, response));
    onward.on('error', () => unreachable(response));
    request.on('aborted', () => onward.destroy());
    request.pipe(onward);
  };
}

function headersOnward(request: Request): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined && !KEPT_BACK.includes(name)) headers[name] = value;
  }
  if (request.headers['transfer-encoding'] !== undefined) headers['transfer-encoding'] = 'chunked';
  headers['x-forwarded-for'] = request.ip ?? '';
  headers['x-forwarded-proto'] = request.protocol;
  headers['x-forwarded-host'] = request.get('host') ?? '';
  return headers;
}

function back(answer: IncomingMessage, response: ServerResponse): void {
  for (const [name, value] of Object.entries(answer.headers)) {
    if (value !== undefined && !KEPT_BACK.includes(name)) response.setHeader(name, value);
  }
  response.writeHead(answer.statusCode ?? 502);
  answer.on('error', () => response.destroy());
  answer.pipe(response);
}

function unreachable(response: ServerResponse): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(503, { 'content-type': 'application/json', 'retry-after': '5' });
  const message = 'Lantern cannot be reached just now. Try again in a minute.';
  response.end(JSON.stringify({ errors: [{ message, extensions: { code: 'SERVICE_UNAVAILABLE' } }] }));
}
