import type { SkillId } from '@app/framework';
import { type CalendarDate, londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import { actingPerson, type PersonId, type RequestContext } from '@app/platform/context/request-context.js';
import type { Words } from '@app/platform/context/words.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { refuseFuture, textOf } from '../claim/claim.js';
import { PeopleInReach } from '../claim/people-in-reach.js';
import { refusal } from '../refusals.js';
import type { Evidence } from './evidence.js';
import { EvidenceRepository } from './evidence.repository.js';
import { RecordEvidence } from './record-evidence.js';

export interface RecordFindingInput {
  readonly personId: PersonId;
  readonly skillId: SkillId;
  /** 1–4: it is against this level and those above. */
  readonly level: number;
  /** The day on which it showed: today or earlier. */
  readonly from: CalendarDate;
  /** The last day on which it acts, included; null: the skill's own months. */
  readonly lastValidDay: CalendarDate | null;
  /** Why, 1–2,000 characters. Personal: kept in the erasable payload of the journal and nowhere else. */
  readonly reason: string;
}

const TITLE: Words = {
  en: 'A finding against the skill',
  cy: 'Canfyddiad yn erbyn y sgil',
  cyState: 'draft',
};

/** One officer's findings about a skill from one day that were withdrawn before another is made. */
const MOST_AGAIN = 20;

/** STD-54. An officer who may records that a person has not the skill. It acts at once; the person may appeal. */
@Injectable()
export class RecordFinding {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reach: PeopleInReach,
    private readonly evidence: EvidenceRepository,
    private readonly record: RecordEvidence,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: RecordFindingInput): Promise<Evidence> {
    const by = found(actingPerson(ctx));
    const { personId, skillId, level, from, lastValidDay } = input;
    await this.reach.check(ctx, 'standing.finding.record', personId);
    if (by === personId) throw refusal('FINDING_OWN', { field: 'personId' });
    refuseFuture(from, londonDate(this.clock.now()));
    const reason = textOf(input.reason, 'reason', 2000);
    return this.work.run(ctx, async () => {
      const sourceId = await this.sourceOf(ctx, { personId, skillId, first: `finding/${by}/${from}` });
      return this.record.execute(ctx, {
        ...{ personId, skillId, level, from, lastValidDay, kind: 'negative', title: TITLE, sourceId, reason },
        provenance: { assessors: [by], confidence: 'judged', source: null },
      });
    });
  }

  /** The same finding again is the same piece; after it was withdrawn, another one. */
  private async sourceOf(
    ctx: RequestContext,
    { personId, skillId, first }: { personId: PersonId; skillId: SkillId; first: string },
  ): Promise<string> {
    const sources = Array.from({ length: MOST_AGAIN }, (_, at) => (at === 0 ? first : `${first}/${at}`));
    const made = await this.evidence.findingsOf(ctx.force, { personId, skillId, sources });
    const live = made.find(({ ended }) => ended === null);
    return live?.sourceId ?? sources[made.length] ?? first;
  }
}
