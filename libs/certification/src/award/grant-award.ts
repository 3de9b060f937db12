import { randomBytes } from 'node:crypto';
import type { PublishedVersion } from '@app/catalogue';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { RecordEvidence } from '@app/standing';
import { Injectable } from '@nestjs/common';
import { awardGranted } from '../events.js';
import { type Award, type AwardId, type AwardSkill, lastValidDayOf } from './award.js';
import { AwardRepository } from './award.repository.js';
import { serialFrom } from './serial.js';

const SERIAL_BYTES = 16;

export interface GrantAwardInput {
  readonly personId: PersonId;
  readonly version: Pick<
    PublishedVersion,
    'id' | 'code' | 'number' | 'title' | 'validityMonths' | 'skillsTaught'
  >;
  /** From 1. One award per person, course and cycle. */
  readonly cycle: number;
  readonly awardedOn: CalendarDate;
}

/** Gives the award of a cycle, with evidence of each skill that the course teaches, in one transaction. */
@Injectable()
export class GrantAward {
  constructor(
    private readonly work: UnitOfWork,
    private readonly awards: AwardRepository,
    private readonly recordEvidence: RecordEvidence,
  ) {}

  async execute(ctx: RequestContext, input: GrantAwardInput): Promise<Award> {
    return this.work.run(ctx, async (announce) => {
      const key = { personId: input.personId, courseCode: input.version.code, cycle: input.cycle };
      const known = await this.awards.ofCycle(ctx.force, key);
      if (known !== null) return known;
      const award = await this.withEvidence(ctx, decided(ctx, input), input);
      await this.awards.add(award);
      const { id, personId, courseCode, cycle, awardedOn, lastValidDay, serial } = award;
      announce(awardGranted({ awardId: id, personId, courseCode, cycle, awardedOn, lastValidDay, serial }));
      return award;
    });
  }

  private async withEvidence(ctx: RequestContext, award: Award, input: GrantAwardInput): Promise<Award> {
    const skills: AwardSkill[] = [];
    for (const { skillId, level } of input.version.skillsTaught) {
      const evidence = await this.recordEvidence.execute(ctx, {
        personId: award.personId,
        skillId,
        level,
        from: award.awardedOn,
        lastValidDay: award.lastValidDay,
        kind: 'award',
        title: award.courseTitle,
        sourceId: award.id,
      });
      skills.push({ skillId, level, lastValidDay: evidence.lastValidDay });
    }
    return { ...award, skills };
  }
}

/** CRT-01, CRT-03: the award with copies of what stands now, before its evidence. */
function decided(ctx: RequestContext, input: GrantAwardInput): Award {
  const { version, personId, cycle, awardedOn } = input;
  return {
    id: newId<AwardId>(),
    forceId: ctx.force.forceId,
    personId,
    serial: serialFrom(randomBytes(SERIAL_BYTES)),
    courseCode: version.code,
    courseTitle: version.title,
    versionId: version.id,
    versionNumber: version.number,
    cycle,
    awardedOn,
    lastValidDay: lastValidDayOf(awardedOn, version.validityMonths),
    grantedTo: lastValidDayOf(awardedOn, version.validityMonths),
    ruleNumber: 0,
    withdrawn: null,
    skills: [],
  };
}
