import type { CalendarDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { authorityRecorded } from '../events.js';
import {
  type AuthorityGround,
  type AuthorityRecord,
  type AuthorityRecordId,
  authorityOn,
  byRule,
} from './authority.js';
import { AuthorityReader } from './authority.reader.js';
import { AuthorityRepository } from './authority.repository.js';
import { recordedFacts } from './record-authority.js';

export interface ApplyAuthorityRuleInput {
  readonly personId: PersonId;
  readonly certificationCode: string;
  readonly ground: Exclude<AuthorityGround, 'named-officer'>;
  /** The day from which it acts: that of the fact, not of its processing. */
  readonly from: CalendarDate;
  /** The award or the attempt: the rule acts on it once. */
  readonly sourceId: string;
}

/** What Lantern does by itself: authority lapses with the award, and is suspended under a written rule. No more than that. */
@Injectable()
export class ApplyAuthorityRule {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: AuthorityReader,
    private readonly records: AuthorityRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The record; null when authority stays as it was. Joins the transaction of its caller. */
  async execute(ctx: RequestContext, input: ApplyAuthorityRuleInput): Promise<AuthorityRecord | null> {
    return this.work.run(ctx, async (announce) => {
      const { personId, certificationCode, ground, from, sourceId } = input;
      const history = await this.reader.of(ctx.force, personId, certificationCode);
      const known = history.find((record) => record.ground === ground && record.sourceId === sourceId);
      if (known !== undefined) return known;
      const state = byRule(ground, authorityOn(history, from));
      if (state === null) return null;
      const record: AuthorityRecord = {
        ...{ id: newId<AuthorityRecordId>(), forceId: ctx.force.forceId, recordedAt: this.clock.now() },
        ...{ personId, certificationCode, state, from, to: null, by: null, ground, sourceId },
      };
      await this.records.append(record);
      announce(authorityRecorded(recordedFacts(record)));
      return record;
    });
  }
}
