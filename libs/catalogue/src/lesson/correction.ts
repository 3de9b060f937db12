import type { Language } from '@app/platform/context/request-context.js';
import type { Words } from '@app/platform/context/words.js';
import type { Block } from '../course/course-content.js';
import { refusal } from '../refusals.js';

/** The longest text of one block, in characters. */
export const LONGEST_TEXT = 20_000;

/** What a block should say, in one language. */
export interface Correction {
  readonly language: Language;
  /** CommonMark. HTML in it is shown as text. */
  readonly markdown: string;
  /** Whether the person who writes the Welsh may call it checked. */
  readonly checksWelsh: boolean;
}

/**
 * CAT-05. The block with its corrected text. A change of the English leaves its Welsh behind: it is stale until somebody
 * brings it into step. Welsh is `checked` when a translator writes it, and a draft otherwise.
 */
export function corrected(block: Block, correction: Correction): Block {
  if (block.markdown === null) throw refusal('BLOCK_HAS_NO_TEXT', { field: 'blockId' });
  const text = tidied(correction.markdown);
  return {
    ...block,
    markdown:
      correction.language === 'en'
        ? inEnglish(block.markdown, text)
        : inWelsh(block.markdown, text, correction.checksWelsh),
  };
}

function tidied(markdown: string): string {
  const text = markdown.replaceAll('\r\n', '\n').trim();
  if (text === '') throw refusal('BLOCK_TEXT_EMPTY', { field: 'markdown' });
  if (text.length > LONGEST_TEXT) {
    throw refusal('BLOCK_TEXT_TOO_LONG', { facts: { limit: LONGEST_TEXT }, field: 'markdown' });
  }
  return text;
}

function inEnglish(words: Words, en: string): Words {
  if (words.en === en) return words;
  return { ...words, en, cyState: words.cyState === 'absent' ? 'absent' : 'stale' };
}

function inWelsh(words: Words, cy: string, isChecked: boolean): Words {
  return { ...words, cy, cyState: isChecked ? 'checked' : 'draft' };
}
