import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Injectable } from '@nestjs/common';
import { StartCodes } from '../invigilation/start-codes.js';
import { refusal } from '../refusals.js';
import { PlaceRepository } from '../sitting/place.repository.js';
import type { Sitting } from '../sitting/sitting.js';
import type { Attempt } from './attempt.js';
import { AttemptRepository } from './attempt.repository.js';
import { CloseAttempt } from './close-attempt.js';

/** What starting writes: the stamp on the place, the attempt, and when it ends by itself. */
@Injectable()
export class UsePlace {
  constructor(
    private readonly places: PlaceRepository,
    private readonly attempts: AttemptRepository,
    private readonly closing: CloseAttempt,
    private readonly codes: StartCodes,
  ) {}

  /** Refuses, before anything is begun, who has not the code of an invigilated sitting, or invigilates it (ASM-95, ASM-96). */
  async mustKnowCode(
    ctx: RequestContext,
    sitting: Sitting,
    typed: { personId: PersonId; code: string | null },
  ): Promise<void> {
    await this.codes.mustMatch(ctx, sitting, typed);
  }

  /**
   * Stamps the person's place, or refuses (ASM-21). The stamp makes two starts, a start and a giving up, and a start and a
   * cancelling wait for each other.
   */
  async mark(ctx: RequestContext, sitting: Sitting, user: { personId: PersonId; at: Date }): Promise<void> {
    if (!(await this.places.use(ctx.force, sitting.id, user))) throw refusal('PLACE_MISSING');
  }

  /** Adds the attempt and its due row. */
  async start(ctx: RequestContext, attempt: Attempt): Promise<void> {
    await this.attempts.add(attempt);
    await this.closing.schedule(ctx, attempt);
  }
}
