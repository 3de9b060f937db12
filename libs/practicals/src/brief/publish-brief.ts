import { isDeepStrictEqual } from 'node:util';
import { CourseReader } from '@app/catalogue';
import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Fault, found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import type { Brief, BriefContent, BriefId } from './brief.js';
import { BriefReader } from './brief.reader.js';
import { BriefRepository } from './brief.repository.js';
import { checkBrief } from './check-brief.js';
import { briefPublished } from './events.js';

export interface PublishBriefInput extends BriefContent {
  /** The number of the version that was read and changed; 0 for a component without a brief. Null: whatever is there, as packs do. */
  readonly read: number | null;
}

/** Gives a component its brief, or a new version of it. Refuses PRA-50…54; the same again is the same version. */
@Injectable()
export class PublishBrief {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: BriefReader,
    private readonly briefs: BriefRepository,
    private readonly courses: CourseReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, { read, ...content }: PublishBriefInput): Promise<Brief> {
    const [fault] = checkBrief(content);
    if (fault !== undefined) throw fault;
    return this.work.run(ctx, async (announce) => {
      const { courseCode, componentKey } = content;
      found(await this.courses.byCode(courseCode));
      const known = await this.reader.current(courseCode, componentKey);
      if (known !== null && isDeepStrictEqual(contentOf(known), content)) return known;
      const before = known?.number ?? 0;
      if (read !== null && read !== before) throw new Fault('CONFLICT');
      const brief: Brief = {
        ...content,
        id: newId<BriefId>(),
        number: before + 1,
        publishedAt: this.clock.now(),
      };
      await this.briefs.add(brief);
      announce(briefPublished({ briefId: brief.id, courseCode, componentKey, number: brief.number }));
      return brief;
    });
  }
}

function contentOf({ id: _, number: __, publishedAt: ___, ...content }: Brief): BriefContent {
  return content;
}
