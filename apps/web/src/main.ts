import 'reflect-metadata';
import { loadConfig } from '@app/platform/config/config.js';
import { createLog, NestLog } from '@app/platform/logging/logger.js';
import { serveWeb } from './serve-web.js';

const config = loadConfig();
const app = await serveWeb(config, new NestLog(createLog(config.LOG_LEVEL, 'web')));
app.enableShutdownHooks(undefined, { useProcessExit: true });
const { port } = app.getHttpServer().address() as { port: number };
process.stdout.write(`${JSON.stringify({ ready: true, port })}\n`);
