import { isSkillLevel, type Skill, type SkillId, SkillReader } from '@app/framework';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import type { Words } from '@app/platform/context/words.js';
import { newId } from '@app/platform/ids/ids.js';
import { type Announce, UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { evidenceRecorded, evidenceWithdrawn } from '../events.js';
import { refusal } from '../refusals.js';
import {
  type Evidence,
  type EvidenceCertification,
  type EvidenceId,
  type EvidenceKind,
  lastValidDayOf,
  refuseBackwards,
  refuseEnded,
  refuseOtherContent,
} from './evidence.js';
import { EvidenceRepository, isSameKey } from './evidence.repository.js';
import type { Provenance } from './provenance.js';

export interface RecordEvidenceInput {
  readonly personId: PersonId;
  readonly skillId: SkillId;
  /** 1–4. */
  readonly level: number;
  /** The first day on which it holds: a date in Europe/London. */
  readonly from: CalendarDate;
  /** The last valid day of the source (an award's, a certificate's); null when only the skill's own months count. */
  readonly lastValidDay: CalendarDate | null;
  readonly kind: EvidenceKind;
  readonly title: Words;
  /** The record it comes from. The same source recorded again is the same evidence. */
  readonly sourceId: string;
  /** Of an award: its certification, by which authority to practise decides whether the holder counts for cover. */
  readonly certification?: EvidenceCertification;
  /** Who judged, and how sure we are of it. */
  readonly provenance?: Provenance;
  /** The piece whose place this one takes. */
  readonly supersedes?: EvidenceId;
  /** Why; personal: kept in the journal's erasable payload alone. */
  readonly reason?: string;
}

/** Records a dated fact for or against a skill, in the caller's force. Joins the transaction of its caller. */
@Injectable()
export class RecordEvidence {
  constructor(
    private readonly work: UnitOfWork,
    private readonly evidence: EvidenceRepository,
    private readonly skills: SkillReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: RecordEvidenceInput): Promise<Evidence> {
    const [evidence] = await this.executeAll(ctx, [input]);
    return found(evidence);
  }

  /** As `execute`, of several about one person: all or none, in the order given. */
  async executeAll(ctx: RequestContext, inputs: readonly RecordEvidenceInput[]): Promise<Evidence[]> {
    return this.work.run(ctx, async (announce) => {
      const skills = new Map((await this.skills.all()).map((skill) => [skill.id, skill]));
      const asked = inputs.map((input) => ({ input, next: this.decide(ctx, input, skills) }));
      const there = await this.evidence.byKeys(
        ctx.force,
        asked.map(({ next }) => next),
      );
      const recorded: Evidence[] = [];
      const added: Evidence[] = [];
      for (const { input, next } of asked) {
        const known = there.find((piece) => isSameKey(piece, next));
        if (known === undefined) {
          if (input.supersedes !== undefined) await this.supersede(ctx, input, announce);
          added.push(next);
          announce(evidenceRecorded(recordedFacts(next), { ...reasonOf(input), forceId: next.forceId }));
        } else refuseOtherContent(known, next);
        recorded.push(known ?? next);
      }
      await this.evidence.addAll(added);
      return recorded;
    });
  }

  private decide(
    ctx: RequestContext,
    input: RecordEvidenceInput,
    skills: ReadonlyMap<SkillId, Skill>,
  ): Evidence {
    const skill = skills.get(input.skillId);
    if (skill === undefined) {
      throw refusal('EVIDENCE_SKILL_UNKNOWN', { facts: { skill: input.skillId }, field: 'skillId' });
    }
    if (!isSkillLevel(input.level)) throw refusal('EVIDENCE_LEVEL_WRONG', { field: 'level' });
    const { personId, skillId, level, from, kind, title, sourceId } = input;
    const lastValidDay = lastValidDayOf(from, skill.validityMonths, input.lastValidDay);
    refuseBackwards(from, lastValidDay);
    return {
      id: newId<EvidenceId>(),
      forceId: ctx.force.forceId,
      ...{ personId, skillId, level, kind, title, sourceId, from, lastValidDay },
      certification: input.certification ?? null,
      provenance: input.provenance ?? null,
      recordedAt: this.clock.now(),
      ended: null,
    };
  }

  private async supersede(
    ctx: RequestContext,
    input: RecordEvidenceInput,
    announce: Announce,
  ): Promise<void> {
    const id = found(input.supersedes);
    const old = found(await this.evidence.byId(ctx.force, id));
    refuseEnded(old);
    await this.evidence.end(ctx.force, id, { at: this.clock.now(), how: 'superseded' });
    announce(
      evidenceWithdrawn(withdrawnFacts(old, 'superseded'), { ...reasonOf(input), forceId: old.forceId }),
    );
  }
}

function reasonOf({ reason }: RecordEvidenceInput): { payload?: { reason: string } } {
  return reason === undefined ? {} : { payload: { reason } };
}

function recordedFacts(evidence: Evidence) {
  const { id, personId, skillId, level, from, lastValidDay, forceId, kind } = evidence;
  return {
    evidenceId: id,
    personId,
    skillId,
    level,
    from,
    lastValidDay,
    forceId,
    negative: kind === 'negative',
  };
}

/** What the event of an ended piece tells. */
export function withdrawnFacts(evidence: Evidence, how: 'withdrawn' | 'superseded') {
  const { id, personId, skillId, level, forceId, kind } = evidence;
  return { evidenceId: id, personId, skillId, level, forceId, negative: kind === 'negative', how };
}
