import { mustBeAllowed } from '@app/identity';
import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { observationConcluded } from './events.js';
import type { Observation, ObservationId } from './observation.js';
import { ObservationRepository } from './observation.repository.js';
import { factsOf, observerOf } from './observation-ground.js';
import { checkedReason } from './observation-rules.js';
import { observationPermissions } from './permissions.js';
import { refusal } from './refusals.js';
import { ReleaseObservation } from './release-observation.js';
import { Uninvolved } from './uninvolved.js';

/** How long a candidate has to answer a sheet before it can be concluded without them. */
export const DAYS_TO_ANSWER = 14;
const DAY_MS = 86_400_000;

export interface ConcludeObservationInput {
  readonly observationId: ObservationId;
  /** 10–2,000 characters. */
  readonly reason: string;
}

/**
 * Lets an outcome count whose candidate has neither signed nor disputed for fourteen days (PRA-19): by a training lead who had no part
 * in it, so that nobody escapes a result, or is held up, by silence. Again is the same answer.
 */
@Injectable()
export class ConcludeObservation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly observations: ObservationRepository,
    private readonly uninvolved: Uninvolved,
    private readonly release: ReleaseObservation,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: ConcludeObservationInput): Promise<Observation> {
    mustBeAllowed(ctx, observationPermissions.conclude, { forceWide: true });
    const by = observerOf(ctx);
    return this.work.run(ctx, async (announce) => {
      const before = await this.observations.load(ctx.force, input.observationId);
      await this.uninvolved.check(ctx, before, by);
      const reason = checkedReason(input.reason);
      if (before.conclusion?.concludedBy === by && before.conclusion.reason === reason) return before;
      const at = this.clock.now();
      const digest = mustBeSilent(before, at);
      const concluded = { ...before, conclusion: { concludedBy: by, at, reason } };

      const released = await this.release.execute(before, concluded, announce);

      announce(observationConcluded({ ...factsOf(released), digest }, { payload: { reason } }));
      return released;
    });
  }
}

/** PRA-19: the digest of what waits for its candidate, once they have had their time. */
function mustBeSilent({ state, assessorSignature }: Observation, now: Date): string {
  if (state !== 'SIGNED' || assessorSignature === null) throw refusal('OBSERVATION_STATE');
  const from = new Date(assessorSignature.at.getTime() + DAYS_TO_ANSWER * DAY_MS);
  if (now < from) throw refusal('OBSERVATION_TIME_TO_ANSWER', { facts: { from } });
  return assessorSignature.digest;
}
