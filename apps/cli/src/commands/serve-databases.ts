import { catchInterruption } from '../embedded/interruption.js';
import { Steps, say } from '../embedded/terminal.js';
import { startThrowaway } from '../embedded/throwaway.js';

/**
 * `npm run databases`: throwaway MongoDB and Redis for development. Prints the two settings as lines for a shell, and
 * removes everything at Ctrl-C.
 */
export async function run(): Promise<number> {
  const pids: number[] = [];
  const interrupted = catchInterruption(() => pids);
  const servers = await startThrowaway({}, { steps: new Steps(), signal: interrupted });
  pids.push(...servers.databases.processes.flatMap(({ identity }) => identity?.pid ?? []));
  console.log(`export MONGODB_URI='${servers.databases.mongodbUri}'`);
  console.log(`export REDIS_URL='${servers.databases.redisUrl}'`);
  say('Throwaway servers: what they hold goes at Ctrl-C.');
  if (!interrupted.aborted) {
    await new Promise((done) => {
      interrupted.addEventListener('abort', done, { once: true });
    });
  }
  await servers.stop();
  return 0;
}
