import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { actingPerson, type RequestContext } from '../context/request-context.js';
import { Timetable } from '../jobs/timetable.js';
import { UnitOfWork } from '../mongo/unit-of-work.js';
import { Fault } from '../refusal/fault.js';
import type { FileId, StoredFile } from './file.js';
import { FileRepository } from './file.repository.js';
import type { FilePurpose } from './file-purpose.js';
import { dueKey } from './jobs.js';

/** The files that something now holds on to, and what they must be for. */
export interface UseFilesInput {
  readonly fileIds: readonly FileId[];
  readonly purpose: FilePurpose;
}

/**
 * Notes that files are in use, so that they are not swept (PLT-09): called downward by whoever stores their ids, in its own unit
 * of work. NOT_FOUND unless each is the acting person's own upload for that purpose; the system may use anybody's. A second
 * call is the same answer.
 */
@Injectable()
export class UseFiles {
  constructor(
    private readonly work: UnitOfWork,
    private readonly files: FileRepository,
    private readonly timetable: Timetable,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, { fileIds, purpose }: UseFilesInput): Promise<StoredFile[]> {
    const ids = [...new Set(fileIds)];
    return this.work.run(ctx, async () => {
      const wanted = { ids, purpose: purpose.name, personId: actingPerson(ctx) };
      const files = await this.files.own(ctx.force, wanted);
      if (files.length < ids.length) throw new Fault('NOT_FOUND');
      await this.files.use(ctx.force, ids, this.clock.now());
      for (const id of ids) await this.timetable.cancel(dueKey.sweepFile(id));
      return files;
    });
  }
}
