import type { FlagMarksInput } from '@app/assessment';
import { Clock } from '@app/platform/clock/clock.js';
import { type RequestContext, scopeOf } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { observationFlagged } from './events.js';
import type { Observation } from './observation.js';
import { ObservationRepository } from './observation.repository.js';
import { factsOf } from './observation-ground.js';

/**
 * Flags the observations that rest on standing which was lost: under evidence that was withdrawn, or since the day of a finding against
 * the assessor (PRA-18). None is undone. Once for a piece of evidence.
 */
@Injectable()
export class FlagObservations {
  constructor(
    private readonly work: UnitOfWork,
    private readonly observations: ObservationRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: FlagMarksInput): Promise<void> {
    const { why, evidenceId } = input;
    await this.work.run(ctx, async (announce) => {
      for (const before of await this.resting(ctx, input)) {
        if (before.flags.some((flag) => flag.evidenceId === evidenceId)) continue;
        const flag = { why, evidenceId, at: this.clock.now() };
        const after = await this.observations.save(before, { ...before, flags: [...before.flags, flag] });
        announce(observationFlagged({ ...factsOf(after), why, evidenceId }, { forceId: after.forceId }));
      }
    });
  }

  private async resting(ctx: RequestContext, input: FlagMarksInput): Promise<Observation[]> {
    if (input.why === 'evidence-withdrawn') return this.observations.restingOn(ctx.force, input.evidenceId);
    const { marker, skillId, level, from: on } = input;
    return this.observations.signedBy(scopeOf(marker.forceId), marker.personId, { skillId, level, on });
  }
}
