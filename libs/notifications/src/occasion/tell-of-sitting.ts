import { AttemptReader, type Sitting, type SittingId, SittingReader, stateAt } from '@app/assessment';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { TellPerson, type TellPersonInput } from '../delivery/tell-person.js';

const BOTH = ['notice', 'mail'] as const;

/** What there is to tell of a sitting: a reminder to those with a place, a place to its holder, results to those who sat. */
export type TellOfSittingInput =
  | { readonly what: 'reminder'; readonly sittingId: SittingId; readonly at: string }
  | {
      readonly what: 'place';
      readonly sittingId: SittingId;
      readonly personId: PersonId;
      readonly occasion: string;
    }
  | { readonly what: 'results'; readonly sittingId: SittingId };

/** Tells people of a sitting, if it still is as the event said (NTF-05). One person's failure keeps nobody else waiting. */
@Injectable()
export class TellOfSitting {
  constructor(
    private readonly tellPerson: TellPerson,
    private readonly sittings: SittingReader,
    private readonly attempts: AttemptReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: TellOfSittingInput): Promise<void> {
    const sitting = found(await this.sittings.byId(ctx.force, input.sittingId));
    const failures: unknown[] = [];
    for (const message of await this.messages(ctx, sitting, input)) {
      try {
        await this.tellPerson.execute(ctx, message);
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }

  private async messages(
    ctx: RequestContext,
    sitting: Sitting,
    input: TellOfSittingInput,
  ): Promise<TellPersonInput[]> {
    const { opensAt, closesAt, limitMinutes, courseTitle: course } = sitting;
    const facts = { opensAt, closesAt, minutes: limitMinutes };
    const to = (personId: PersonId, message: TellPersonInput['message'], cycle: string) => ({
      ...{ personId, message, cycle, channels: BOTH, facts, course },
    });
    switch (input.what) {
      case 'reminder': {
        const people = await this.stillExpected(ctx, sitting);
        return people.map((personId) => to(personId, 'sitting-reminder', `${sitting.id}@${input.at}`));
      }
      case 'place': {
        // A place that came with a seat in a session is told as that seat.
        const expected = await this.sittings.hasOwnPlace(ctx.force, sitting.id, input.personId);
        const isOver = ['CLOSED', 'CANCELLED'].includes(stateAt(sitting, this.clock.now()));
        return expected && !isOver ? [to(input.personId, 'place-booked', input.occasion)] : [];
      }
      case 'results': {
        const people = await this.withResults(ctx, sitting);
        return people.map((personId) => to(personId, 'results-released', sitting.id));
      }
    }
  }

  /** Nobody is reminded of what is cancelled or over, nor who gave the place up. */
  private async stillExpected(ctx: RequestContext, sitting: Sitting): Promise<PersonId[]> {
    if (['CLOSED', 'CANCELLED'].includes(stateAt(sitting, this.clock.now()))) return [];
    return this.sittings.peopleWithPlace(ctx.force, sitting.id);
  }

  private async withResults(ctx: RequestContext, sitting: Sitting): Promise<PersonId[]> {
    const people = await this.sittings.peopleWithPlace(ctx.force, sitting.id);
    const states = await this.attempts.statesInSitting(ctx.force, sitting.id, people);
    return people.filter((personId) => states.get(personId) === 'RELEASED');
  }
}
