import { mustBeAllowed } from '@app/identity';
import { Clock } from '@app/platform/clock/clock.js';
import { actingPerson, type RequestContext } from '@app/platform/context/request-context.js';
import type { FileId } from '@app/platform/files/file.js';
import { UseFiles } from '@app/platform/files/use-files.js';
import { newId } from '@app/platform/ids/ids.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { pastSubmitted } from '../events.js';
import type { Confidence } from '../evidence/provenance.js';
import { refusal } from '../refusals.js';
import { pastTraining } from './past-file-purpose.js';
import { NO_COUNTS, type PastImport, type PastImportId } from './past-import.js';
import { PastImportRepository } from './past-import.repository.js';
import { PastMappingRepository } from './past-mapping.repository.js';

/** Which file is the past, what record it comes from, and how sure that is. */
export interface CheckPastInput {
  readonly fileId: FileId;
  readonly source: string;
  readonly confidence: Confidence;
}

/** Submits a file of past training to be checked: a dry run that changes no record. The same file again gives its import. */
@Injectable()
export class CheckPast {
  constructor(
    private readonly work: UnitOfWork,
    private readonly files: UseFiles,
    private readonly imports: PastImportRepository,
    private readonly mappings: PastMappingRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: CheckPastInput): Promise<PastImport> {
    mustBeAllowed(ctx, 'standing.past.check', { forceWide: true });
    const source = input.source.normalize('NFC').trim();
    return this.work.run(ctx, async (announce) => {
      const [file] = await this.files.execute(ctx, { fileIds: [input.fileId], purpose: pastTraining });
      const known = await this.imports.ofFile(ctx.force, input.fileId);
      if (known !== null) return known;
      if (source === '' || source.length > 200) throw refusal('PAST_SOURCE_MISSING', { field: 'source' });
      const columns = await this.mappings.columns(ctx.force);
      if (columns === null) throw refusal('PAST_COLUMNS_MISSING');
      const past: PastImport = {
        ...{ id: newId<PastImportId>(), forceId: ctx.force.forceId, fileId: found(file).id },
        ...{ submittedBy: found(actingPerson(ctx)), submittedAt: this.clock.now() },
        ...{ source, confidence: input.confidence, columns, state: 'waiting', encoding: null, rows: 0 },
        ...{ unknownCourses: [], ...NO_COUNTS },
      };
      await this.imports.add(past);
      announce(pastSubmitted({ importId: past.id, apply: false }));
      return past;
    });
  }
}
