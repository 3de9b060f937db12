import type { PersonId } from '@app/platform/context/request-context.js';
import type { Words } from '@app/platform/context/words.js';
import type { Id } from '@app/platform/ids/ids.js';

export type NoticeId = Id<'Notice'>;

/** Something that a person is told inside Lantern. Its words stay as they were written; only reading it changes it. */
export interface Notice {
  readonly id: NoticeId;
  readonly personId: PersonId;
  readonly at: Date;
  readonly subject: Words;
  readonly body: Words;
  /** Null until read. */
  readonly readAt: Date | null;
}
