import { Clock } from '@app/platform/clock/clock.js';
import { actingPerson, type RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { noticeRead } from '../events.js';
import type { Notice, NoticeId } from './notice.js';
import { NoticeRepository } from './notice.repository.js';

export interface MarkNoticeReadInput {
  readonly noticeId: NoticeId;
}

/** Marks one's own notice read. The first time counts; marking it again changes nothing (NTF-06). */
@Injectable()
export class MarkNoticeRead {
  constructor(
    private readonly work: UnitOfWork,
    private readonly notices: NoticeRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: MarkNoticeReadInput): Promise<Notice> {
    return this.work.run(ctx, async (announce) => {
      const personId = found(actingPerson(ctx));
      const notice = found(await this.notices.ofPerson(ctx.force, personId, input.noticeId));
      if (notice.readAt !== null) return notice;
      const read = { ...notice, readAt: this.clock.now() };
      await this.notices.saveRead(ctx.force, read);
      announce(noticeRead({ noticeId: notice.id, personId }));
      return read;
    });
  }
}
