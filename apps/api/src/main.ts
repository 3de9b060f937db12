import 'reflect-metadata';
import { loadConfig } from '@app/platform/config/config.js';
import { createLog, NestLog } from '@app/platform/logging/logger.js';
import { createApi } from './api.app.js';
import { ApiModule } from './api.module.js';
import { mountExplorer } from './explorer.js';

const config = loadConfig();
const app = await createApi(ApiModule, new NestLog(createLog(config.LOG_LEVEL, 'api')));
if (config.NODE_ENV === 'development') await mountExplorer(app);
app.enableShutdownHooks(undefined, { useProcessExit: true });
await app.listen(config.API_PORT, config.BIND_ADDRESS);
const address = app.getHttpServer().address();
process.stdout.write(
  `${JSON.stringify({ ready: true, port: typeof address === 'object' ? address?.port : undefined })}\n`,
);
