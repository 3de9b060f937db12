import { TellOfAuthority } from '@app/notifications';
import { calendarDateOf } from '@app/platform/clock/calendar.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { type AuthorityState, authorityRecorded } from '@app/standing';
import { Injectable } from '@nestjs/common';

type Told = Parameters<typeof authorityRecorded>[0];

/** Authority to practise was recorded, by an officer or by a rule: tell whose it is. */
@Injectable()
@Consumes({
  name: 'notifications-tell-of-authority',
  events: [authorityRecorded],
  queue: 'mail',
  outside: true,
})
export class TellOfAuthorityProcessor implements EventConsumer<Told> {
  constructor(private readonly tellOfAuthority: TellOfAuthority) {}

  async consume(ctx: RequestContext, { data }: ReceivedEvent<Told>): Promise<void> {
    const { recordId, certificationCode } = data;
    const [personId, state] = [data.personId as PersonId, data.state as AuthorityState];
    const from = calendarDateOf(data.from);
    await this.tellOfAuthority.execute(ctx, { recordId, certificationCode, personId, state, from });
  }
}
