import { loadConfig } from '@app/platform/config/config.js';
import { serveWeb } from '../serve-web.js';

/** The web process of a test, in this process, before the given API. */
export interface TestWeb {
  readonly origin: string;
  stop(): Promise<void>;
}

/** Starts the web process on a free port. */
export async function aWeb(
  apiUrl: string,
  mode: 'live' | 'demonstration' = 'demonstration',
): Promise<TestWeb> {
  const app = await serveWeb(
    loadConfig({ NODE_ENV: 'test', LANTERN_MODE: mode, WEB_PORT: '0', API_URL: apiUrl, LOG_LEVEL: 'silent' }),
    false,
  );
  const { port } = app.getHttpServer().address() as { port: number };
  return { origin: `http://127.0.0.1:${port}`, stop: () => app.close() };
}
