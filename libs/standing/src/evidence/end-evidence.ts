import type { CalendarDate } from '@app/platform/clock/calendar.js';
import { actingPerson, type RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { textOf } from '../claim/claim.js';
import { PeopleInReach } from '../claim/people-in-reach.js';
import { refusal } from '../refusals.js';
import type { Evidence, EvidenceId } from './evidence.js';
import { EvidenceRepository } from './evidence.repository.js';
import { RecordEvidence } from './record-evidence.js';
import { WithdrawEvidence } from './withdraw-evidence.js';

export interface SupersedeEvidenceInput {
  readonly evidenceId: EvidenceId;
  /** 1–4. */
  readonly level: number;
  readonly from: CalendarDate;
  /** The last valid day, included; null: that of the piece whose place it takes. */
  readonly lastValidDay: CalendarDate | null;
  /** Why, 1–2,000 characters. Personal: kept in the erasable payload of the journal and nowhere else. */
  readonly reason: string;
}

/** STD-56. An officer who may ends evidence of a person in their reach, with a reason: takes it away, or puts a correction in its place. */
@Injectable()
export class EndEvidence {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reach: PeopleInReach,
    private readonly evidence: EvidenceRepository,
    private readonly record: RecordEvidence,
    private readonly withdrawn: WithdrawEvidence,
  ) {}

  /** From now on it does not count. The same again is the same answer. */
  async withdraw(ctx: RequestContext, input: { evidenceId: EvidenceId; reason: string }): Promise<Evidence> {
    const reason = input.reason.trim() === '' ? '' : textOf(input.reason, 'reason', 2000);
    return this.work.run(ctx, async () => {
      const piece = await this.piece(ctx, input.evidenceId, 'standing.evidence.withdraw');
      return this.withdrawn.execute(ctx, { evidenceId: piece.id, reason });
    });
  }

  /** From now on the correction counts in its place. The same again is the same answer. */
  async supersede(ctx: RequestContext, input: SupersedeEvidenceInput): Promise<Evidence> {
    const reason = textOf(input.reason, 'reason', 2000);
    return this.work.run(ctx, async () => {
      const old = await this.piece(ctx, input.evidenceId, 'standing.evidence.supersede');
      refuseMore(old, input);
      const { personId, skillId, kind, title, certification, provenance } = old;
      return this.record.execute(ctx, {
        ...{ personId, skillId, kind, title, level: input.level, from: input.from, reason },
        lastValidDay: input.lastValidDay ?? old.lastValidDay,
        ...{ sourceId: `supersedes/${old.id}`, supersedes: old.id },
        ...(certification === null ? {} : { certification }),
        ...(provenance === null || provenance === undefined ? {} : { provenance: ofItself(provenance) }),
      });
    });
  }

  private async piece(ctx: RequestContext, id: EvidenceId, permission: string): Promise<Evidence> {
    const piece = found(await this.evidence.byId(ctx.force, id));
    await this.reach.check(ctx, permission, piece.personId);
    if (piece.personId === actingPerson(ctx)) throw refusal('EVIDENCE_OWN', { field: 'evidenceId' });
    if (piece.kind === 'award') throw refusal('EVIDENCE_OF_AWARD', { field: 'evidenceId' });
    return piece;
  }
}

/** STD-46. Later evidence stays when an import is undone: a correction belongs to no import. */
function ofItself({ importId: _, ...rest }: NonNullable<Evidence['provenance']>) {
  return rest;
}

/** STD-56. A correction shows no more than the piece did, and one of a finding acts for no longer. */
function refuseMore(old: Evidence, next: SupersedeEvidenceInput): void {
  if (next.lastValidDay !== null && next.lastValidDay > old.lastValidDay)
    throw refusal('EVIDENCE_RAISED', { field: 'lastValidDay' });
  if (old.kind === 'negative') return;
  if (next.level > old.level) throw refusal('EVIDENCE_RAISED', { field: 'level' });
  if (next.from < old.from) throw refusal('EVIDENCE_RAISED', { field: 'from' });
}
