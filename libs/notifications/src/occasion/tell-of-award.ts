import { type AwardId, AwardReader } from '@app/certification';
import { startOfLondonDay } from '@app/platform/clock/calendar.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { TellPerson } from '../delivery/tell-person.js';

export interface TellOfAwardInput {
  readonly awardId: AwardId;
}

/** Tells people that they have earned an award, and until when it is in date. */
@Injectable()
export class TellOfAward {
  constructor(
    private readonly tellPerson: TellPerson,
    private readonly awards: AwardReader,
  ) {}

  async execute(ctx: RequestContext, { awardId }: TellOfAwardInput): Promise<void> {
    const award = found(await this.awards.byId(ctx.force, awardId));
    const { personId, serial, courseTitle: course } = award;
    const lastValidDay = startOfLondonDay(award.lastValidDay);
    await this.tellPerson.execute(ctx, {
      ...{ personId, message: 'award-granted', cycle: award.id, channels: ['notice', 'mail'], course },
      facts: { serial, lastValidDay },
    });
  }
}
