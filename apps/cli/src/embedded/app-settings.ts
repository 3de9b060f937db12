import type { Databases } from './databases.js';
import type { Layout } from './layout.js';
import { freePort, isFree } from './ports.js';
import type { Secrets } from './secrets.js';

/** The three ports of an installation. */
export interface Ports {
  readonly web: number;
  readonly api: number;
  readonly worker: number;
}

/** The usual ports where they are free, others where not. A port that the operator set is used or refused. */
export async function choosePorts(environment: NodeJS.ProcessEnv): Promise<Ports> {
  const web = await choosePort('WEB_PORT', environment['WEB_PORT'], { wished: 3000, taken: [] });
  const api = await choosePort('API_PORT', environment['API_PORT'], { wished: 3001, taken: [web] });
  const worker = await choosePort('WORKER_PORT', environment['WORKER_PORT'], {
    wished: 3002,
    taken: [web, api],
  });
  return { web, api, worker };
}

async function choosePort(
  setting: string,
  set: string | undefined,
  { wished, taken }: { wished: number; taken: number[] },
): Promise<number> {
  if (set === undefined || set === '') return freePort([wished], taken);
  const port = Number(set);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`${setting}=${set} is no port number`);
  if (taken.includes(port) || !(await isFree(port))) {
    throw new Error(
      `${setting}=${set} is set, but something else listens there. Stop it, or leave ${setting} unset.`,
    );
  }
  return port;
}

/** The environment of every app and command of a demonstration installation, on top of the operator's own. */
export function appEnvironment(
  layout: Layout,
  { databases, ports, secrets }: { databases: Databases; ports: Ports; secrets: Secrets },
): NodeJS.ProcessEnv {
  return {
    NODE_ENV: 'development',
    LANTERN_MODE: 'demonstration',
    LANTERN_SHORT_SITTINGS: 'allowed',
    NODE_COMPILE_CACHE: `${layout.home}/compile-cache`,
    LANTERN_MAIL_DIR: layout.mail,
    ...secrets,
    ...process.env,
    LANTERN_HOME: layout.home,
    MONGODB_URI: databases.mongodbUri,
    REDIS_URL: databases.redisUrl,
    API_PORT: String(ports.api),
    WEB_PORT: String(ports.web),
    WORKER_PORT: String(ports.worker),
    API_URL: `http://127.0.0.1:${ports.api}`,
    PUBLIC_URL: process.env['PUBLIC_URL'] ?? `http://127.0.0.1:${ports.web}`,
  };
}
