import { PassThrough, Readable } from 'node:stream';
import { may } from '@app/identity';
import type { RequestContext } from '@app/platform/context/request-context.js';
import type { StoredFile } from '@app/platform/files/file.js';
import { FileReader } from '@app/platform/files/file.reader.js';
import { type FilePurpose, filePurpose } from '@app/platform/files/file-purpose.js';
import { FileStore } from '@app/platform/files/file-store.js';
import { Fault, found } from '@app/platform/refusal/fault.js';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Identify } from '../edge/auth.guard.js';
import { byteRange } from './byte-range.js';
import { FileAddresses } from './file-addresses.js';
import { fileAnswerTo } from './file-answers.js';
import { mustBeTheFileItself, mustComeFromOurPages } from './from-our-pages.js';

type Post = FastifyRequest<{ Querystring: { purpose?: string; name?: string } }>;
type Get = FastifyRequest<{ Params: { id: string }; Querystring: { until?: string; seal?: string } }>;

/** What is still read of a refused upload, so that its sender gets to read the answer. */
const MOST_DRAINED = 128 * 1024 * 1024;
/** Nothing of a file runs, loads or frames, were a browser to show it after all. */
const SANDBOX = "default-src 'none'; sandbox";

const SIGNED_IN = { permission: 'signed-in', tokenOnly: false, meanwhile: false } as const;

/**
 * `POST /files?purpose=…&name=…`: one file as the body, streamed, never held in memory; its media type as `Content-Type`. Answers
 * 201 with the file's facts and an address, or a status with `{ code, message, rule, field }`. A form is refused, and so is whatever a
 * page of another origin sends.
 * `GET /files/<id>?until=…&seal=…`: the file behind an address that was made for this session (PLT-08).
 */
@Injectable()
export class FileRoute implements OnModuleInit {
  constructor(
    private readonly http: HttpAdapterHost,
    private readonly identify: Identify,
    private readonly store: FileStore,
    private readonly reader: FileReader,
    private readonly addresses: FileAddresses,
  ) {}

  onModuleInit(): void {
    const fastify = this.http.httpAdapter.getInstance<FastifyInstance | undefined>();
    // The schema is printed, and the libs are tested, without a server.
    if (typeof fastify?.register !== 'function') return;
    fastify.register((scope, _options, done) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', (_request, payload, parsed) => parsed(null, payload));
      // The purpose's own limit holds; Fastify's, by the stated length, would answer in other words.
      scope.post<{ Querystring: { purpose?: string; name?: string } }>(
        '/files',
        { bodyLimit: Number.MAX_SAFE_INTEGER },
        (request, reply) => this.post(request, reply),
      );
      scope.get<{ Params: { id: string }; Querystring: { until?: string; seal?: string } }>(
        '/files/:id',
        (request, reply) => this.get(request, reply),
      );
      done();
    });
  }

  private async post(request: Post, reply: FastifyReply): Promise<FastifyReply> {
    const body = (request.body ?? request.raw) as Readable;
    let ctx: RequestContext | undefined;
    try {
      mustComeFromOurPages(request);
      ctx = await this.identify.actor(request, SIGNED_IN);
      mustBeTheFileItself(request);
      const purpose = purposeOf(ctx, request.query.purpose);
      const file = await this.store.put(ctx, {
        purpose,
        name: request.query.name ?? '',
        declaredType: request.headers['content-type'] ?? '',
        announcedBytes: announced(request),
        bytes: onward(body),
      });
      const address = await this.addresses.addressOf(request, file.id);
      const { id, name, mediaType, size, sha256 } = file;
      return await reply
        .status(201)
        .header('cache-control', 'no-store')
        .send({ id, name, mediaType, size, sha256, address });
    } catch (error) {
      await drain(body);
      const { status, ...answer } = fileAnswerTo(error, ctx);
      return await reply.status(status).send(answer);
    }
  }

  private async get(request: Get, reply: FastifyReply): Promise<FastifyReply> {
    let ctx: RequestContext | undefined;
    try {
      ctx = await this.identify.actor(request, SIGNED_IN);
      const { until = '', seal = '' } = request.query;
      const id = found(await this.addresses.fileIn(request, { id: request.params.id, until, seal }));
      return await this.serve(found(await this.reader.behindAddress(id)), request, reply);
    } catch (error) {
      const { status, ...answer } = fileAnswerTo(error, ctx);
      return await reply.status(status).send(answer);
    }
  }

  private async serve(file: StoredFile, request: Get, reply: FastifyReply): Promise<FastifyReply> {
    reply.headers(headersOf(file));
    if (request.headers['if-none-match'] === etagOf(file)) return reply.status(304).send();
    const range = byteRange(isCurrent(request, file) ? request.headers.range : undefined, file.size);
    if (range === 'unsatisfiable') {
      return reply.status(416).header('content-range', `bytes */${file.size}`).send();
    }
    if (range !== undefined) {
      reply.status(206).header('content-range', `bytes ${range.start}-${range.end}/${file.size}`);
    }
    const { start, end } = range ?? { start: 0, end: file.size - 1 };
    reply.header('content-length', end - start + 1).type(file.mediaType);
    // Fastify answers HEAD by this route, and would read a file to its end to forget it.
    return reply.send(request.method === 'HEAD' ? Readable.from([]) : await this.reader.open(file, range));
  }
}

/** The purpose by its name, if the actor may send files for it. */
function purposeOf(ctx: RequestContext, name = ''): FilePurpose {
  const purpose = filePurpose(name);
  if (purpose === undefined) throw new Fault('BAD_USER_INPUT', 'Say what the file is for.', 'purpose');
  if (!may(ctx, purpose.permission)) throw new Fault('FORBIDDEN');
  return purpose;
}

function announced(request: FastifyRequest): number | null {
  const length = Number(request.headers['content-length'] ?? Number.NaN);
  return Number.isFinite(length) ? length : null;
}

/** Whether the part that the client has is of this file (`If-Range`): otherwise it gets the whole. */
function isCurrent(request: FastifyRequest, file: StoredFile): boolean {
  const ifRange = request.headers['if-range'];
  return ifRange === undefined || ifRange === etagOf(file);
}

function etagOf(file: StoredFile): string {
  return `"${file.sha256}"`;
}

function headersOf(file: StoredFile): Record<string, string> {
  return {
    etag: etagOf(file),
    'accept-ranges': 'bytes',
    'content-security-policy': SANDBOX,
    'x-content-type-options': 'nosniff',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, escaped)}`,
    'cache-control': file.forceId === null ? 'private, max-age=300' : 'no-store',
  };
}

function escaped(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/**
 * The body as a stream of its own, so that breaking it off leaves the request standing and the answer can still be sent. A sender
 * who goes away in the middle breaks it off.
 */
function onward(body: Readable): Readable {
  const pass = new PassThrough();
  body.on('close', () => {
    if (!body.readableEnded)
      pass.destroy(new Fault('BAD_USER_INPUT', 'The file did not arrive whole. Send it again.', 'file'));
  });
  return body.pipe(pass);
}

/** Reads what is left of a body and forgets it; a sender that goes on for ever is hung up on. */
async function drain(body: Readable): Promise<void> {
  let left = MOST_DRAINED;
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      left -= chunk.length;
      if (left < 0) break;
    }
  } catch {
    // The sender has gone: there is nothing left to read.
  }
}
