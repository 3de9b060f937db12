import { londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { evidenceImported, pastFinished } from '../events.js';
import { batchesOf, type PastBatch } from './past-batches.js';
import { PastDesk } from './past-desk.js';
import { countRows, encodingOf, UnreadablePast } from './past-file.js';
import { PastGround, SeenKeys, type WholeGround } from './past-ground.js';
import { NO_COUNTS, type PastImport, type PastImportId, type PastState } from './past-import.js';
import { PastRecordRepository } from './past-record.repository.js';
import { type Known, type PastPlan, placed, planPast } from './plan-past.js';

/** How many people one event tells of: cover counts them anew together. */
const PEOPLE_AT_ONCE = 500;
const MOST_UNKNOWN = 500;

/** Which import, and whether it is to be applied or only checked. */
export interface ImportPastInput {
  readonly importId: PastImportId;
  readonly apply: boolean;
}

interface Run {
  readonly whole: WholeGround;
  readonly seen: SeenKeys;
  readonly unknown: Map<string, { course: string; rows: number }>;
  readonly apply: boolean;
}

/**
 * Works through a file of past training, batch by batch. Each batch of an application commits with the progress, so a run that broke
 * off goes on where it stopped, and one that was cancelled stops at the next batch. Whoever listens is told of the people
 * when all is in, many at a time, and not of each row.
 */
@Injectable()
export class ImportPast {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: PastDesk,
    private readonly ground: PastGround,
    private readonly records: PastRecordRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: ImportPastInput): Promise<void> {
    const past = await this.desk.load(ctx, input.importId);
    const awaited: readonly PastState[] = input.apply ? ['applying', 'cancelling'] : ['waiting', 'checking'];
    if (!awaited.includes(past.state)) return;
    // The journal names whoever submitted the file, not the process that works through it.
    const acting: RequestContext = { ...ctx, actor: { kind: 'person', personId: past.submittedBy } };
    try {
      if (input.apply) await this.apply(acting, past);
      else await this.check(acting, past);
    } catch (error) {
      if (!(error instanceof UnreadablePast)) throw error;
      await this.fail(acting, input.importId, error);
    }
  }

  private async check(ctx: RequestContext, past: PastImport): Promise<void> {
    await this.desk.clearErrors(past);
    const encoding = await encodingOf(await this.desk.bytes(ctx, past));
    const rows = await countRows(await this.desk.bytes(ctx, past), { encoding, columns: past.columns });
    const begun: PastImport = { ...past, ...NO_COUNTS, state: 'checking', encoding, rows };
    if (!(await this.desk.isSaved(past, begun))) return;
    const run = await this.run(ctx, false);
    const end = await this.through(ctx, begun, run);
    if (end === null) return;
    const unknownCourses = [...run.unknown.values()]
      .toSorted((a, b) => b.rows - a.rows)
      .slice(0, MOST_UNKNOWN);
    await this.finish(ctx, end, { ...end, unknownCourses, state: 'checked' });
  }

  private async apply(ctx: RequestContext, past: PastImport): Promise<void> {
    const end = past.state === 'applying' ? await this.through(ctx, past, await this.run(ctx, true)) : past;
    const stopped = end ?? (await this.desk.load(ctx, past.id));
    if (stopped.state !== 'applying' && stopped.state !== 'cancelling') return;
    await this.finish(ctx, stopped, {
      ...stopped,
      state: stopped.state === 'applying' ? 'applied' : 'cancelled',
    });
  }

  private async run(ctx: RequestContext, apply: boolean): Promise<Run> {
    return { whole: await this.ground.whole(ctx.force), seen: new SeenKeys(), unknown: new Map(), apply };
  }

  /** Every batch in turn; null when somebody stopped it. */
  private async through(ctx: RequestContext, begun: PastImport, run: Run): Promise<PastImport | null> {
    const form = { encoding: found(begun.encoding), columns: begun.columns, done: begun.processed };
    const today = londonDate(this.clock.now());
    let past = begun;
    for await (const batch of batchesOf(await this.desk.bytes(ctx, begun), { ...form, today })) {
      const next = await this.step(ctx, { past, batch, run });
      if (next === null) return null;
      past = next;
    }
    return past;
  }

  private async step(
    ctx: RequestContext,
    { past, batch, run }: { past: PastImport; batch: PastBatch; run: Run },
  ): Promise<PastImport | null> {
    const now = this.clock.now();
    const plan = await this.plan(ctx, { past, batch, run, now });
    const next = counted(past, batch, plan);
    const errors = [...batch.errors, ...plan.errors];
    if (!run.apply) {
      noteUnknown(run, plan);
      if (!(await this.desk.isSaved(past, next))) return null;
      await this.desk.addErrors(past, errors);
      return next;
    }
    return this.work.run(ctx, async () => {
      if (!(await this.desk.isSaved(past, next))) return null;
      await this.desk.addErrors(past, errors);
      await this.records.add(ctx.force, plan.records, { unmapped: plan.unmapped, now });
      await this.records.addEvidence(plan.evidence);
      return next;
    });
  }

  private async plan(
    ctx: RequestContext,
    { past, batch, run, now }: { past: PastImport; batch: PastBatch; run: Run; now: Date },
  ): Promise<PastPlan> {
    const people = await this.ground.peopleOf(ctx.force, batch.rows, run.whole);
    const postedOn = await this.ground.postedOn(ctx.force, [...people.values()]);
    const known: Known = { ...run.whole, people, postedOn, isThere: () => false };
    const rows = batch.rows.map((row) => placed(row, known, past.columns));
    const first = planPast(rows, known, { past, now });
    const there = await this.records.known(
      ctx.force,
      first.records.map(({ key }) => key),
    );
    const isThere = (key: string) => there.has(key) || run.seen.has(key);
    const plan = planPast(rows, { ...known, isThere }, { past, now });
    if (!run.apply) for (const { key } of plan.records) run.seen.note(key);
    return plan;
  }

  private async finish(ctx: RequestContext, from: PastImport, to: PastImport): Promise<void> {
    await this.work.run(ctx, async (announce) => {
      await this.desk.save(from, to);
      const importId = to.id;
      if (to.state === 'applied' || to.state === 'cancelled')
        for await (const personIds of this.records.peopleOf(ctx.force, importId, PEOPLE_AT_ONCE))
          announce(evidenceImported({ importId, personIds }));
      const { state, rows, kept, evidence, duplicates, errorRows } = to;
      announce(pastFinished({ importId, state, rows, kept, evidence, duplicates, errorRows }));
    });
  }

  private async fail(ctx: RequestContext, id: PastImportId, error: UnreadablePast): Promise<void> {
    const past = await this.desk.load(ctx, id);
    const { line, column, reason } = error;
    await this.desk.addErrors(past, [{ line, column, code: reason.code, facts: reason.facts }]);
    await this.finish(ctx, past, { ...past, errorCount: past.errorCount + 1, state: 'failed' });
  }
}

function noteUnknown(run: Run, plan: PastPlan): void {
  for (const { courseKey, course } of plan.unmapped) {
    const known = run.unknown.get(courseKey);
    if (known !== undefined) known.rows++;
    else if (run.unknown.size < MOST_UNKNOWN * 10) run.unknown.set(courseKey, { course, rows: 1 });
  }
}

function counted(past: PastImport, batch: PastBatch, plan: PastPlan): PastImport {
  return {
    ...past,
    processed: past.processed + batch.size,
    kept: past.kept + plan.records.length,
    unmapped: past.unmapped + plan.unmapped.length,
    evidence: past.evidence + plan.evidence.length,
    duplicates: past.duplicates + plan.duplicates,
    errorRows: past.errorRows + batch.unreadable + plan.errorRows,
    errorCount: past.errorCount + batch.errors.length + plan.errors.length,
  };
}
