import { isDeepStrictEqual } from 'node:util';
import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { candidateOf } from '../access.js';
import { AppealRepository } from '../appeal/appeal.repository.js';
import { checkItem } from '../item/check-item.js';
import type { ItemVersion } from '../item/item.js';
import { ItemRepository } from '../item/item.repository.js';
import { isRight } from '../marking/mark-item.js';
import { contentWithKey } from './content-with-key.js';
import { regradeProposed } from './events.js';
import { refusal } from './refusals.js';
import { NO_COUNTS, type Regrade, type RegradeId } from './regrade.js';
import { RegradeRepository } from './regrade.repository.js';
import { RegradedAttemptRepository } from './regraded-attempt.repository.js';
import { fits, needsKey, type Remedy } from './remedy.js';
import { RunRegrade } from './run-regrade.js';

export interface ProposeRegradeInput {
  readonly itemKey: string;
  /** Which version was faulty; the present one when left out. */
  readonly versionNumber?: number | null | undefined;
  readonly remedy: Remedy;
  /** 10–500 characters, about the item and never about a person. */
  readonly reason: string;
}

/** The item versions that regrades are about. */
@Injectable()
export class RegradeGround {
  constructor(
    private readonly items: ItemRepository,
    private readonly regrades: RegradeRepository,
    private readonly attempts: RegradedAttemptRepository,
  ) {}

  /** The version that was faulty, with its course, and how many attempts had it. */
  async of({ itemKey, versionNumber }: ProposeRegradeInput) {
    const item = found((await this.items.byKeys([itemKey])).get(itemKey));
    const version = found(await this.regrades.versionOf(item.id, versionNumber ?? item.versionNumber));
    return { courseCode: item.courseCode, version, total: await this.attempts.count(version.id) };
  }
}

/**
 * Says that an item version is faulty and what to do about it, and begins the dry run (ASM-143). Refuses a remedy that does not fit
 * the item (ASM-140), and a second regrade of the version at work (ASM-144). The same proposal of the same person again is the
 * one that is at work. Appeals that asked for it are linked with it (ASM-156).
 */
@Injectable()
export class ProposeRegrade {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ground: RegradeGround,
    private readonly regrades: RegradeRepository,
    private readonly run: RunRegrade,
    private readonly appeals: AppealRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: ProposeRegradeInput): Promise<Regrade> {
    const proposedBy = candidateOf(ctx);
    return this.work.run(ctx, async (announce) => {
      const { courseCode, version, total } = await this.ground.of(input);
      const { itemKey, remedy } = input;
      const reason = reasonOf(input.reason);
      mustFit(itemKey, version, remedy);
      const atWork = await this.regrades.atWork(version.id);
      if (isSame(atWork, { proposedBy, remedy, reason })) return atWork;
      const regrade: Regrade = {
        ...{ id: newId<RegradeId>(), courseCode, itemId: version.itemId, itemKey, reason, remedy },
        ...{ itemVersionId: version.id, versionNumber: version.number, state: 'LOOKING', phase: 'look' },
        ...{ run: 1, cursor: null, done: 0, total, counts: NO_COUNTS, digest: '', fallsDigest: '' },
        ...{ checked: null, approval: null, falls: null, leftOut: 0, proposedBy, revision: 0 },
        ...{ proposedAt: this.clock.now(), appliedBy: null, inForceAt: null, finishedAt: null },
      };

      await this.regrades.add(regrade);
      await this.run.schedule(ctx, regrade);
      await this.appeals.link(courseCode, version.id, regrade.id);

      const what = { regradeId: regrade.id, itemKey, courseCode, version: version.number };
      announce(regradeProposed({ ...what, remedy: remedy.kind }, { payload: { reason } }));
      return regrade;
    });
  }
}

/** Whether what is at work is this very proposal. */
function isSame(
  atWork: Regrade | null,
  proposal: Pick<Regrade, 'proposedBy' | 'remedy' | 'reason'>,
): atWork is Regrade {
  if (atWork === null) return false;
  const { proposedBy, remedy, reason } = atWork;
  return isDeepStrictEqual({ proposedBy, remedy, reason }, proposal);
}

/** ASM-140: the reason as kept. */
function reasonOf(text: string): string {
  const reason = text.trim();
  if (reason.length < 10 || reason.length > 500) throw refusal('REGRADE_REASON_MISSING', { field: 'reason' });
  return reason;
}

/** ASM-140: throws when the answer could not be a key of the item, or is right as it is. */
function mustFit(key: string, version: ItemVersion, remedy: Remedy): void {
  if (!needsKey(remedy)) return;
  const { content } = version;
  const unfit = () => refusal('REGRADE_ANSWER_UNFIT', { field: 'answer' });
  if (!fits(content, remedy)) throw unfit();
  const known = new Set(checkItem({ ...version, key }).map(({ code }) => code));
  const faults = checkItem({ ...version, key, content: contentWithKey(content, remedy.answer) });
  if (faults.some(({ code }) => !known.has(code))) throw unfit();
  if (remedy.kind === 'accept' && isRight(content, remedy.answer) === true)
    throw refusal('REGRADE_ANSWER_RIGHT', { field: 'answer' });
}
