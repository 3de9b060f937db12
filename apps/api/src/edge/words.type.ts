import type { Words } from '@app/platform/context/words.js';
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';

export const WelshState = { ABSENT: 'absent', DRAFT: 'draft', CHECKED: 'checked', STALE: 'stale' } as const;
registerEnumType(WelshState, {
  name: 'WelshState',
  description: 'How a Welsh text stands to its English source.',
  valuesMap: {
    ABSENT: { description: 'There is none yet; tell the officer in Welsh that it will follow.' },
    DRAFT: { description: 'Written but not checked by a translator; show only on request, marked.' },
    CHECKED: { description: 'Checked and in step with the English.' },
    STALE: { description: 'The English has changed since; withdrawn until checked again.' },
  },
});

@ObjectType('Words', { description: 'One text in two languages.' })
export class WordsType {
  @Field({ description: 'The English text, which is the source.' })
  en!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The Welsh text; null when there is none or it may not be shown.',
  })
  cy!: string | null;

  @Field(() => WelshState, { description: 'How the Welsh text stands.' })
  cyState!: Words['cyState'];
}

/** The words as this reader may see them: stale Welsh never, draft Welsh as marked by its state. */
export function wordsOf(words: Words): WordsType {
  return { en: words.en, cy: words.cyState === 'stale' ? null : words.cy, cyState: words.cyState };
}
