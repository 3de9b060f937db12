import { randomBytes, randomUUID } from 'node:crypto';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { isDuplicateKey, UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { candidateOf } from '../access.js';
import { movesClock, restOf } from '../adjustment/adjusted-time.js';
import { attemptStarted } from '../events.js';
import { PreparePaper } from '../paper/prepare-paper.js';
import type { SittingId } from '../sitting/sitting.js';
import type { Attempt, AttemptId, PaperItem } from './attempt.js';
import { deadlineOf, endOf } from './attempt-rules.js';
import { OpenAttempt } from './open-attempt.js';
import { NO_REST } from './pause.js';
import { LoadStartFacts, type StartFacts } from './start-facts.js';
import { isOpenNow, mayTryAgain } from './start-rules.js';
import { UsePlace } from './use-place.js';

export interface StartAttemptInput {
  readonly sittingId: SittingId;
  /** The code that the invigilator shows; of invigilated sittings only. */
  readonly startCode?: string | null | undefined;
}

/**
 * Starts an attempt: draws and freezes the paper and sets the deadline. Needs a place (ASM-21), an open window (ASM-14,
 * ASM-15, ASM-22), an enrolment (ASM-23), an attempt left (ASM-24) and the cool-down over (ASM-25);
 * in an invigilated sitting, its start code (ASM-95). Whoever has an attempt
 * running gets that one, so starting twice, even at once, is one attempt (ASM-37).
 */
@Injectable()
export class StartAttempt {
  constructor(
    private readonly work: UnitOfWork,
    private readonly facts: LoadStartFacts,
    private readonly running: OpenAttempt,
    private readonly papers: PreparePaper,
    private readonly place: UsePlace,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: StartAttemptInput): Promise<Attempt> {
    const personId = candidateOf(ctx);
    const sitting = await this.facts.sitting(ctx, input.sittingId);
    const running = await this.running.of(ctx, sitting, personId);
    if (running !== null) return running;
    await this.place.mustKnowCode(ctx, sitting, { personId, code: input.startCode ?? null });
    try {
      return await this.start(ctx, sitting.id, personId);
    } catch (error) {
      const theirs = isDuplicateKey(error) ? await this.running.of(ctx, sitting, personId) : null;
      if (theirs === null) throw error;
      return theirs;
    }
  }

  private async start(ctx: RequestContext, sittingId: SittingId, personId: PersonId): Promise<Attempt> {
    const now = this.clock.now();
    return this.work.run(ctx, async (announce) => {
      const sitting = await this.facts.sitting(ctx, sittingId);
      const running = await this.running.of(ctx, sitting, personId);
      if (running !== null) return running;
      isOpenNow(sitting, now);
      await this.place.mark(ctx, sitting, { personId, at: now });
      const facts = await this.facts.execute(ctx, sitting, { personId, at: now });

      mayTryAgain(facts.earlier, facts.terms, now);
      const seed = randomBytes(16).toString('hex');
      const { paper, draw } = await this.papers.execute(facts.source, personId, seed);
      const attempt = begin(facts, { personId, seed, paper, now });

      await this.place.start(ctx, attempt);
      await this.papers.keep(ctx.force, attempt, draw);

      announce(attemptStarted({ attemptId: attempt.id, personId }));
      return attempt;
    });
  }
}

interface Beginning {
  readonly personId: PersonId;
  readonly seed: string;
  readonly paper: readonly PaperItem[];
  readonly now: Date;
}

function begin(facts: StartFacts, { personId, seed, paper, now }: Beginning): Attempt {
  const { sitting, enrolment, version, terms } = facts;
  const { limitMinutes, adjustment, fixedTime } = terms;
  const closesAt = movesClock(adjustment, fixedTime) ? null : sitting.closesAt;
  const deadline = deadlineOf(now, { limitMinutes, closesAt });
  return {
    id: newId<AttemptId>(),
    forceId: sitting.forceId,
    personId,
    sittingId: sitting.id,
    enrolmentId: enrolment.id,
    courseCode: sitting.courseCode,
    courseTitle: version.title,
    versionId: version.id,
    componentKey: sitting.componentKey,
    number: facts.earlier.length + 1,
    state: 'OPEN',
    startedAt: now,
    deadline,
    endsAt: endOf(deadline, terms.policy),
    rest: { ...NO_REST, leftMs: restOf(adjustment, fixedTime) },
    recall: null,
    pauses: [],
    voidedItemIds: [],
    lockedItemIds: [],
    releasedAt: null,
    revisions: [],
    voided: null,
    terms,
    writer: randomUUID(),
    seed,
    paper,
    answers: {},
    finishedAt: null,
    finishedBy: null,
    marks: null,
  };
}
