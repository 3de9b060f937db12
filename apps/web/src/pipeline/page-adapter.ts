import { ExpressAdapter } from '@nestjs/platform-express';
import type { Response } from 'express';

/** Express for pages: a page answers through its visit, so there is nothing left to send when its method returns. */
export class PageAdapter extends ExpressAdapter {
  override reply(response: Response, body: unknown, statusCode?: number): unknown {
    if (response.headersSent) return undefined;
    return super.reply(response, body, statusCode);
  }
}
