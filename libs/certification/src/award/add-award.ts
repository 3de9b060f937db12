import { randomBytes } from 'node:crypto';
import type { SkillId } from '@app/framework';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import type { Words } from '@app/platform/context/words.js';
import { newId } from '@app/platform/ids/ids.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { RecordEvidence } from '@app/standing';
import { Injectable } from '@nestjs/common';
import { awardGranted } from '../events.js';
import type { Award, AwardId, AwardSkill } from './award.js';
import { AwardRepository } from './award.repository.js';
import { serialFrom } from './serial.js';

const SERIAL_BYTES = 16;

/** An award as decided: what it is of, which cycle, and its dates. */
export interface DecidedAward {
  readonly personId: PersonId;
  readonly code: string;
  readonly title: Words;
  readonly versionId: string;
  readonly versionNumber: number;
  readonly skills: readonly { readonly skillId: SkillId; readonly level: number }[];
  readonly cycle: number;
  readonly awardedOn: CalendarDate;
  /** As granted: without leave. */
  readonly grantedTo: CalendarDate;
  /** As it stands. */
  readonly lastValidDay: CalendarDate;
  readonly ruleNumber: number;
  readonly needsAuthority: boolean;
}

/** Writes an award with its serial and its evidence, and announces it. Always in the transaction that decided it. */
@Injectable()
export class AddAward {
  constructor(
    private readonly work: UnitOfWork,
    private readonly awards: AwardRepository,
    private readonly recordEvidence: RecordEvidence,
  ) {}

  async execute(ctx: RequestContext, decided: DecidedAward): Promise<Award> {
    return this.work.run(ctx, async (announce) => {
      const award = await this.withEvidence(ctx, awardOf(ctx, decided), decided);
      await this.awards.add(award);
      const { id, personId, courseCode, cycle, awardedOn, lastValidDay, serial } = award;
      announce(awardGranted({ awardId: id, personId, courseCode, cycle, awardedOn, lastValidDay, serial }));
      return award;
    });
  }

  /** CRT-07. */
  private async withEvidence(ctx: RequestContext, award: Award, decided: DecidedAward): Promise<Award> {
    const certification = { code: award.courseCode, needsAuthority: decided.needsAuthority };
    const recorded = await this.recordEvidence.executeAll(
      ctx,
      decided.skills.map(({ skillId, level }) => ({
        ...{ personId: award.personId, skillId, level, certification, kind: 'award' },
        ...{ from: award.awardedOn, lastValidDay: award.lastValidDay },
        ...{ title: award.courseTitle, sourceId: award.id },
      })),
    );
    const skills = recorded.map(
      ({ skillId, level, lastValidDay }): AwardSkill => ({
        skillId,
        level,
        lastValidDay,
      }),
    );
    return { ...award, skills };
  }
}

/** CRT-01, CRT-03: the award with copies of what stands now, before its evidence. */
function awardOf(ctx: RequestContext, decided: DecidedAward): Award {
  const { personId, versionId, versionNumber, cycle, awardedOn, grantedTo, lastValidDay, ruleNumber } =
    decided;
  return {
    ...{ id: newId<AwardId>(), forceId: ctx.force.forceId, personId },
    serial: serialFrom(randomBytes(SERIAL_BYTES)),
    ...{ courseCode: decided.code, courseTitle: decided.title, versionId, versionNumber },
    ...{ cycle, awardedOn, lastValidDay, grantedTo, ruleNumber, withdrawn: null, skills: [] },
  };
}
