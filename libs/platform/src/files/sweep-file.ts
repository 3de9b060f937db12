import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import type { RequestContext } from '../context/request-context.js';
import { Handles, type JobHandler } from '../jobs/job.js';
import { Timetable } from '../jobs/timetable.js';
import { UnitOfWork } from '../mongo/unit-of-work.js';
import { fileSwept } from './events.js';
import type { FileId } from './file.js';
import { FileRepository } from './file.repository.js';
import { discardBytes, dueKey, sweepFile } from './jobs.js';

/**
 * Removes a file that nothing has used within 24 hours (PLT-09). Its bytes go by a job of their own, after this has committed: a
 * rolled back sweep must find them still there. Handled here rather than in the worker's folder, since every lib that
 * keeps files needs it in its tests as well.
 */
@Injectable()
@Handles(sweepFile)
export class SweepFile implements JobHandler<{ fileId: string }> {
  constructor(
    private readonly work: UnitOfWork,
    private readonly files: FileRepository,
    private readonly timetable: Timetable,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async handle(ctx: RequestContext, { fileId }: { fileId: string }): Promise<void> {
    await this.work.run(ctx, async (announce) => {
      const swept = await this.files.removeUnused(fileId as FileId);
      if (swept === null) return;
      const { id, purpose, sha256 } = swept.file;
      if (swept.left !== null) {
        await this.timetable.set(ctx, discardBytes, {
          key: dueKey.discardBytes(swept.left.id),
          dueAt: this.clock.now(),
          payload: { bytesId: swept.left.id, purpose },
        });
      }
      announce(fileSwept({ fileId: id, purpose, sha256 }));
    });
  }
}
