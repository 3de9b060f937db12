import type { SkillId } from '@app/framework';
import { type CalendarDate, londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import type { ListPage, ListRequest } from '@app/platform/listing/listing.js';
import { Inject, Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, QueryFilter } from 'mongoose';
import type { Evidence, EvidenceId, EvidenceKind } from './evidence.js';
import { evidenceOf } from './evidence.mapping.js';
import { EVIDENCE, type StoredEvidence } from './evidence.schema.js';

/** How a piece stands today: not yet begun, in date, past its last valid day, or ended one way or the other. */
export const EVIDENCE_STATES = ['not-yet', 'in-date', 'expired', 'withdrawn', 'superseded'] as const;
export type EvidenceState = (typeof EVIDENCE_STATES)[number];

/** Which of a person's evidence is wanted: all of it where nothing is said. */
export interface EvidenceWanted extends ListRequest {
  readonly skillId?: SkillId;
  readonly kind?: EvidenceKind;
  readonly state?: EvidenceState;
}

/** STD-58. How a piece stands on a day. */
export function stateOf({ ended, from, lastValidDay }: Evidence, today: CalendarDate): EvidenceState {
  if (ended !== null) return ended.how;
  if (from > today) return 'not-yet';
  return lastValidDay < today ? 'expired' : 'in-date';
}

/** Lists a person's evidence, whatever became of it. */
@Injectable()
export class EvidenceListReader {
  constructor(
    @InjectModel(EVIDENCE) private readonly evidence: Model<StoredEvidence>,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** A page, latest recorded first. */
  async page(scope: ForceScope, personId: PersonId, wanted: EvidenceWanted): Promise<ListPage<Evidence>> {
    const { skillId, kind, state } = wanted;
    const whole: QueryFilter<StoredEvidence> = {
      ...{ forceId: objectId(scope.forceId), personId: objectId(personId) },
      ...(skillId === undefined ? {} : { skillId }),
      ...(kind === undefined ? {} : { kind }),
      ...(state === undefined ? {} : filterOf(state, londonDate(this.clock.now()))),
    };
    const before = wanted.after === null ? {} : { _id: { $lt: objectId(wanted.after as EvidenceId) } };
    const rows = await this.evidence
      .find({ ...whole, ...before })
      .sort({ _id: -1 })
      .limit(wanted.limit)
      .lean<StoredEvidence[]>();
    const totalCount = await this.evidence.countDocuments(whole);
    return { rows: rows.map(evidenceOf), totalCount, keyOf: ({ id }) => id };
  }
}

function filterOf(state: EvidenceState, today: CalendarDate): QueryFilter<StoredEvidence> {
  if (state === 'withdrawn' || state === 'superseded') return { 'ended.how': state };
  if (state === 'not-yet') return { ended: null, from: { $gt: today } };
  if (state === 'expired') return { ended: null, from: { $lte: today }, lastValidDay: { $lt: today } };
  return { ended: null, from: { $lte: today }, lastValidDay: { $gte: today } };
}
