import type { Readable } from 'node:stream';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { type RosterImportId, rosterFinished } from '../events.js';
import { type Known, type Plan, planRows } from './plan-rows.js';
import { type Batch, batchesOf } from './roster-batches.js';
import { RosterDesk } from './roster-desk.js';
import { countRows, staffNumbersIn, UnreadableRoster } from './roster-file.js';
import { RosterGround } from './roster-ground.js';
import { NO_COUNTS, type RosterImport, type RosterState } from './roster-import.js';
import { RosterLeavers } from './roster-leavers.js';
import { RosterWriter } from './roster-writer.js';

/** Which import, and whether it is to be applied or only checked. */
export interface ImportRosterInput {
  readonly importId: RosterImportId;
  readonly apply: boolean;
}

/**
 * Works through a submitted roster, batch by batch. Each batch of an application commits together with the progress, so a
 * run that broke off goes on where it stopped, and a second one at the same time finds itself overtaken. A dry run
 * writes nothing but its progress and what it found.
 */
@Injectable()
export class ImportRoster {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: RosterDesk,
    private readonly ground: RosterGround,
    private readonly writer: RosterWriter,
    private readonly leavers: RosterLeavers,
  ) {}

  async execute(ctx: RequestContext, input: ImportRosterInput): Promise<void> {
    const roster = await this.desk.load(ctx, input.importId);
    const awaited: readonly RosterState[] = input.apply ? ['applying'] : ['waiting', 'checking'];
    if (!awaited.includes(roster.state)) return;
    // The journal names whoever submitted the roster, not the process that works through it.
    const acting: RequestContext = { ...ctx, actor: { kind: 'person', personId: roster.submittedBy } };
    const begun = input.apply ? roster : await this.begin(roster);
    try {
      await this.workThrough(acting, begun, input.apply);
    } catch (error) {
      if (!(error instanceof UnreadableRoster)) throw error;
      await this.fail(acting, roster.id, error);
    }
  }

  private async begin(roster: RosterImport): Promise<RosterImport> {
    const checking: RosterImport = { ...roster, ...NO_COUNTS, state: 'checking' };
    await this.desk.clearErrors(roster);
    await this.desk.save(roster, checking);
    return checking;
  }

  private async workThrough(ctx: RequestContext, begun: RosterImport, apply: boolean): Promise<void> {
    const rows = await countRows(await this.bytes(ctx, begun));
    let roster: RosterImport = { ...begun, rows };
    await this.desk.save(begun, roster);
    const whole = { units: await this.ground.units(ctx.force), placed: new Set<string>() };
    for await (const batch of batchesOf(await this.bytes(ctx, begun), roster.processed)) {
      roster = apply
        ? await this.apply(ctx, { roster, batch, whole })
        : await this.check(ctx, { roster, batch, whole });
    }
    await this.end(ctx, roster, apply);
  }

  /** A whole roster is done when its leavers are known, or suspended: before its last step, so that a broken run does it again. */
  private async end(ctx: RequestContext, roster: RosterImport, apply: boolean): Promise<void> {
    if (apply) {
      await this.leavers.suspend(ctx, roster);
      return this.finish(ctx, roster, 'applied');
    }
    if (!roster.isWhole) return this.finish(ctx, roster, 'checked');
    const named = await staffNumbersIn(await this.bytes(ctx, roster));
    const found = await this.leavers.find(ctx.force, { named, submittedBy: roster.submittedBy });
    await this.finish(ctx, { ...roster, ...found }, 'checked');
  }

  private async check(ctx: RequestContext, step: Step): Promise<RosterImport> {
    const { roster, batch } = step;
    const plan = planRows(batch.rows, await this.ground.known(ctx.force, batch.rows, step.whole));
    const next = counted(roster, batch, plan);
    await this.desk.addErrors(roster, [...batch.errors, ...plan.errors]);
    await this.desk.save(roster, next);
    return next;
  }

  private async apply(ctx: RequestContext, step: Step): Promise<RosterImport> {
    const { roster, batch } = step;
    return this.work.run(ctx, async (announce) => {
      const plan = planRows(batch.rows, await this.ground.known(ctx.force, batch.rows, step.whole));
      const next = counted(roster, batch, plan);
      await this.desk.save(roster, next);
      await this.desk.addErrors(roster, [...batch.errors, ...plan.errors]);
      await this.writer.write(ctx, announce, plan);
      return next;
    });
  }

  private async finish(ctx: RequestContext, roster: RosterImport, state: RosterState): Promise<void> {
    await this.work.run(ctx, async (announce) => {
      await this.desk.save(roster, { ...roster, state });
      announce(rosterFinished({ importId: roster.id, state, rows: roster.rows }));
    });
  }

  private async fail(ctx: RequestContext, id: RosterImportId, error: UnreadableRoster): Promise<void> {
    const roster = await this.desk.load(ctx, id);
    const { line, column, reason } = error;
    await this.desk.addErrors(roster, [{ line, column, code: reason.code, facts: reason.facts }]);
    await this.finish(ctx, { ...roster, errorCount: roster.errorCount }, 'failed');
  }

  private async bytes(ctx: RequestContext, roster: RosterImport): Promise<Readable> {
    return this.desk.bytes(ctx, roster);
  }
}

interface Step {
  readonly roster: RosterImport;
  readonly batch: Batch;
  readonly whole: Pick<Known, 'units' | 'placed'>;
}

function counted(roster: RosterImport, batch: Batch, plan: Plan): RosterImport {
  return {
    ...roster,
    processed: roster.processed + batch.size,
    added: roster.added + plan.counts.added,
    changed: roster.changed + plan.counts.changed,
    unchanged: roster.unchanged + plan.counts.unchanged,
    errorCount: roster.errorCount + batch.errors.length + plan.errors.length,
  };
}
