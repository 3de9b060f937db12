import { createReadStream } from 'node:fs';
import { unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { Readable } from 'node:stream';
import { CONFIG, type Config } from '@app/platform/config/config.js';
import { Controller, Inject, Param, Post, UploadedFiles, UseInterceptors } from '@nestjs/common';
import { FilesInterceptor } from '@nestjs/platform-express';
import { z } from 'zod';
import { AttemptPageDocument } from '../../../gql/graphql.js';
import type { FieldError, Visit } from '../../../pipeline/visit.js';
import { Visitor } from '../../../pipeline/visits.js';
import { questionOf, render, saveIn } from './question.page.js';

const MOST_BYTES = 50 * 1024 * 1024 + 1;
const MOST_FILES = 10;

/** A file of a form, kept in a temporary place while the request lasts. */
interface SentFile {
  readonly originalname: string;
  readonly mimetype: string;
  readonly path: string;
  readonly size: number;
}

const kept = z.object({ id: z.string() });
const refused = z.object({ message: z.string() });

/** Takes the files of an answer from the form, gives each to the API, and saves their ids as the answer. */
@Controller('attempts/:id/questions/:number/files')
export class AnswerFilesPage {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Post()
  @UseInterceptors(
    FilesInterceptor('answer', MOST_FILES, {
      dest: tmpdir(),
      limits: { fileSize: MOST_BYTES, files: MOST_FILES },
    }),
  )
  async save(
    @Visitor() visit: Visit,
    @Param() { id, number }: { id: string; number: string },
    @UploadedFiles() sent: SentFile[] | undefined,
  ): Promise<void> {
    const files = sent ?? [];
    try {
      const errors = await this.answer(visit, { id, number, files: files.filter(({ size }) => size > 0) });
      if (errors.length === 0) return;
      const { attempt } = await visit.ask(AttemptPageDocument, { id });
      render(visit, attempt, { number, errors });
    } finally {
      await Promise.all(files.map(({ path }) => unlink(path)));
    }
  }

  private async answer(
    visit: Visit,
    { id, number, files }: { id: string; number: string; files: readonly SentFile[] },
  ): Promise<FieldError[]> {
    if (files.length === 0) return [{ field: 'answer', text: visit.words.attempt.filesMissing }];
    const { attempt } = await visit.ask(AttemptPageDocument, { id });
    const question = questionOf(attempt, number);
    const fileIds: string[] = [];
    for (const file of files) {
      const put = await this.put(visit, file);
      if ('error' in put) return [{ field: 'answer', text: put.error }];
      fileIds.push(put.id);
    }
    const saved = await saveIn(visit, { attempt, question, answer: { fileIds } });
    if (saved !== 'saved')
      return saved.length > 0 ? saved : [{ field: null, text: visit.words.attempt.elsewhere }];
    const isLast = question.number === attempt.paper.length;
    visit.redirect(isLast ? `/attempts/${id}/review` : `/attempts/${id}/questions/${question.number + 1}`);
    return [];
  }

  /** One file to the API, which sniffs and keeps it; what it says no to comes back as its sentence. */
  private async put(visit: Visit, file: SentFile): Promise<{ id: string } | { error: string }> {
    const address = new URL('/files', this.config.API_URL);
    address.searchParams.set('purpose', 'response-file');
    address.searchParams.set('name', file.originalname);
    const stored = await fetch(address, {
      method: 'POST',
      headers: {
        'content-type': file.mimetype,
        'content-length': String(file.size),
        'accept-language': visit.language,
        authorization: `Bearer ${visit.session.tokens?.access ?? ''}`,
      },
      body: Readable.toWeb(createReadStream(file.path)) as ReadableStream,
      duplex: 'half',
    });
    const body: unknown = await stored.json().catch(() => undefined);
    const good = kept.safeParse(body);
    if (stored.ok && good.success) return good.data;
    return { error: refused.safeParse(body).data?.message ?? visit.words.attempt.filesMissing };
  }
}
