import {
  type Booking,
  BookingReader,
  type Session,
  SessionReader,
  type Swap,
  type SwapId,
  sessionStateAt,
} from '@app/assessment';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Inject, Injectable } from '@nestjs/common';
import { TellPerson, type Told } from '../delivery/tell-person.js';
import type { MessageName } from '../template/declared.js';

export interface TellOfSwapInput {
  readonly what: 'offered' | 'agreed' | 'withdrawn';
  readonly swapId: SwapId;
  /** Who took it back or turned it down, where it is known. */
  readonly by?: PersonId | undefined;
  /** The event that said so: on the same one, nobody is told twice. */
  readonly occasion: string;
}

/** A side of a swap: whose it is, and the session that is theirs now. */
interface Side {
  readonly booking: Booking;
  readonly session: Session;
}

/** NTF-44. Whom to tell what of a swap: `one` offers it, `other` is asked. Nobody, when it is otherwise by now. */
export function toldOfSwap(
  input: Pick<TellOfSwapInput, 'what' | 'by'>,
  swap: Pick<Swap, 'state'>,
  [one, other]: readonly [PersonId, PersonId],
): readonly { readonly personId: PersonId; readonly message: MessageName }[] {
  if (input.what === 'offered')
    return swap.state === 'OFFERED' ? [{ personId: other, message: 'swap-proposed' }] : [];
  if (input.what === 'agreed')
    return swap.state === 'AGREED'
      ? [one, other].map((personId) => ({ personId, message: 'swap-agreed' }))
      : [];
  if (swap.state !== 'WITHDRAWN') return [];
  if (input.by === one) return [{ personId: other, message: 'swap-withdrawn' }];
  return input.by === other ? [{ personId: one, message: 'swap-refused' }] : [];
}

/** Tells the two sides of a swap, each with the times of both seats, while both sessions are to come. */
@Injectable()
export class TellOfSwap {
  constructor(
    private readonly tellPerson: TellPerson,
    private readonly bookings: BookingReader,
    private readonly sessions: SessionReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: TellOfSwapInput): Promise<void> {
    const swap = await this.bookings.swap(ctx.force, input.swapId);
    const sides = await this.sides(ctx, swap);
    if (sides === null) return;
    const [one, other] = sides;
    const people = [one.booking.personId, other.booking.personId] as const;
    await this.tellPerson.executeAll(
      toldOfSwap(input, swap, people).map(({ personId, message }): Told => {
        const [own, theirs] = personId === people[0] ? [one, other] : [other, one];
        const { startsAt, courseTitle: course } = own.session;
        const facts = { swapId: swap.id, startsAt, otherStartsAt: theirs.session.startsAt };
        const to = { ctx, personId, message, cycle: input.occasion, course, facts, latest: startsAt };
        return { ...to, channels: ['notice', 'mail'] };
      }),
    );
  }

  private async sides(ctx: RequestContext, swap: Swap): Promise<readonly [Side, Side] | null> {
    const bookings = await this.bookings.byIds(ctx.force, [swap.bookingId, swap.otherBookingId]);
    const sessions = await this.sessions.byIds(
      ctx.force,
      [...bookings.values()].map(({ sessionId }) => sessionId),
    );
    const side = (id: Booking['id']): Side | null => {
      const booking = bookings.get(id);
      const session = booking === undefined ? undefined : sessions.get(booking.sessionId);
      if (booking === undefined || session === undefined) return null;
      return sessionStateAt(session, this.clock.now()) === 'PLANNED' ? { booking, session } : null;
    };
    const [one, other] = [side(swap.bookingId), side(swap.otherBookingId)];
    return one === null || other === null ? null : [one, other];
  }
}
