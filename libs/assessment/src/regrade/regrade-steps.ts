import { Clock } from '@app/platform/clock/clock.js';
import type { Announce } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import type { AttemptId } from '../attempt/attempt.js';
import { ApplyToAttempts } from './apply-to-attempts.js';
import { regradeApplied, regradeShown, regradeWentStale } from './events.js';
import { LookAtAttempts } from './look-at-attempts.js';
import { moveRegrade, type Regrade } from './regrade.js';
import { RegradeLineRepository } from './regrade-line.repository.js';
import { counted, digestAfter, fallsOf } from './regrade-list.js';
import { RegradedAttemptRepository } from './regraded-attempt.repository.js';
import { RemedyRepository } from './remedy.repository.js';

/** How many attempts one page of work has: so few that a transaction of them is short. */
export const PAGE = 200;

/** The pages of a regrade's work, one kind for each phase. Each gives the regrade as it is afterwards. */
@Injectable()
export class RegradeSteps {
  constructor(
    private readonly attempts: RegradedAttemptRepository,
    private readonly lines: RegradeLineRepository,
    private readonly look: LookAtAttempts,
    private readonly applying: ApplyToAttempts,
    private readonly remedies: RemedyRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The next page. */
  async next(regrade: Regrade, announce: Announce): Promise<Regrade> {
    switch (regrade.phase) {
      case 'look':
        return this.lookOn(regrade, announce);
      case 'check':
        return this.checkOn(regrade, announce);
      case 'apply':
        return this.applyOn(regrade, announce);
      case 'sweep':
        return this.sweepOn(regrade, announce);
      case 'done':
        return regrade;
    }
  }

  /** ASM-143: adds the next lines to the list. */
  private async lookOn(regrade: Regrade, announce: Announce): Promise<Regrade> {
    const page = await this.attempts.page(regrade.itemVersionId, regrade.cursor, PAGE);
    const lines = await this.look.lines(regrade, page);
    await this.lines.add(lines);
    const after: Regrade = {
      ...onwards(
        regrade,
        page.map(({ id }) => id),
      ),
      counts: counted(regrade.counts, page.length, lines),
      digest: digestAfter(regrade.digest, lines),
      fallsDigest: digestAfter(regrade.fallsDigest, fallsOf(lines)),
    };
    if (page.length === PAGE) return after;
    const { looked: _looked, ...counts } = after.counts;
    announce(regradeShown({ ...of(regrade), run: regrade.run, ...counts }));
    return { ...moveRegrade(after, 'SHOWN'), total: after.done };
  }

  /** ASM-145: looks once more. A list that has become another is stale; one that has not is put in force. */
  private async checkOn(regrade: Regrade, announce: Announce): Promise<Regrade> {
    const page = await this.attempts.page(regrade.itemVersionId, regrade.cursor, PAGE);
    const lines = await this.look.lines(regrade, page);
    const checked = digestAfter(regrade.checked ?? '', lines);
    const after = {
      ...onwards(
        regrade,
        page.map(({ id }) => id),
      ),
      checked,
    };
    if (page.length === PAGE) return after;
    if (checked !== regrade.digest) {
      announce(regradeWentStale({ ...of(regrade), run: regrade.run }));
      return { ...moveRegrade(after, 'STALE'), falls: null, appliedBy: null, checked: null };
    }
    return this.putInForce(after);
  }

  private async putInForce(regrade: Regrade): Promise<Regrade> {
    const { id: regradeId, itemVersionId, remedy, proposedBy: by } = regrade;
    const since = this.clock.now();
    await this.remedies.put({ itemVersionId, regradeId, remedy, since, by });
    const { changed: total } = regrade.counts;
    return { ...regrade, phase: 'apply', cursor: null, done: 0, total, checked: null, inForceAt: since };
  }

  /** Applies the next lines of the list. */
  private async applyOn(regrade: Regrade, announce: Announce): Promise<Regrade> {
    const page = await this.lines.page(regrade, regrade.cursor, PAGE);
    const leftOut = regrade.leftOut + (await this.applying.apply(regrade, page, announce));
    const after = {
      ...onwards(
        regrade,
        page.map(({ attemptId }) => attemptId),
      ),
      leftOut,
    };
    if (page.length === PAGE) return after;
    announce(regradeApplied({ ...of(regrade), run: regrade.run, leftOut }));
    const applied = moveRegrade(after, 'APPLIED');
    return { ...applied, phase: 'sweep', cursor: null, finishedAt: this.clock.now() };
  }

  private async sweepOn(regrade: Regrade, announce: Announce): Promise<Regrade> {
    const page = await this.attempts.page(regrade.itemVersionId, regrade.cursor, PAGE);
    await this.applying.stragglers(regrade, page, announce);
    const cursor = page.at(-1)?.id ?? regrade.cursor;
    return page.length === PAGE ? { ...regrade, cursor } : { ...regrade, cursor, phase: 'done' };
  }
}

function onwards(regrade: Regrade, attemptIds: readonly AttemptId[]): Regrade {
  return {
    ...regrade,
    cursor: attemptIds.at(-1) ?? regrade.cursor,
    done: regrade.done + attemptIds.length,
  };
}

function of({ id, itemKey, courseCode }: Regrade) {
  return { regradeId: id, itemKey, courseCode };
}
