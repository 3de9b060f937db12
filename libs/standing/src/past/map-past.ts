import { SkillReader } from '@app/framework';
import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { evidenceImported } from '../events.js';
import { PastMappingRepository } from './past-mapping.repository.js';
import { PastRecordRepository } from './past-record.repository.js';
import { evidenceOfRecord } from './plan-past.js';

const AT_ONCE = 1000;

/** STD-40. Records whose course has been mapped since they came in become evidence, many at a time. */
@Injectable()
export class MapPast {
  constructor(
    private readonly work: UnitOfWork,
    private readonly records: PastRecordRepository,
    private readonly mappings: PastMappingRepository,
    private readonly skills: SkillReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext): Promise<void> {
    const mappings = await this.mappings.courses(ctx.force);
    const skills = new Map((await this.skills.all()).map((skill) => [skill.id, skill]));
    for (let more = true; more; ) {
      more = await this.work.run(ctx, async (announce) => {
        const records = await this.records.unmapped(ctx.force, [...mappings.keys()], AT_ONCE);
        if (records.length === 0) return false;
        const now = this.clock.now();
        const at = { now, forceId: ctx.force.forceId, skills };
        const pieces = records.flatMap((record) => {
          const mapping = mappings.get(record.courseKey);
          return mapping === undefined ? [] : evidenceOfRecord(record, mapping, at);
        });
        await this.records.addEvidence(pieces);
        await this.records.mapped(ctx.force, records, now);
        const personIds = [...new Set(pieces.map(({ personId }) => personId))];
        if (personIds.length > 0) announce(evidenceImported({ importId: null, personIds }));
        return true;
      });
    }
  }
}
