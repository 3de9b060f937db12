import { actingPerson, type RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { mustBeAllowed } from '../access/may.js';
import { type RosterImportId, rosterSubmitted } from '../events.js';
import { RosterReader } from './roster.reader.js';
import { mayBeApplied, mayLeaveOut, NO_COUNTS, type RosterImport } from './roster-import.js';
import { RosterImportRepository } from './roster-import.repository.js';

/** Which checked roster is to become the force's record. */
export interface ApplyRosterInput {
  readonly importId: RosterImportId;
  /** How many people the check found that a whole roster leaves out; asked for when they are many (IDN-42). */
  readonly confirmedLeavers?: number | null;
}

/** Submits a checked roster to be applied. Rows with errors are left out. Asking again gives the import as it stands. */
@Injectable()
export class ApplyRoster {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: RosterReader,
    private readonly imports: RosterImportRepository,
  ) {}

  async execute(ctx: RequestContext, input: ApplyRosterInput): Promise<RosterImport> {
    mustBeAllowed(ctx, 'identity.roster.apply', { forceWide: true });
    return this.work.run(ctx, async (announce) => {
      const roster = found(await this.reader.byId(ctx.force, input.importId));

      if (!mayBeApplied(roster)) return roster;
      if (roster.isWhole) mustBeAllowed(ctx, 'identity.person.suspend', { forceWide: true });
      mayLeaveOut(roster, { by: actingPerson(ctx), confirmedLeavers: input.confirmedLeavers ?? null });
      const applying: RosterImport = { ...roster, ...NO_COUNTS, state: 'applying' };

      await this.imports.save(roster, applying);
      await this.imports.clearErrors(roster);
      announce(rosterSubmitted({ importId: roster.id, apply: true }));
      return applying;
    });
  }
}
