import type { Words } from '@app/platform/context/words.js';
import { refusal } from './refusals.js';

/** A text as somebody writes it, in English and perhaps in Welsh. */
export interface WrittenWords {
  readonly en: string;
  readonly cy: string | null;
}

const LONGEST = 2000;

/** FRM-36. A text that says something, without the spaces around it. */
export function writtenText(text: string, field: string): string {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > LONGEST) throw refusal('FRAMEWORK_TEXT_WRONG', { field });
  return trimmed;
}

/** FRM-36. A key such as `DEV` or `DEV-01`. */
export function writtenKey(key: string, field: string): string {
  if (!/^[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*$/.test(key) || key.length > 20)
    throw refusal('FRAMEWORK_KEY_WRONG', { facts: { key: key.slice(0, 40) }, field });
  return key;
}

/** FRM-37. The words with their Welsh as it stands now: stale once only the English has changed, a draft when written anew. */
export function writtenWords({ en, cy }: WrittenWords, before: Words | undefined, field: string): Words {
  const english = writtenText(en, field);
  if (cy === null) return { en: english, cy: null, cyState: 'absent' };
  const welsh = writtenText(cy, field);
  if (before === undefined || before.cy !== welsh) return { en: english, cy: welsh, cyState: 'draft' };
  return { en: english, cy: welsh, cyState: before.en === english ? before.cyState : 'stale' };
}

/** The list with the entry in the place of the one that has its key; at the end when none has. */
export function withEntry<T>(list: readonly T[], entry: T, isSame: (other: T) => boolean): T[] {
  const at = list.findIndex(isSame);
  return at === -1 ? [...list, entry] : list.with(at, entry);
}
