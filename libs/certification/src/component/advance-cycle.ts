import { CourseReader, type PublishedVersion, type VersionId } from '@app/catalogue';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { parseId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import type { Award } from '../award/award.js';
import { GrantAward } from '../award/grant-award.js';
import { type Cycle, split } from './cycle.js';
import { CycleRepository } from './cycle.repository.js';
import { completedOn } from './outcome.js';
import { TermsReader } from './terms.reader.js';

/** A cycle that changed, and the version that its newest result was got on. */
export interface Advance {
  readonly before: Cycle;
  readonly after: Cycle;
  readonly version: PublishedVersion;
}

/** Saves a changed cycle, with its award when what it holds is enough. Always in the transaction that changed it. */
@Injectable()
export class AdvanceCycle {
  constructor(
    private readonly cycles: CycleRepository,
    private readonly courses: CourseReader,
    private readonly terms: TermsReader,
    private readonly grantAward: GrantAward,
  ) {}

  /** The award given now; null while something is missing. */
  async execute(ctx: RequestContext, { before, after, version: named }: Advance): Promise<Award | null> {
    const version = await this.decisive(after, named);
    const awardedOn = completedOn(after.outcomes, await this.terms.of(version));
    if (awardedOn === null) {
      if (after !== before) await this.cycles.save(ctx.force, after);
      return null;
    }
    const { finished, onwards } = split(after, awardedOn);
    const { personId, cycle } = finished;
    const award = await this.grantAward.execute(ctx, { personId, cycle, awardedOn, version });
    await this.cycles.save(ctx.force, { ...finished, awardId: award.id, awardedOn });
    if (onwards === null) return award;
    return (
      (await this.execute(ctx, { before: { ...onwards, outcomes: [] }, after: onwards, version })) ?? award
    );
  }

  /** CRT-04: the version on which the latest work of the cycle was done, whatever arrived last. */
  private async decisive({ outcomes }: Cycle, named: PublishedVersion): Promise<PublishedVersion> {
    const counting = outcomes.filter(({ counts }) => counts);
    const last = counting.reduce<string | null>((day, { on }) => (day === null || on > day ? on : day), null);
    const versions = counting.filter(({ on }) => on === last).map(({ versionId }) => versionId);
    const id = parseId<VersionId>(versions.at(-1) ?? named.id);
    if (id === undefined || versions.includes(named.id)) return named;
    return (await this.courses.version(id)) ?? named;
  }
}
