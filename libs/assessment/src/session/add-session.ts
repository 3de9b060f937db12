import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { invigilatorsAssigned } from '../events.js';
import { InvigilationRepository } from '../invigilation/invigilation.repository.js';
import { type Sitting, stateAt } from '../sitting/sitting.js';
import { SittingRepository } from '../sitting/sitting.repository.js';
import { sessionScheduled } from './events.js';
import { HoldRepository, thePerson, theRoom } from './hold.repository.js';
import { refusal } from './refusals.js';
import type { Session } from './session.js';
import { SessionRepository } from './session.repository.js';

/** ASM-183. What an assessment's session takes of the sitting that is sat there: seats set aside, and its invigilators. */
@Injectable()
export class SittingOfSession {
  constructor(
    private readonly sittings: SittingRepository,
    private readonly invigilations: InvigilationRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The people who invigilate the sitting from now on; null where nothing changes. Throws when the sitting does not fit. */
  async take(
    ctx: RequestContext,
    session: Session,
  ): Promise<readonly Session['trainerIds'][number][] | null> {
    const { kind, sittingId, seats } = session;
    if ((kind === 'ASSESSMENT') !== (sittingId !== null))
      throw refusal('SESSION_SITTING', { field: 'sittingId' });
    if (sittingId === null) return null;
    const now = this.clock.now();
    const sitting = await this.sittings.load(ctx.force, sittingId);
    const fits = covers(sitting, session, now);
    if (!fits || !(await this.sittings.takeSeats(ctx.force, sittingId, { seats, now })))
      throw refusal('SESSION_SITTING', { field: 'sittingId' });
    if (!sitting.invigilated) return null;
    const before = (await this.invigilations.of(ctx.force, sittingId))?.invigilatorIds ?? [];
    const all = [...new Set([...before, ...session.trainerIds])].sort();
    await this.invigilations.assign(ctx.force, sittingId, all);
    return all;
  }
}

function covers(sitting: Sitting, session: Session, now: Date): boolean {
  const isOn = ['SCHEDULED', 'OPEN'].includes(stateAt(sitting, now));
  const isWithin = sitting.opensAt <= session.startsAt && session.endsAt <= sitting.closesAt;
  return isOn && isWithin && sitting.courseCode === session.courseCode;
}

/** The saving half of ScheduleSession: the session, its room and its trainers' time, in one unit of work. */
@Injectable()
export class AddSession {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: SessionRepository,
    private readonly holds: HoldRepository,
    private readonly sitting: SittingOfSession,
  ) {}

  /** The session that the same request made before; null when it is new. */
  async before(ctx: RequestContext, requestKey: string): Promise<Session | null> {
    return this.sessions.byRequest(ctx.force, requestKey);
  }

  async execute(ctx: RequestContext, added: { session: Session; requestKey: string }): Promise<Session> {
    const { session, requestKey } = added;
    return this.work.run(ctx, async (announce) => {
      const before = await this.sessions.byRequest(ctx.force, requestKey);
      if (before !== null) return before;
      await this.hold(ctx, session);
      const invigilators = await this.sitting.take(ctx, session);
      await this.sessions.add(session, requestKey);
      const { id: sessionId, courseCode, kind, sittingId } = session;
      if (invigilators !== null && sittingId !== null)
        announce(invigilatorsAssigned({ sittingId, personIds: invigilators }));
      announce(sessionScheduled({ sessionId, courseCode, kind }));
      return session;
    });
  }

  /** ASM-184. Room and trainers are in one place at a time. */
  private async hold(ctx: RequestContext, session: Session): Promise<void> {
    const room = session.roomId === null ? [] : [theRoom(session.roomId)];
    const trainers = session.trainerIds.map(thePerson);
    const taken = await this.holds.taken(ctx.force, [...room, ...trainers], { stretch: session });
    if (room.some((holder) => taken.has(holder))) throw refusal('ROOM_TAKEN', { field: 'roomId' });
    if (taken.size > 0) throw refusal('TRAINER_TAKEN', { field: 'trainerIds' });
    for (const holder of [...room, ...trainers])
      await this.holds.take(ctx.force, holder, { stretch: session, ownerId: session.id });
  }
}
