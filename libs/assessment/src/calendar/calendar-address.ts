import { createHash, randomBytes } from 'node:crypto';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { candidateOf } from '../access.js';
import { again } from '../booking/again.js';
import { calendarRenewed, calendarRevoked } from '../booking/events.js';
import { CalendarRepository } from './calendar.repository.js';

/** What of a token is kept. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** ASM-200. Gives the acting person a new address of their calendar, once: nobody can read it again. The one before is dead. */
@Injectable()
export class RenewCalendar {
  constructor(
    private readonly work: UnitOfWork,
    private readonly calendars: CalendarRepository,
  ) {}

  /** The token of the address: 43 letters, digits, `-` and `_`. */
  async execute(ctx: RequestContext): Promise<string> {
    const personId = candidateOf(ctx);
    const token = randomBytes(32).toString('base64url');
    await again(() =>
      this.work.run(ctx, async (announce) => {
        await this.calendars.save(ctx.force, personId, hashOf(token));
        announce(calendarRenewed({ personId }));
      }),
    );
    return token;
  }
}

/** ASM-200. Takes the address of the acting person's calendar away. Without one nothing changes. */
@Injectable()
export class RevokeCalendar {
  constructor(
    private readonly work: UnitOfWork,
    private readonly calendars: CalendarRepository,
  ) {}

  async execute(ctx: RequestContext): Promise<void> {
    const personId = candidateOf(ctx);
    await this.work.run(ctx, async (announce) => {
      if (await this.calendars.remove(ctx.force, personId)) announce(calendarRevoked({ personId }));
    });
  }
}
