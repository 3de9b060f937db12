import type { NextFunction, Request, Response } from 'express';
import { type Visits, visitOf } from '../pipeline/visits.js';

/**
 * A browser fetches files by the addresses that pages show, with nothing but its cookie: the session's token goes onward in the
 * cookie's place. For reading only, so that no foreign page can make a browser send one.
 */
export function fileVisits(visits: Visits) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const isFile = /^\/files\/[0-9a-f]{24}\?/.test(request.originalUrl);
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (!isFile || !isRead || request.headers.authorization !== undefined) {
      next();
      return;
    }
    visits.open(request, response, () => undefined);
    visitOf(request)
      .freshToken()
      .then((token) => {
        if (token !== undefined) request.headers.authorization = `Bearer ${token}`;
        next();
      }, next);
  };
}
