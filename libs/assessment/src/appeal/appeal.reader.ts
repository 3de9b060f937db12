import type { ForceScope, PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { objectId, parseId } from '@app/platform/ids/ids.js';
import type { ListPage, ListRequest } from '@app/platform/listing/listing.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { candidateOf } from '../access.js';
import type { AttemptId } from '../attempt/attempt.js';
import { ItemRepository } from '../item/item.repository.js';
import type { Appeal, AppealId } from './appeal.js';
import { AppealRepository } from './appeal.repository.js';
import { APPEAL, appealOf, type StoredAppeal } from './appeal.schema.js';
import { type AppealWords, AppealWordsRepository } from './appeal-words.repository.js';

/** Reads appeals: a person's own, and those that a force has to decide on. */
@Injectable()
export class AppealReader {
  constructor(
    @InjectModel(APPEAL) private readonly appeals: Model<StoredAppeal>,
    private readonly files: AppealRepository,
    private readonly words: AppealWordsRepository,
    private readonly items: ItemRepository,
  ) {}

  /** The appeal, or NOT_FOUND when this force has none such: for reminders, which show it to nobody. */
  async byId(scope: ForceScope, id: AppealId): Promise<Appeal> {
    return this.files.load(scope, id);
  }

  /** One's own appeals about an attempt, newest first. */
  async own(ctx: RequestContext, attemptId: AttemptId): Promise<Appeal[]> {
    return this.files.ofAttempt(ctx.force, candidateOf(ctx), attemptId);
  }

  /** What was said, for the candidate and for who may decide: the caller has shown to be one of them. */
  async wordsOf(scope: ForceScope, id: AppealId): Promise<AppealWords | null> {
    return this.words.of(scope, id);
  }

  /** The appeals of the force that wait, those that fall due first, first; never the caller's own. */
  async waiting(ctx: RequestContext, request: ListRequest): Promise<ListPage<Appeal>> {
    const notOwn = { personId: { $ne: objectId(candidateOf(ctx) satisfies PersonId) } };
    const all = { forceId: objectId(ctx.force.forceId), state: 'ASKED' as const, ...notOwn };
    const rows = await this.appeals
      .find({ ...all, ...after(request.after) })
      .sort({ decideBy: 1, _id: 1 })
      .limit(request.limit)
      .lean<StoredAppeal[]>();
    const totalCount = await this.appeals.countDocuments(all);
    return { rows: rows.map(appealOf), totalCount, keyOf: keyOfAppeal };
  }

  /** ASM-156: the keys of a course's items of which an upheld appeal says that they are faulty, without a regrade yet. */
  async regradesAsked(courseCode: string): Promise<{ itemId: string; versionNumber: number }[]> {
    const versions = await this.items.versionsById(await this.files.regradesAsked(courseCode));
    return [...versions.values()].map(({ itemId, number }) => ({ itemId, versionNumber: number }));
  }
}

function keyOfAppeal({ decideBy, id }: Appeal): string {
  return `${decideBy.getTime()}-${id}`;
}

function after(key: string | null) {
  const [time = '', text = ''] = (key ?? '').split('-');
  const id = parseId<AppealId>(text);
  if (id === undefined || !/^\d+$/.test(time)) return {};
  const decideBy = new Date(Number(time));
  return { $or: [{ decideBy: { $gt: decideBy } }, { decideBy, _id: { $gt: objectId(id) } }] };
}
