import 'reflect-metadata';
import { createServer } from 'node:http';
import { loadConfig } from '@app/platform/config/config.js';
import { createLog, NestLog } from '@app/platform/logging/logger.js';
import { NestFactory } from '@nestjs/core';
import { Metrics } from './relay/metrics.js';
import { WorkerModule } from './worker.module.js';

const config = loadConfig();
const log = createLog(config.LOG_LEVEL, 'worker');
const app = await NestFactory.createApplicationContext(WorkerModule, { logger: new NestLog(log) });
app.enableShutdownHooks(undefined, { useProcessExit: true });

const metrics = app.get(Metrics, { strict: false });
const health = createServer((request, response) => {
  if (request.url !== '/metrics') return response.writeHead(200, { 'content-type': 'text/plain' }).end('ok');
  return void metrics
    .text()
    .then(({ type, body }) => response.writeHead(200, { 'content-type': type }).end(body))
    .catch(() => response.writeHead(500).end());
});
health.listen(config.WORKER_PORT, config.BIND_ADDRESS, () => {
  const address = health.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  process.stdout.write(`${JSON.stringify({ ready: true, port })}\n`);
});
health.unref();
