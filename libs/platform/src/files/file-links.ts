import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { CONFIG, type Config } from '../config/config.js';
import { parseId } from '../ids/ids.js';
import type { FileId } from './file.js';

/** How long an address of a file is good. */
export const ADDRESS_MS = 5 * 60 * 1000;

/** What an address says, as it arrived. */
export interface GivenAddress {
  readonly id: string;
  readonly until: string;
  readonly seal: string;
}

/**
 * Addresses of files (PLT-08): good for five minutes and for one session, sealed by a keyed digest, so that neither the journal
 * nor the database holds anything by which a file could be fetched. Whoever makes one has asked whether its reader may see the file.
 */
@Injectable()
export class FileLinks {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** An address for that session, below the public origin. */
  addressOf(id: FileId, sessionId: string): string {
    const until = String(this.clock.now().getTime() + ADDRESS_MS);
    return `/files/${id}?until=${until}&seal=${this.seal(id, sessionId, until)}`;
  }

  /** The file of an address that is good for the session now; undefined for any other. */
  fileIn(given: GivenAddress, sessionId: string): FileId | undefined {
    const id = parseId<FileId>(given.id);
    if (id === undefined || !/^\d{1,16}$/.test(given.until)) return undefined;
    const ours = Buffer.from(this.seal(id, sessionId, given.until));
    const theirs = Buffer.from(given.seal);
    if (ours.length !== theirs.length || !timingSafeEqual(ours, theirs)) return undefined;
    return Number(given.until) > this.clock.now().getTime() ? id : undefined;
  }

  private seal(id: FileId, sessionId: string, until: string): string {
    return createHmac('sha256', this.config.LANTERN_LINK_SECRET)
      .update(`file:${id}:${sessionId}:${until}`)
      .digest('base64url');
  }
}
