import type { PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { Fault, found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { FrameworkDraft, FrameworkDraftId } from './framework-draft.js';
import { FRAMEWORK_DRAFT, type StoredDraft } from './framework-draft.schema.js';

/** Keeps drafts of the framework. */
@Injectable()
export class FrameworkDraftRepository {
  constructor(@InjectModel(FRAMEWORK_DRAFT) private readonly drafts: Model<StoredDraft>) {}

  /** Loads a draft or throws NOT_FOUND. */
  async load(id: FrameworkDraftId): Promise<FrameworkDraft> {
    const stored = found(await this.drafts.findOne({ _id: objectId(id) }).lean<StoredDraft>());
    const { basedOn, content, publishedAs, revision } = stored;
    const writers = stored.writers.map((writer) => idOf<PersonId>(writer));
    return { id, basedOn, content, writers, publishedAs, revision };
  }

  /** Adds a draft. */
  async add({ id, writers, ...draft }: FrameworkDraft): Promise<void> {
    await this.drafts.create([{ _id: objectId(id), ...draft, writers: writers.map(objectId) }]);
  }

  /** Saves a draft as changed since its revision, and gives it with its new one. */
  async save(draft: FrameworkDraft): Promise<FrameworkDraft> {
    const { id, content, publishedAs, revision } = draft;
    const next = { content, publishedAs, writers: draft.writers.map(objectId), revision: revision + 1 };
    const saved = await this.drafts.updateOne({ _id: objectId(id), revision }, { $set: next });
    if (saved.matchedCount === 0) throw new Fault('CONFLICT');
    return { ...draft, revision: revision + 1 };
  }

  /** Deletes a draft as it was read, unless it was published or changed since. */
  async discard({ id, revision }: FrameworkDraft): Promise<void> {
    const gone = await this.drafts.deleteOne({ _id: objectId(id), revision, publishedAs: null });
    if (gone.deletedCount === 0) throw new Fault('CONFLICT');
  }
}
