import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import type { Lesson } from './pack-schema.js';

/** Years between a school grade of the formula and the age of who is in it. */
const AGE_OF_GRADE_0 = 5;

/** The prose of a lesson as plain sentences: without marks of Markdown, code, tables and quick checks. */
export function proseOf(lesson: Lesson): string {
  return lesson.blocks
    .flatMap((block) => ('markdown' in block && block.markdown !== null ? [block.markdown.en] : []))
    .join('\n\n')
    .replace(/```[\s\S]*?```/g, ' ')
    .replace(/^\|.*$/gm, ' ')
    .replace(/^\s*(?:[-*]|\d+\.)\s+(.*?)[.:;,]?$/gm, '$1.')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`#>]/g, '');
}

/**
 * The age at which a text is read with ease, in years: the Flesch–Kincaid grade (Kincaid et al. 1975) plus five. Null for less than
 * a hundred words, which say nothing.
 */
export function readingAge(text: string): number | null {
  const words = text.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  if (words.length < 100) return null;
  const sentences = text.split(/[.!?]+(?:\s|$)/).filter((sentence) => /\p{L}/u.test(sentence)).length;
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return fleschKincaid({ sentence: sentences, word: words.length, syllable: syllables }) + AGE_OF_GRADE_0;
}
