import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { refusal } from '../refusals.js';

const SHORTEST = 12;
const LONGEST = 128;
const FEWEST_DIFFERENT = 5;
/** argon2id with 19 MiB and two passes: the library's defaults, written out so that an upgrade cannot weaken them. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Refuses a password shorter than 12 or longer than 128 characters, or one that everybody would try first (IDN-27). */
export function passwordIsFit(password: string): void {
  const { length } = Array.from(password);
  if (length < SHORTEST)
    throw refusal('PASSWORD_TOO_SHORT', { field: 'password', facts: { shortest: SHORTEST } });
  if (length > LONGEST)
    throw refusal('PASSWORD_TOO_LONG', { field: 'password', facts: { longest: LONGEST } });
  if (new Set(password).size < FEWEST_DIFFERENT || /passw[o0]rd|12345678|qwertyuiop/i.test(password))
    throw refusal('PASSWORD_TOO_PLAIN', { field: 'password' });
}

/** Hashes passwords and checks them. */
@Injectable()
export class Passwords {
  private readonly decoy = hash(randomBytes(24), COST);

  /** The hash to store. */
  async hash(password: string): Promise<string> {
    return hash(password.normalize('NFC'), COST);
  }

  /** Whether the password is the hashed one. Without a hash it works as hard and says no. */
  async matches(stored: string | null, password: string): Promise<boolean> {
    const right = await verify(stored ?? (await this.decoy), password.slice(0, 1024).normalize('NFC'));
    return right && stored !== null;
  }
}
