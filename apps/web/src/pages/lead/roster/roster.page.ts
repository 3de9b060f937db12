import { createReadStream } from 'node:fs';
import { unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { Readable } from 'node:stream';
import { CONFIG, type Config } from '@app/platform/config/config.js';
import { Controller, Get, Inject, Param, Post, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import {
  ApplyRosterDocument,
  CheckRosterDocument,
  RequestRosterUploadDocument,
  RosterProgressDocument,
} from '../../../gql/graphql.js';
import { Fault } from '../../../pipeline/fault.js';
import { errorsOf, type FieldError, type Visit } from '../../../pipeline/visit.js';
import { Visitor } from '../../../pipeline/visits.js';

const MOST_BYTES = 128 * 1024 * 1024;
const BUSY: readonly string[] = ['WAITING', 'CHECKING', 'APPLYING'];

/** A file of a form, kept in a temporary place while the request lasts. */
interface SentFile {
  readonly originalname: string;
  readonly path: string;
  readonly size: number;
}

/** Brings in a roster: the file is checked first, then applied when the training lead says so. */
@Controller('desk/people/roster')
export class RosterPage {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Get()
  show(@Visitor() visit: Visit): void {
    visit.render('lead/roster/roster', {});
  }

  @Post()
  @UseInterceptors(FileInterceptor('roster', { dest: tmpdir(), limits: { fileSize: MOST_BYTES, files: 1 } }))
  async upload(@Visitor() visit: Visit, @UploadedFile() file: SentFile | undefined): Promise<void> {
    if (file === undefined || file.size === 0) {
      if (file !== undefined) await unlink(file.path);
      again(visit, [{ field: 'roster', text: visit.words.roster.fileMissing }]);
      return;
    }
    try {
      await this.relay(visit, file);
    } finally {
      await unlink(file.path);
    }
  }

  /** The dry run's result and, while work goes on, its progress: the page renews itself. */
  @Get(':id')
  async progress(@Visitor() visit: Visit, @Param('id') id: string): Promise<void> {
    await showProgress(visit, id, []);
  }

  @Post(':id/apply')
  async apply(@Visitor() visit: Visit, @Param('id') id: string): Promise<void> {
    const applied = await visit.change(ApplyRosterDocument, { importId: id });
    if (applied.__typename === 'Refused') await showProgress(visit, id, errorsOf(applied));
    else visit.redirect(`/desk/people/roster/${id}`);
  }

  private async relay(visit: Visit, file: SentFile): Promise<void> {
    const upload = await visit.change(RequestRosterUploadDocument, { fileName: file.originalname });
    if (upload.__typename === 'Refused') {
      again(visit, errorsOf(upload));
      return;
    }
    await this.put(visit, upload.url, file);
    const checked = await visit.change(CheckRosterDocument, { uploadId: upload.id });
    if (checked.__typename === 'Refused') again(visit, errorsOf(checked));
    else visit.redirect(`/desk/people/roster/${checked.id}`);
  }

  /** The bytes go to the address that the API gave, which lies under /files of this origin. */
  private async put(visit: Visit, address: string, file: SentFile): Promise<void> {
    const { pathname, search } = new URL(address, this.config.API_URL);
    const stored = await fetch(new URL(`${pathname}${search}`, this.config.API_URL), {
      method: 'PUT',
      headers: {
        'content-type': 'text/csv',
        'content-length': String(file.size),
        authorization: `Bearer ${visit.session.tokens?.access ?? ''}`,
      },
      body: Readable.toWeb(createReadStream(file.path)) as ReadableStream,
      duplex: 'half',
    });
    if (!stored.ok) throw new Fault('UNEXPECTED', `the API answered ${stored.status} to a roster upload`);
  }
}

function again(visit: Visit, errors: readonly FieldError[]): void {
  const onFile = errors.map((error) => ({ ...error, field: 'roster' }));
  visit.render('lead/roster/roster', { errors: onFile }, 422);
}

async function showProgress(visit: Visit, id: string, errors: readonly FieldError[]): Promise<void> {
  const { rosterImport } = await visit.ask(RosterProgressDocument, { id });
  const model = { roster: rosterImport, busy: BUSY.includes(rosterImport.state), errors };
  visit.render('lead/roster/progress', model, errors.length > 0 ? 422 : 200);
}
