import type { LoggerService } from '@nestjs/common';
import { type Logger, pino } from 'pino';

/** What must never reach a log line, wherever it stands in the logged object. */
const SECRETS = [
  'password',
  'token',
  'accessToken',
  'refreshToken',
  'authorization',
  'email',
  'givenName',
  'familyName',
];

/** The process's one pino logger: JSON lines on standard output. */
export function createLog(level: string, name: string): Logger {
  const out = pino.destination({ fd: 1, sync: true });
  // A closed pipe otherwise throws inside every log call, Nest's own error paths included.
  out.on('error', () => process.exit(1));
  const paths = SECRETS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);
  return pino({ level, base: { process: name }, redact: { paths, censor: '[removed]' } }, out);
}

/** Nest's logger on pino. */
export class NestLog implements LoggerService {
  constructor(private readonly pino: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  private write(
    level: 'info' | 'error' | 'warn' | 'debug' | 'trace',
    message: unknown,
    rest: unknown[],
  ): void {
    const context = rest.at(-1);
    if (message instanceof Error) this.pino[level]({ context, err: message }, message.message);
    else this.pino[level]({ context }, typeof message === 'string' ? message : JSON.stringify(message));
  }
}
