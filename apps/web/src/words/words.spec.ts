import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, messagesOf, textIn } from './words.js';

const SOURCE = join(import.meta.dirname, '..');

function templates(): string[] {
  return readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.njk'));
}

function sentences(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sentences) : [value];
}

describe('the words of the pages', () => {
  it('every sentence that a template names stands in the catalogue', () => {
    const missing = templates().flatMap((file) => {
      const text = readFileSync(join(SOURCE, file), 'utf8');
      return [...text.matchAll(/\bt((?:\.[A-Za-z]\w*)+)/g)].flatMap((match) => {
        const path = (match[1] ?? '').slice(1).split('.');
        let found: unknown = messagesOf('en');
        for (const step of path) found = (found as Record<string, unknown> | undefined)?.[step];
        return found === undefined ? [`${file}: t.${path.join('.')}`] : [];
      });
    });
    expect(missing).toEqual([]);
    expect(templates().length).toBeGreaterThan(30);
  });

  it('no sentence is empty in either language, and Welsh is not English left over', () => {
    for (const language of LANGUAGES) {
      for (const sentence of sentences(messagesOf(language))) {
        if (typeof sentence === 'string' && sentence === '') continue; // strength.0: no word for "none"
        if (typeof sentence === 'string') expect(sentence.trim()).toBe(sentence);
      }
    }
    const [english, welsh] = LANGUAGES.map((language) =>
      sentences(messagesOf(language)).filter((each) => typeof each === 'string' && each.length > 25),
    );
    expect((welsh ?? []).filter((each) => (english ?? []).includes(each))).toEqual([]);
  });

  it('the reader of Welsh gets English where there is no Welsh, and is told so by its language', () => {
    expect(textIn('cy', { en: 'Course', cy: 'Cwrs' })).toEqual({ text: 'Cwrs', lang: 'cy' });
    expect(textIn('cy', { en: 'Course', cy: null })).toEqual({ text: 'Course', lang: 'en' });
    expect(textIn('en', { en: 'Course', cy: 'Cwrs' })).toEqual({ text: 'Course', lang: 'en' });
  });
});
