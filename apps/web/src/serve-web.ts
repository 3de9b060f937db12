import type { Config } from '@app/platform/config/config.js';
import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { PageAdapter } from './pipeline/page-adapter.js';
import { layPipeline } from './pipeline/pipeline.js';
import { webModule } from './web.module.js';

/** Starts the web process and resolves when it answers. Port 0 takes any free port. */
export async function serveWeb(
  config: Config,
  logger: LoggerService | false,
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(webModule(config), new PageAdapter(), {
    logger,
    bodyParser: false,
  });
  layPipeline(app);
  await app.listen(config.WEB_PORT, config.BIND_ADDRESS);
  return app;
}
