import { type CalendarDate, londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import { actingPerson, type PersonId, type RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { authorityRecorded } from '../events.js';
import {
  type AuthorityRecord,
  type AuthorityRecordId,
  type AuthorityState,
  authorityOn,
  authorityReason,
  refuseWrongPeriod,
} from './authority.js';
import { AuthorityReader } from './authority.reader.js';
import { AuthorityRepository } from './authority.repository.js';
import { refusal } from './refusals.js';

export interface RecordAuthorityInput {
  readonly personId: PersonId;
  readonly certificationCode: string;
  readonly state: AuthorityState;
  /** The first day: today or later. */
  readonly from: CalendarDate;
  /** The last day, included; null without end. */
  readonly to: CalendarDate | null;
  /** Why. Personal: kept in the erasable payload of the journal and nowhere else. */
  readonly reason: string;
}

/** Records the decision of the officer who may give authority to practise. The same decision again changes nothing. */
@Injectable()
export class RecordAuthority {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: AuthorityReader,
    private readonly records: AuthorityRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: RecordAuthorityInput): Promise<AuthorityRecord> {
    const reason = authorityReason(input.reason);
    const by = found(actingPerson(ctx));
    if (by === input.personId) throw refusal('AUTHORITY_OWN', { field: 'personId' });
    if (input.state === 'lapsed') throw refusal('AUTHORITY_LAPSES_BY_ITSELF', { field: 'state' });
    return this.work.run(ctx, async (announce) => {
      const { personId, certificationCode, state, from, to } = input;
      const history = await this.reader.of(ctx.force, personId, certificationCode);
      const standing = authorityOn(history, from);
      if (standing?.state === state && standing.from === from && standing.to === to && standing.by === by)
        return standing;
      const recordedAt = this.clock.now();
      refuseWrongPeriod(input, londonDate(recordedAt));

      const record: AuthorityRecord = {
        ...{ id: newId<AuthorityRecordId>(), forceId: ctx.force.forceId },
        ...{ personId, certificationCode, state, from, to, by, recordedAt },
        ...{ ground: 'named-officer', sourceId: null },
      };
      await this.records.append(record);
      announce(authorityRecorded(recordedFacts(record), { payload: { reason } }));
      return record;
    });
  }
}

/** What the event of a record tells. */
export function recordedFacts(record: AuthorityRecord) {
  const { id: recordId, personId, certificationCode, state, from, to, by, ground } = record;
  return { recordId, personId, certificationCode, state, from, to, by, ground };
}
