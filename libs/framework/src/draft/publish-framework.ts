import { type CalendarDate, londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import { actingPerson, type RequestContext } from '@app/platform/context/request-context.js';
import { saltedDigest } from '@app/platform/journal/digest.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Fault, found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { frameworkPublished } from '../events.js';
import { checkFramework } from '../version/framework-version.js';
import { FrameworkVersionRepository } from '../version/framework-version.repository.js';
import {
  type FrameworkDraft,
  type FrameworkDraftId,
  mustBeOpen,
  mustBePublishable,
  mustNeedNothingRetired,
  noteOf,
} from './framework-draft.js';
import { FrameworkDraftRepository } from './framework-draft.repository.js';

export interface PublishFrameworkInput {
  readonly draftId: FrameworkDraftId;
  /** The revision that was read. */
  readonly revision: number;
  readonly effectiveFrom: CalendarDate;
  /** What has changed, in words. */
  readonly note: string;
}

/** Makes a draft the next version, in force from a day (FRM-20…23). Published again, it is refused by its number. */
@Injectable()
export class PublishFramework {
  constructor(
    private readonly work: UnitOfWork,
    private readonly drafts: FrameworkDraftRepository,
    private readonly versions: FrameworkVersionRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: PublishFrameworkInput): Promise<FrameworkDraft> {
    const { draftId, revision, effectiveFrom } = input;
    const note = noteOf(input.note);
    return this.work.run(ctx, async (announce) => {
      const draft = await this.drafts.load(draftId);
      const latest = found(await this.versions.latest());
      const now = this.clock.now();
      mustBeOpen(draft);
      mustBePublishable(ctx, draft, { today: londonDate(now), latest, effectiveFrom });
      if (draft.revision !== revision) throw new Fault('CONFLICT');
      checkFramework(draft.content);
      mustNeedNothingRetired(draft.content, effectiveFrom);

      const { content } = draft;
      const number = latest.number + 1;
      const publishedBy = actingPerson(ctx) ?? null;
      const version = { number, digest: saltedDigest('', content), loadedAt: now, effectiveFrom, content };
      const versionId = await this.versions.add({ ...version, note, publishedBy });
      const saved = await this.drafts.save({ ...draft, publishedAs: number });
      announce(frameworkPublished({ versionId, number, effectiveFrom, basedOn: draft.basedOn, note }));
      return saved;
    });
  }
}
