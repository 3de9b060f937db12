import { actingPerson, type RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { mustBeAllowed } from '../access/may.js';
import { type RosterImportId, rosterSubmitted } from '../events.js';
import { refusal } from '../refusals.js';
import { oncePerThing } from '../second-arrival.js';
import { NO_COUNTS, type RosterImport } from './roster-import.js';
import { RosterImportRepository } from './roster-import.repository.js';
import type { UploadId } from './upload.js';
import { UploadRepository } from './upload.repository.js';

/** Which uploaded file is a roster. */
export interface CheckRosterInput {
  readonly uploadId: UploadId;
  /** Whether the file names everybody of whom rosters speak: whom it leaves out is suspended when it is applied. */
  readonly isWhole?: boolean;
}

/** Submits a roster to be checked: a dry run that changes no record. The same file again gives its import. */
@Injectable()
export class CheckRoster {
  constructor(
    private readonly work: UnitOfWork,
    private readonly uploads: UploadRepository,
    private readonly imports: RosterImportRepository,
  ) {}

  async execute(ctx: RequestContext, input: CheckRosterInput): Promise<RosterImport> {
    mustBeAllowed(ctx, 'identity.roster.check', { forceWide: true });
    if (input.isWhole === true) mustBeAllowed(ctx, 'identity.person.suspend', { forceWide: true });
    return oncePerThing(() =>
      this.work.run(ctx, async (announce) => {
        const upload = found(await this.uploads.byId(ctx.force, input.uploadId));
        const known = await this.imports.ofUpload(ctx.force, upload.id);

        if (known !== null) return known;
        if (upload.bytes === null) throw refusal('UPLOAD_EMPTY', { field: 'uploadId' });
        const roster: RosterImport = {
          id: newId<RosterImportId>(),
          forceId: ctx.force.forceId,
          uploadId: upload.id,
          submittedBy: found(actingPerson(ctx)),
          state: 'waiting',
          rows: 0,
          ...{ isWhole: input.isWhole ?? false, leavers: [], held: 0 },
          ...NO_COUNTS,
        };

        await this.imports.add(roster);
        announce(rosterSubmitted({ importId: roster.id, apply: false }));
        return roster;
      }),
    );
  }
}
