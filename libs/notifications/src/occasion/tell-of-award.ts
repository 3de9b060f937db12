import { type Award, type AwardId, AwardReader } from '@app/certification';
import { startOfLondonDay } from '@app/platform/clock/calendar.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { TellPerson, type TellPersonInput } from '../delivery/tell-person.js';

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

  async execute(ctx: RequestContext, input: TellOfAwardInput): Promise<void> {
    await this.executeAll([{ ctx, ...input }]);
  }

  /** Of several awards of one force, in one transaction. */
  async executeAll(granted: readonly (TellOfAwardInput & { readonly ctx: RequestContext })[]): Promise<void> {
    const [first] = granted;
    if (first === undefined) return;
    const awards = await this.awards.byIds(
      first.ctx.force,
      granted.map(({ awardId }) => awardId),
    );
    await this.tellPerson.executeAll(
      granted.map(({ ctx, awardId }) => ({ ctx, ...telling(found(awards.get(awardId) ?? null)) })),
    );
  }
}

function telling(award: Award): TellPersonInput {
  const { personId, serial, courseTitle: course } = award;
  const lastValidDay = startOfLondonDay(award.lastValidDay);
  return {
    ...{ personId, message: 'award-granted', cycle: award.id, channels: ['notice', 'mail'], course },
    facts: { serial, lastValidDay },
  };
}
