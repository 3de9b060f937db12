import { CONFIG, type Config } from '@app/platform/config/config.js';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { fileVisits } from '../api/file-visits.js';
import { passThrough } from '../api/pass-through.js';
import { securityHeaders } from './security-headers.js';
import { staticFiles } from './static-files.js';
import { Visits } from './visits.js';

/** The way of every request, in order. Guards (form token, signed in) follow, then the page, then the faults filter. */
export function layPipeline(app: NestExpressApplication): void {
  const config = app.get<Config>(CONFIG);
  const visits = app.get(Visits);
  app.disable('x-powered-by');
  app.set('trust proxy', 'loopback');
  app.use(fileVisits(visits));
  app.use(passThrough(config.API_URL));
  app.use(securityHeaders(config.PUBLIC_URL));
  app.use(staticFiles());
  app.useBodyParser('urlencoded', { extended: false, limit: '1mb' });
  app.use(visits.open.bind(visits));
}
