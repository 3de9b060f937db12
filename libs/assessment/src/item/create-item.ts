import { actingPerson, type RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { itemWritten } from '../events.js';
import { digestOf } from './digest.js';
import { type ItemFacts, type ItemText } from './item.js';
import { ItemRepository } from './item.repository.js';
import { ItemDesk } from './item-desk.js';
import { refusal } from './refusals.js';

/** What an author writes of an item: everything but who wrote and reviewed it, and whether it was shipped. */
export type AuthoredText = Omit<ItemText, 'authorIds' | 'reviewerIds' | 'sample' | 'use' | 'stimulusVersion'>;

export interface CreateItemInput {
  /** Its name for ever: 3 to 40 capital letters, digits and hyphens. */
  readonly key: string;
  readonly courseCode: string;
  readonly use: ItemFacts['use'];
  readonly text: AuthoredText;
}

const KEY = /^[A-Z0-9][A-Z0-9-]{1,38}[A-Z0-9]$/;

/**
 * Begins an item: a draft with its first version, of which the acting person is the author. Refuses ASM-52 to ASM-62 for what
 * is wrong with it, and ASM-65 for its key. The same again is the same item.
 */
@Injectable()
export class CreateItem {
  constructor(
    private readonly work: UnitOfWork,
    private readonly items: ItemRepository,
    private readonly desk: ItemDesk,
  ) {}

  async execute(ctx: RequestContext, { key, courseCode, use, text }: CreateItemInput): Promise<string> {
    if (!KEY.test(key)) throw refusal('ITEM_KEY_MALFORMED', { facts: { key }, field: 'key' });
    return this.work.run(ctx, async (announce) => {
      const known = (await this.items.byKeys([key])).get(key);
      const author = actingPerson(ctx);
      const written: ItemText = {
        ...{ ...text, use, sample: false },
        ...{ authorIds: author === undefined ? [] : [author], reviewerIds: [] },
      };
      const accepted = await this.desk.accepted(ctx, { key, courseCode, ...written });

      const digest = digestOf(accepted);
      if (known?.digest === digest && known.courseCode === courseCode) return key;
      if (known !== undefined) throw refusal('ITEM_KEY_TAKEN', { facts: { key }, field: 'key' });

      await this.items.save(undefined, {
        key,
        courseCode,
        state: 'draft',
        number: 1,
        digest,
        text: accepted,
      });

      announce(itemWritten({ itemKey: key, courseCode, version: 1, digest }));
      return key;
    });
  }
}
