import { actingPerson, type PersonId, type RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { itemMoved, itemWritten } from '../events.js';
import type { AuthoredText } from './create-item.js';
import { digestOf } from './digest.js';
import { type ItemState, moveItem } from './item.js';
import { ItemRepository, type KnownItem } from './item.repository.js';
import { ItemDesk } from './item-desk.js';
import { refusal } from './refusals.js';

export interface ReviseItemInput {
  readonly key: string;
  /** The version that the author read and changed. */
  readonly version: number;
  readonly text: AuthoredText;
}

/** Where a new version goes: a ready item is reviewed again before papers draw it; one in review goes back to its author. */
const AFTER: Record<ItemState, ItemState> = {
  draft: 'draft',
  'in-review': 'draft',
  ready: 'in-review',
  retired: 'draft',
};

/**
 * Gives an item a new version (ASM-01), of which the acting person is an author too. Papers that hold an older one keep it.
 * Refuses ASM-52 to ASM-62, ASM-67 when somebody else was quicker, ASM-03 for a retired one. The same again is the same
 * version; a text that changes nothing makes none.
 */
@Injectable()
export class ReviseItem {
  constructor(
    private readonly work: UnitOfWork,
    private readonly items: ItemRepository,
    private readonly desk: ItemDesk,
  ) {}

  async execute(ctx: RequestContext, { key, version, text }: ReviseItemInput): Promise<string> {
    return this.work.run(ctx, async (announce) => {
      const known = found((await this.items.byKeys([key])).get(key));
      const before = found((await this.items.versionsById([known.versionId])).get(known.versionId));
      const { courseCode, use, sample, reviewerIds } = known;
      const authorIds = withAuthor(known, actingPerson(ctx));
      const written = { ...text, use, sample, authorIds, reviewerIds };
      const accepted = await this.desk.accepted(ctx, { key, courseCode, ...written }, before);

      const digest = digestOf(accepted);
      if (known.digest === digest && [version, version + 1].includes(known.versionNumber)) return key;
      mustBeCurrent(known, version);
      const state = moveItem(key, known.state, AFTER[known.state]);
      const number = version + 1;

      await this.items.save(known, { key, courseCode, state, number, digest, text: accepted });

      announce(itemWritten({ itemKey: key, courseCode, version: number, digest }));
      if (state !== known.state)
        announce(itemMoved({ itemKey: key, courseCode, version: number, from: known.state, to: state }));
      return key;
    });
  }
}

function withAuthor({ authorIds }: KnownItem, author: PersonId | undefined): readonly PersonId[] {
  return author === undefined || authorIds.includes(author) ? authorIds : [...authorIds, author];
}

/** ASM-67: what was read is what is. */
export function mustBeCurrent({ key, versionNumber: current }: KnownItem, version: number): void {
  if (version !== current) throw refusal('ITEM_CHANGED_SINCE', { facts: { key, current }, field: 'version' });
}
