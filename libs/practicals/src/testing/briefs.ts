import { englishOnly } from '@app/platform/context/words.js';
import type { PublishBriefInput } from '../brief/publish-brief.js';

/** Names a component. */
interface OfComponent {
  readonly courseCode: string;
  readonly componentKey: string;
}

/** The brief of a component that asks for a conversation and no more. */
export function conversationBrief(of: OfComponent): PublishBriefInput {
  return {
    ...{
      ...of,
      form: 'conversation',
      title: englishOnly('Talk'),
      instructions: englishOnly('Talk it over.'),
    },
    ...{
      notes: null,
      tasks: [],
      criteria: [],
      parts: [],
      sharedPercent: null,
      passPercent: 0,
      maxAttempts: 1,
    },
    ...{ coolDownHours: 0, validityMonths: null, skillId: 'OLH-01', level: 1, read: null },
  };
}
