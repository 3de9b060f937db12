import { Clock } from '@app/platform/clock/clock.js';
import { CONFIG, type Config } from '@app/platform/config/config.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Inject, Injectable } from '@nestjs/common';
import type { Sitting } from '../sitting/sitting.js';
import { isStartCode, type StartCode, startCodeAt } from './invigilation.js';
import { InvigilationRepository } from './invigilation.repository.js';
import { refusal } from './refusals.js';

/** Shows and judges the start codes of invigilated sittings (ASM-95). */
@Injectable()
export class StartCodes {
  constructor(
    private readonly invigilations: InvigilationRepository,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The code of this moment, for its invigilators only: whoever calls this has made sure of that. */
  show(of: { sittingId: Sitting['id']; epoch: number }): StartCode {
    return startCodeAt(of, this.config.LANTERN_LINK_SECRET, this.clock.now());
  }

  /** Throws unless the sitting needs no code, or this is it. A wrong one is counted, and kept although it is refused. */
  async mustMatch(
    ctx: RequestContext,
    sitting: Sitting,
    typed: { personId: PersonId; code: string | null },
  ): Promise<void> {
    const invigilation = await this.invigilations.of(ctx.force, sitting.id);
    const { personId } = typed;
    if (invigilation?.invigilatorIds.includes(personId) === true) throw refusal('INVIGILATOR_SITS');
    if (!sitting.invigilated) return;
    const code = typed.code ?? '';
    if (code === '') throw refusal('START_CODE_WRONG', { field: 'startCode' });
    const now = this.clock.now();
    const until = await this.invigilations.takeTry(ctx.force, sitting.id, { personId, now });
    if (until !== null) throw refusal('START_CODE_THROTTLED', { facts: { until }, field: 'startCode' });
    const secret = this.config.LANTERN_LINK_SECRET;
    if (invigilation === null || !isStartCode(code, { ...invigilation, secret }, now))
      throw refusal('START_CODE_WRONG', { field: 'startCode' });
    await this.invigilations.clearTries(ctx.force, sitting.id, personId);
  }
}
