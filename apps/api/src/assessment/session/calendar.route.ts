import { createHash } from 'node:crypto';
import { CalendarFeed } from '@app/assessment';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const FILE = /^([A-Za-z0-9_-]{43})\.ics$/;

/**
 * `GET /calendars/<token>.ics`: a person's sessions as iCalendar, for calendar programs, which have nothing but the address (ASM-200).
 * 404 for an address that is nobody's, or was; 304 for who has it already.
 */
@Injectable()
export class CalendarRoute implements OnModuleInit {
  constructor(
    private readonly http: HttpAdapterHost,
    private readonly feed: CalendarFeed,
  ) {}

  onModuleInit(): void {
    const fastify = this.http.httpAdapter.getInstance<FastifyInstance | undefined>();
    if (typeof fastify?.register !== 'function') return;
    fastify.get<{ Params: { file: string } }>('/calendars/:file', (request, reply) =>
      this.get(request, reply),
    );
  }

  private async get(
    request: FastifyRequest<{ Params: { file: string } }>,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const token = FILE.exec(request.params.file)?.[1];
    const text = token === undefined ? null : await this.feed.read(token);
    if (text === null) return reply.status(404).send({ code: 'NOT_FOUND' });
    const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
    void reply.header('etag', etag).header('cache-control', 'private, no-cache');
    if (request.headers['if-none-match'] === etag) return reply.status(304).send();
    return reply.header('content-type', 'text/calendar; charset=utf-8').send(text);
  }
}
