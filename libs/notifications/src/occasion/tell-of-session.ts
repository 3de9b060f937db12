import { type SessionId, SessionReader, sessionStateAt } from '@app/assessment';
import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Inject, Injectable } from '@nestjs/common';
import { TellPerson, type Told } from '../delivery/tell-person.js';

export interface TellOfSessionInput {
  readonly what: 'scheduled' | 'cancelled';
  readonly sessionId: SessionId;
  /** The event that said so. */
  readonly occasion: string;
}

/** NTF-45. Tells those who run a session that it is on the timetable, or off it. */
@Injectable()
export class TellOfSession {
  constructor(
    private readonly tellPerson: TellPerson,
    private readonly sessions: SessionReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(
    ctx: RequestContext,
    { what, sessionId, occasion: cycle }: TellOfSessionInput,
  ): Promise<void> {
    const session = (await this.sessions.byIds(ctx.force, [sessionId])).get(sessionId);
    if (session === undefined) return;
    const isSo =
      sessionStateAt(session, this.clock.now()) === (what === 'scheduled' ? 'PLANNED' : 'CANCELLED');
    const { startsAt, courseTitle: course } = session;
    const message = what === 'scheduled' ? 'session-to-run' : 'session-not-run';
    const told = session.trainerIds.map((personId): Told => {
      const to = { ctx, personId, message, cycle, course, facts: { startsAt }, latest: startsAt } as const;
      return { ...to, channels: ['notice', 'mail'] };
    });
    await this.tellPerson.executeAll(isSo ? told : []);
  }
}
