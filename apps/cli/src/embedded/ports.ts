import { createServer } from 'node:net';

/** Ports below those that the system hands out for outgoing calls, so that a piece finds its own port free again. */
const LOWEST = 20_000;
const HIGHEST = 29_999;

/** True when nothing listens there on loopback. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', () => done(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => done(true)));
  });
}

/** The first free one of the wished ports, else any free one that is not among `taken`. */
export async function freePort(wished: readonly number[], taken: readonly number[] = []): Promise<number> {
  for (const port of wished) if (!taken.includes(port) && (await isFree(port))) return port;
  for (let tries = 0; tries < 200; tries++) {
    const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
    if (!taken.includes(port) && (await isFree(port))) return port;
  }
  throw new Error(`Lantern found no free port between ${LOWEST} and ${HIGHEST} on 127.0.0.1`);
}
