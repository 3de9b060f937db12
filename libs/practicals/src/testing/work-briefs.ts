import { englishOnly } from '@app/platform/context/words.js';
import type { PublishBriefInput } from '../brief/publish-brief.js';
import { RUBRIC } from './rubric.js';

/** Names a component. */
interface OfComponent {
  readonly courseCode: string;
  readonly componentKey: string;
}

/** A work of two tasks of ten points each, passed with 60 per cent, twice with a day between. */
export function workBrief(of: OfComponent, more: Partial<PublishBriefInput> = {}): PublishBriefInput {
  const task = (key: string) => ({
    key,
    prompt: englishOnly(`Write the ${key}.`),
    rubric: RUBRIC,
    shared: false,
  });
  return {
    ...{ ...of, form: 'work', title: englishOnly('Plan'), instructions: englishOnly('Write one page.') },
    ...{ notes: englishOnly('Look for the costs.'), tasks: [task('plan'), task('costs')] },
    ...{ criteria: [], parts: [], sharedPercent: null, passPercent: 60, maxAttempts: 2, coolDownHours: 24 },
    ...{ validityMonths: null, skillId: 'OLH-01', level: 2, read: null },
    ...more,
  };
}

/** A note that is done by handing in. */
export function noteBrief(of: OfComponent): PublishBriefInput {
  const note = {
    key: 'note',
    prompt: englishOnly('What will you do differently?'),
    rubric: [],
    shared: false,
  };
  return workBrief(of, { title: englishOnly('Note'), notes: null, tasks: [note], passPercent: 0 });
}
