import type { ForceScope } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { AppealId } from './appeal.js';
import { APPEAL_WORDS, type StoredAppealWords } from './appeal.schema.js';
import { refusal } from './refusals.js';

/** What the candidate said, and why it was decided so. */
export interface AppealWords {
  readonly statement: string;
  readonly reasons: string | null;
}

/** Keeps what people said about appeals, apart from the appeals: read by the candidate and by who may decide, and nobody else. */
@Injectable()
export class AppealWordsRepository {
  constructor(@InjectModel(APPEAL_WORDS) private readonly words: Model<StoredAppealWords>) {}

  /** The words of an appeal; null once they were erased. */
  async of(scope: ForceScope, id: AppealId): Promise<AppealWords | null> {
    const stored = await this.words.findOne(at(scope, id)).lean<StoredAppealWords>();
    return stored === null ? null : { statement: stored.statement, reasons: stored.reasons };
  }

  /** Keeps what the candidate said. */
  async add(scope: ForceScope, id: AppealId, statement: string): Promise<void> {
    const { _id, forceId } = at(scope, id);
    await this.words.create([{ _id, forceId, statement, reasons: null }]);
  }

  /** Keeps why it was decided so. */
  async saveReasons(scope: ForceScope, id: AppealId, reasons: string): Promise<void> {
    await this.words.updateOne(at(scope, id), { $set: { reasons } });
  }
}

function at(scope: ForceScope, id: AppealId) {
  return { _id: objectId(id), forceId: objectId(scope.forceId) };
}

/** ASM-153: words as kept: 20 to 5,000 characters. */
export function checkedWords(text: string, field: string): string {
  const words = text.trim();
  if (words.length < 20 || words.length > 5000) throw refusal('APPEAL_WORDS_MISSING', { field });
  return words;
}
