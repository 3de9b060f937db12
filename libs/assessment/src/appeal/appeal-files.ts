import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import type { Appeal, AppealId } from './appeal.js';
import { AppealRepository } from './appeal.repository.js';
import { AppealWordsRepository } from './appeal-words.repository.js';

/** What is kept of appeals: what happened, and what was said. */
@Injectable()
export class AppealFiles {
  constructor(
    readonly appeals: AppealRepository,
    readonly words: AppealWordsRepository,
  ) {}

  /** One's own appeal; NOT_FOUND for anybody else's. */
  async loadOwn(scope: ForceScope, id: AppealId, personId: PersonId): Promise<Appeal> {
    const appeal = await this.appeals.load(scope, id);
    return found(appeal.personId === personId ? appeal : null);
  }
}
