import 'reflect-metadata';
import { createServer } from 'node:http';
import { loadConfig } from '@app/platform/config/config.js';
import { createLog, NestLog } from '@app/platform/logging/logger.js';
import { NestFactory } from '@nestjs/core';
import { WorkerModule } from './worker.module.js';

const config = loadConfig();
const log = createLog(config.LOG_LEVEL, 'worker');
const app = await NestFactory.createApplicationContext(WorkerModule, { logger: new NestLog(log) });
app.enableShutdownHooks(undefined, { useProcessExit: true });

const health = createServer((_request, response) =>
  response.writeHead(200, { 'content-type': 'text/plain' }).end('ok'),
);
health.listen(config.WORKER_PORT, config.BIND_ADDRESS, () => {
  const address = health.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  process.stdout.write(`${JSON.stringify({ ready: true, port })}\n`);
});
health.unref();
