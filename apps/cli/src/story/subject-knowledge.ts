import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** A paper question as the API shows it. */
export interface Question {
  id: string;
  number: number;
  type: string;
  stem: { en: string };
  options: { id: string; text: { en: string } }[];
  targets: { id: string; text: { en: string } }[];
}

/** An answer as `saveAnswer` takes it. */
export type AnswerInput =
  | { choices: string[] }
  | { pairs: { left: string; right: string }[] }
  | { number: number }
  | { text: string };

interface KnownItem {
  stem: unknown;
  options?: { id: string; text: unknown }[];
  targets?: { id: string; text: unknown }[];
  key?: unknown;
  answer?: number | boolean;
  accepted?: string[];
}

/**
 * What an officer knows who has learned the course: read from the shipped content as an author reads it, and matched to the paper
 * by its words, since ids and order on a paper are the paper's own.
 */
export class SubjectKnowledge {
  private readonly byStem = new Map<string, KnownItem>();

  constructor(contentDirectory: string, courseCode: string) {
    const directory = join(contentDirectory, 'courses', courseCode, 'items');
    for (const file of readdirSync(directory).filter((name) => name.endsWith('.yaml'))) {
      const items = parse(readFileSync(join(directory, file), 'utf8')) as KnownItem[];
      for (const item of items) this.byStem.set(english(item.stem), item);
    }
  }

  /** The right answer to a question of the paper. */
  answer(question: Question): AnswerInput {
    const item = this.byStem.get(question.stem.en);
    if (item === undefined) throw new Error(`The content does not hold this question: ${question.stem.en}`);
    if (question.type === 'NUMERIC') return { number: Number(item.answer) };
    if (question.type === 'SHORT_TEXT') return { text: item.accepted?.[0] ?? '' };
    if (question.type === 'TRUE_FALSE') return { choices: [String(item.key)] };
    if (question.type === 'MATCH') return { pairs: this.pairs(item, question) };
    const keys = item.key as string[];
    return { choices: keys.map((key) => idByWords(question.options, wordsOf(item.options, key))) };
  }

  private pairs(item: KnownItem, question: Question): { left: string; right: string }[] {
    const key = item.key as Record<string, string> | { left: string; right: string }[] | [string, string][];
    const pairs = Array.isArray(key)
      ? key.map((pair) => (Array.isArray(pair) ? pair : [pair.left, pair.right]))
      : Object.entries(key);
    return pairs.map(([left, right]) => ({
      left: idByWords(question.options, wordsOf(item.options, String(left))),
      right: idByWords(question.targets, wordsOf(item.targets, String(right))),
    }));
  }
}

function english(words: unknown): string {
  return typeof words === 'string' ? words : (words as { en: string }).en;
}

function wordsOf(options: KnownItem['options'], id: string): string {
  const option = options?.find((each) => each.id === id);
  if (option === undefined) throw new Error(`The content's key names an option that it has not: ${id}`);
  return english(option.text);
}

function idByWords(options: Question['options'], words: string): string {
  const option = options.find(({ text }) => text.en === words);
  if (option === undefined) throw new Error(`The paper does not show this option: ${words}`);
  return option.id;
}
