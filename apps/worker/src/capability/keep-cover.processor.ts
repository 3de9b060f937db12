import { KeepCover } from '@app/capability';
import * as identity from '@app/identity';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type Delivered, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import { authorityRecorded, evidenceRecorded, evidenceWithdrawn } from '@app/standing';
import { Injectable } from '@nestjs/common';

const WHERE = [identity.postingStarted, identity.postingChanged, identity.postingEnded];
const WHETHER = [identity.absenceRecorded, identity.personSuspended, identity.personReinstated];
const WHAT = [evidenceRecorded, evidenceWithdrawn, authorityRecorded];

/** Something changed of where, whether or as what a person counts. Outside: it keeps transactions of its own, in batches. */
@Injectable()
@Consumes({ name: 'capability-keep-cover', events: [...WHERE, ...WHETHER, ...WHAT], outside: true })
export class KeepCoverProcessor implements EventConsumer<{ personId: string }> {
  constructor(private readonly keepCover: KeepCover) {}

  async consume(ctx: RequestContext, { data }: ReceivedEvent<{ personId: string }>): Promise<void> {
    await this.keepCover.execute(ctx, { personIds: [data.personId as PersonId] });
  }

  async consumeAll(deliveries: readonly Delivered<{ personId: string }>[]): Promise<void> {
    const [first] = deliveries;
    const personIds = [...new Set(deliveries.map(({ event }) => event.data.personId as PersonId))];
    if (first !== undefined) await this.keepCover.execute(first.ctx, { personIds });
  }
}
