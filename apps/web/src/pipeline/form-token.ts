import { createHmac, timingSafeEqual } from 'node:crypto';
import { CONFIG, type Config } from '@app/platform/config/config.js';
import { Inject, Injectable } from '@nestjs/common';

/** Makes and checks the token that each form carries, so that another site cannot post in a person's name. */
@Injectable()
export class FormToken {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** The token of a browser's forms. */
  of(seed: string): string {
    return createHmac('sha256', this.config.LANTERN_SESSION_SECRET)
      .update(`form ${seed}`)
      .digest('base64url');
  }

  /** Whether a form came from a page that this browser was given. */
  fits(seed: string, given: unknown): boolean {
    if (typeof given !== 'string') return false;
    const wanted = Buffer.from(this.of(seed));
    const got = Buffer.from(given);
    return wanted.length === got.length && timingSafeEqual(wanted, got);
  }
}
