import { englishOnly } from '@app/platform/context/words.js';
import type { BriefContent } from '../brief/brief.js';
import type { PublishBriefInput } from '../brief/publish-brief.js';

/** The criteria of `observedBrief`: the first is critical. */
export const CRITERIA = ['gloves', 'label', 'photo', 'bag'] as const;

/** The brief of a component that is observed: four criteria, three of which pass, unless the first was missed. */
export function observedBrief(
  of: Pick<BriefContent, 'courseCode' | 'componentKey'>,
  more: Partial<BriefContent> = {},
): PublishBriefInput {
  return {
    ...{ ...of, form: 'observation', title: englishOnly('Seize a phone') },
    ...{
      instructions: englishOnly('Do it.'),
      notes: englishOnly('Look at the hands.'),
      tasks: [],
      parts: [],
    },
    criteria: CRITERIA.map((key, at) => ({ key, text: englishOnly(`The ${key}`), critical: at === 0 })),
    ...{ sharedPercent: null, passPercent: 75, maxAttempts: 2, coolDownHours: 24, validityMonths: null },
    ...{ skillId: 'OLH-01', level: 2, ...more, read: null },
  };
}

/** Two parts: an officer, who is the candidate, and a caller. */
export const PARTS: BriefContent['parts'] = [
  {
    ...{ key: 'officer', title: englishOnly('Officer'), candidate: true },
    text: englishOnly('You knock at the door.'),
  },
  {
    ...{ key: 'caller', title: englishOnly('Caller'), candidate: false },
    text: englishOnly('You hide the phone.'),
  },
];
