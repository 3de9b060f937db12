import { Clock } from '@app/platform/clock/clock.js';
import { Inject, Injectable } from '@nestjs/common';
import { ExpiredRepository } from './expired.repository.js';

/** How long a roster's file and errors, and links that no longer work, are kept. */
export const KEPT_DAYS = 30;

/** How many of each were forgotten. */
export interface Forgotten {
  readonly uploads: number;
  readonly errors: number;
  readonly invitations: number;
  readonly resets: number;
}

/** IDN-39. Forgets rosters' files and errors, and ended invitations and password links, after 30 days. Idempotent. */
@Injectable()
export class ForgetExpired {
  constructor(
    private readonly expired: ExpiredRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(): Promise<Forgotten> {
    const before = new Date(this.clock.now().getTime() - KEPT_DAYS * 24 * 3600 * 1000);
    const uploads = await this.expired.forgetUploads(before);
    const errors = await this.expired.forgetErrors(before);
    const invitations = await this.expired.forgetInvitations(before);
    const resets = await this.expired.forgetResets(before);
    return { uploads, errors, invitations, resets };
  }
}
