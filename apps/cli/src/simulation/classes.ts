import { BookSeat, ScheduleSession, SetAbstractionLimit } from '@app/assessment';
import { type PersonId, type RequestContext, scopeOf } from '@app/platform/context/request-context.js';
import { inLanes } from '@app/platform/jobs/lanes.js';
import { Refusal } from '@app/platform/refusal/refusal.js';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { type Day, londonHour } from './days.js';
import type { Life } from './life.js';

/** How long a class lasts: the hours of abstraction of whoever comes. */
export const CLASS_HOURS = 2;
/** The most of a team that may be away at once. */
export const LIMIT_PERCENT = 5;
const BEGINS = 10;
const SHORT: readonly string[] = ['ABSTRACTION_LIMIT', 'ABSTRACTION_NO_ROOM'];

/**
 * Whoever does the course for the first time comes to their district's class of that day, if their team can spare them; else they do
 * it at their desk. Renewals are done there. The district's inspector runs the class.
 */
export class Classes {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly ctx: RequestContext,
    private readonly lives: readonly Life[],
    private readonly courseCode: string,
  ) {}

  /** Says how much of a team may be away. */
  async begin(): Promise<void> {
    const limit = { unitId: null, percent: LIMIT_PERCENT };
    const inspector = this.lives.find(({ line }) => line.length === 0);
    if (inspector === undefined) throw new Error('Nobody can run classes');
    await this.get(SetAbstractionLimit).execute(this.acting('training-lead', inspector.personId), limit);
  }

  /** Puts each district's class of a day on the timetable and lets those come who can be spared, one after the other. */
  async hold(day: Day): Promise<void> {
    const coming = this.lives.filter((life) => wantsClass(life, day));
    const classes = [...Map.groupBy(coming, ({ line }) => line.at(-1))];
    await inLanes(classes.length, classes, async ([inspector, lives]) => {
      if (inspector !== undefined) await this.holdOne(day, inspector, lives);
    });
  }

  private async holdOne(day: Day, trainer: PersonId, lives: readonly Life[]): Promise<void> {
    const coming = lives.map(({ personId }) => personId);
    const session = await this.get(ScheduleSession).execute(this.acting('training-lead', trainer), {
      ...{
        kind: 'WORKPLACE',
        courseCode: this.courseCode,
        sittingId: null,
        roomId: null,
        onlineAddress: null,
      },
      ...{ startsAt: londonHour(day, BEGINS), endsAt: londonHour(day, BEGINS + CLASS_HOURS) },
      ...{ seats: coming.length, trainerIds: [trainer], unitIds: [], personIds: coming },
    });
    for (const personId of coming) await this.book(personId, session.id);
  }

  private async book(personId: PersonId, sessionId: Parameters<BookSeat['execute']>[1]['sessionId']) {
    try {
      await this.get(BookSeat).execute(this.acting('officer', personId), { sessionId });
    } catch (error) {
      if (!(error instanceof Refusal && SHORT.includes(error.code))) throw error;
    }
  }

  private acting(bundle: string, personId: PersonId): RequestContext {
    const { forceId } = this.ctx.force;
    return {
      ...{ actor: { kind: 'person', personId }, force: scopeOf(forceId), requestId: 'simulation' },
      ...{ language: 'en', bundles: [{ bundle, forceId, unitId: null }] },
    };
  }

  private get<T>(type: Type<T>): T {
    return this.app.get<T>(type, { strict: false });
  }
}

/** Whether somebody would come to a class that day. Inspectors run them. */
export function wantsClass({ line, plot }: Pick<Life, 'line' | 'plot'>, day: Day): boolean {
  return line.length > 0 && plot.cycles[0]?.doneOn === day;
}
