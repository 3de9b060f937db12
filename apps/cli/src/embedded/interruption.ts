import { signalQuietly } from './run-file.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** One Ctrl-C reaches a process several times: from the terminal, from npm and from the start script. */
const SAME_KEYSTROKE_MS = 1500;

/**
 * Turns the first Ctrl-C, SIGTERM or SIGHUP into an abort, so that a command can stop what it started in order. A
 * second one later on means now: `atOnce` names the processes to kill.
 */
export function catchInterruption(atOnce: () => readonly number[]): AbortSignal {
  const controller = new AbortController();
  let first: number | undefined;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (first === undefined) {
        first = performance.now();
        controller.abort(new Interrupted());
      } else if (performance.now() - first > SAME_KEYSTROKE_MS) {
        for (const pid of atOnce()) signalQuietly(-pid, 'SIGKILL');
        process.exit(130);
      }
    });
  }
  return controller.signal;
}

/** Somebody asked the command to stop. Not a failure. */
export class Interrupted extends Error {
  constructor() {
    super('Interrupted');
  }
}
