import { englishOnly } from '@app/platform/context/words.js';
import type { BriefTask } from '../brief/brief.js';
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

/** Two criteria: 4 points and 6. */
const RUBRIC = [
  { criterion: englishOnly('Says what was done'), points: 4 },
  { criterion: englishOnly('Says why it was lawful'), points: 6 },
];

/** A case for groups: a shared profile and each member's own view, ten points each; two goes a day apart, 60 per cent to pass. */
export function groupBrief(of: OfComponent, more: Partial<PublishBriefInput> = {}): PublishBriefInput {
  const task = (key: string, shared: boolean): BriefTask => ({
    ...{ key, prompt: englishOnly(`Write the ${key}.`), rubric: RUBRIC, shared },
  });
  return {
    ...conversationBrief(of),
    ...{ form: 'group-case', title: englishOnly('Case'), instructions: englishOnly('Work on it together.') },
    ...{ tasks: [task('profile', true), task('view', false)], sharedPercent: 50, passPercent: 60 },
    ...{ maxAttempts: 2, coolDownHours: 24, level: 2 },
    ...more,
  };
}
