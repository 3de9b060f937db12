import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import type { SheetInput } from './check-sheet.js';
import { observationCorrected } from './events.js';
import { moveObservation, type Observation, type ObservationId, sheetOf } from './observation.js';
import { ObservationRepository } from './observation.repository.js';
import { factsOf, observerOf } from './observation-ground.js';
import { checkedReason } from './observation-rules.js';
import { refusal } from './refusals.js';
import type { Sheet } from './sheet.js';
import { checkedSheet, TakeSheet } from './take-sheet.js';

export interface CorrectObservationInput {
  readonly observationId: ObservationId;
  /** The digest of the sheet that was read and is to be replaced. */
  readonly digest: string;
  readonly sheet: SheetInput;
  /** 10–2,000 characters. */
  readonly reason: string;
}

/**
 * Puts another sheet in the place of the one there is, which is kept: by whoever recorded or signed that one, until the candidate has
 * answered (PRA-12). Signatures go with the sheet that they were of (PRA-11). The same correction again is the same answer.
 */
@Injectable()
export class CorrectObservation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly observations: ObservationRepository,
    private readonly take: TakeSheet,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: CorrectObservationInput): Promise<Observation> {
    const by = observerOf(ctx);
    return this.work.run(ctx, async (announce) => {
      const before = await this.observations.load(ctx.force, input.observationId);
      const old = sheetOf(before);
      found(old.recordedBy === by || before.assessorSignature?.personId === by ? by : null);
      const { content, digest } = checkedSheet(before, input.sheet, by);
      if (digest === old.digest) return before;
      if (input.digest !== old.digest) throw refusal('OBSERVATION_SHEET_CHANGED', { field: 'digest' });
      const reason = checkedReason(input.reason);
      const moved = moveObservation(before, 'RECORDED');
      const sheet = await this.take.execute(ctx, before, { content, digest, sentAt: input.sheet.sentAt });

      const after = await this.observations.save(before, this.corrected(moved, { old, sheet, by, reason }));

      announce(
        observationCorrected({ ...factsOf(after), digest, before: old.digest }, { payload: { reason } }),
      );
      return after;
    });
  }

  private corrected(
    observation: Observation,
    { old, sheet, by, reason }: { old: Sheet; sheet: Sheet; by: PersonId; reason: string },
  ): Observation {
    const { assessorSignature, earlier } = observation;
    const replaced = { sheet: old, assessorSignature, replacedBy: by, replacedAt: this.clock.now(), reason };
    return {
      ...{ ...observation, sheet, earlier: [...earlier, replaced] },
      ...{ assessorSignature: null, candidateSignature: null, outcome: null },
    };
  }
}
