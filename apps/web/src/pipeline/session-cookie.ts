import type { Config } from '@app/platform/config/config.js';
import type { Request, Response } from 'express';
import { Seal } from './sealing.js';
import { asSession, newSession, type Session } from './session.js';

const NAME = 'lantern';
const TWO_WEEKS = 14 * 24 * 60 * 60;

/** Reads and writes the session cookie. */
export class SessionCookie {
  private readonly seal: Seal;
  private readonly secure: boolean;

  constructor(config: Config) {
    this.seal = new Seal(config.LANTERN_SESSION_SECRET, 'session');
    this.secure = config.PUBLIC_URL.startsWith('https:');
  }

  /** The browser's session, or a new one when it brought none that opens. */
  read(request: Request): Session {
    const text = cookieOf(request.headers.cookie ?? '', NAME);
    return (text === undefined ? undefined : asSession(this.seal.open(text))) ?? newSession();
  }

  /** Puts the session into the response. */
  write(response: Response, session: Session): void {
    response.cookie(NAME, this.seal.close(session), {
      httpOnly: true,
      sameSite: 'lax',
      secure: this.secure,
      path: '/',
      maxAge: TWO_WEEKS * 1000,
    });
  }
}

function cookieOf(header: string, name: string): string | undefined {
  for (const part of header.split(';')) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name && value !== undefined && value !== '') return decodeURIComponent(value);
  }
  return undefined;
}
