import { KeepCover } from '@app/capability';
import * as identity from '@app/identity';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Consumes, type Delivered, type EventConsumer, type ReceivedEvent } from '@app/platform/jobs/job.js';
import * as standing from '@app/standing';
import { Injectable } from '@nestjs/common';

const WHERE = [identity.postingStarted, identity.postingChanged, identity.postingEnded];
const WHETHER = [identity.absenceRecorded, identity.personSuspended, identity.personReinstated];
const WHAT = [standing.evidenceRecorded, standing.evidenceWithdrawn, standing.authorityRecorded];
const MANY = [standing.evidenceImported, standing.importedEvidenceWithdrawn];

/** One person, or many at once. */
type Data = { personId: string } | { personIds: string[] };

/** Something changed of where, whether or as what a person counts. Outside: it keeps transactions of its own, in batches. */
@Injectable()
@Consumes({ name: 'capability-keep-cover', events: [...WHERE, ...WHETHER, ...WHAT, ...MANY], outside: true })
export class KeepCoverProcessor implements EventConsumer<Data> {
  constructor(private readonly keepCover: KeepCover) {}

  async consume(ctx: RequestContext, { data }: ReceivedEvent<Data>): Promise<void> {
    await this.keepCover.execute(ctx, { personIds: peopleOf(data) });
  }

  async consumeAll(deliveries: readonly Delivered<Data>[]): Promise<void> {
    const [first] = deliveries;
    const personIds = [...new Set(deliveries.flatMap(({ event }) => peopleOf(event.data)))];
    if (first !== undefined) await this.keepCover.execute(first.ctx, { personIds });
  }
}

function peopleOf(data: Data): PersonId[] {
  return ('personIds' in data ? data.personIds : [data.personId]) as PersonId[];
}
