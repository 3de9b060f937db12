import { Sessions } from '@app/identity';
import type { FileId } from '@app/platform/files/file.js';
import { FileLinks } from '@app/platform/files/file-links.js';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { sessionOf } from '../identity/session-of.js';

/** Addresses of files for the session that a request carries. Whoever asks has established that it may see the file. */
@Injectable()
export class FileAddresses {
  constructor(
    private readonly links: FileLinks,
    private readonly sessions: Sessions,
  ) {}

  /** An address that is good for five minutes and for this session only. */
  async addressOf(request: FastifyRequest, id: FileId): Promise<string> {
    return this.links.addressOf(id, await sessionOf(request, this.sessions));
  }

  /** The file of an address that this session was given and that has not run out; undefined for any other. */
  async fileIn(
    request: FastifyRequest,
    given: { id: string; until: string; seal: string },
  ): Promise<FileId | undefined> {
    return this.links.fileIn(given, await sessionOf(request, this.sessions));
  }
}
