import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { type Evidence, RecordEvidence, StandingReader } from '@app/standing';
import { Injectable } from '@nestjs/common';
import { awardMoved } from '../events.js';
import type { Award, AwardId } from './award.js';
import { AwardRepository } from './award.repository.js';

export interface MoveAwardInput {
  readonly awardId: AwardId;
  readonly lastValidDay: CalendarDate;
}

/** Moves an award's last valid day, and its evidence with it, as leave or an extension asks. The same day changes nothing. */
@Injectable()
export class MoveAward {
  constructor(
    private readonly work: UnitOfWork,
    private readonly awards: AwardRepository,
    private readonly standing: StandingReader,
    private readonly recordEvidence: RecordEvidence,
  ) {}

  async execute(ctx: RequestContext, { awardId, lastValidDay }: MoveAwardInput): Promise<void> {
    await this.work.run(ctx, async (announce) => {
      const award = found(await this.awards.byId(ctx.force, awardId));
      const { lastValidDay: before, personId, courseCode } = award;
      if (before === lastValidDay || award.withdrawn !== null) return;
      await this.awards.move(ctx.force, awardId, lastValidDay);
      for (const piece of await this.evidenceOf(ctx, award))
        await this.supersede(ctx, { award: award, piece: piece, lastValidDay: lastValidDay });
      announce(awardMoved({ awardId, personId, courseCode, before, lastValidDay }));
    });
  }

  private async evidenceOf(ctx: RequestContext, award: Award): Promise<Evidence[]> {
    const all = (await this.standing.evidenceOfPeople(ctx.force, [award.personId])).get(award.personId) ?? [];
    return all.filter(
      ({ kind, sourceId, ended }) => kind === 'award' && ended === null && sourceId.startsWith(award.id),
    );
  }

  /** The skill's own months still hold: leave and extension do not lengthen them. */
  private async supersede(
    ctx: RequestContext,
    { award, piece, lastValidDay }: { award: Award; piece: Evidence; lastValidDay: CalendarDate },
  ): Promise<void> {
    const { personId, skillId, level, from, title, certification } = piece;
    await this.recordEvidence.execute(ctx, {
      ...{ personId, skillId, level, from, title, lastValidDay, kind: 'award', supersedes: piece.id },
      sourceId: `${award.id}/${newId()}`,
      ...(certification === null ? {} : { certification }),
    });
  }
}
