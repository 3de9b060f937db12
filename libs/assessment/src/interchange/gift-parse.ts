import { type GiftFormat, type GiftText, giftText, giftTextOrNull, hidden, shown } from './gift-text.js';

/** A number as GIFT accepts it. */
export type GiftNumber =
  | { readonly type: 'simple'; readonly number: number }
  | { readonly type: 'range'; readonly number: number; readonly range: number }
  | { readonly type: 'high-low'; readonly numberHigh: number; readonly numberLow: number };

/** One answer: `=` is right, `~` is not; a weight is in per cent. */
export interface GiftChoice<T> {
  readonly isCorrect: boolean;
  readonly weight: number | null;
  readonly text: T;
  readonly feedback: GiftText | null;
}

/** What stands before every question. */
interface GiftHead {
  readonly id: string | null;
  readonly tags: readonly string[] | null;
  readonly title: string | null;
  readonly stem: GiftText;
  readonly hasEmbeddedAnswers: boolean;
}

interface GiftAsked extends GiftHead {
  readonly globalFeedback: GiftText | null;
}

/** One question of a GIFT file, as the file says it and no more. */
export type GiftQuestion =
  | { readonly type: 'Category'; readonly title: string }
  | (GiftHead & { readonly type: 'Description' })
  | (GiftAsked & { readonly type: 'Essay' })
  | (GiftAsked & {
      readonly type: 'TF';
      readonly isTrue: boolean;
      readonly trueFeedback: GiftText | null;
      readonly falseFeedback: GiftText | null;
    })
  | (GiftAsked & { readonly type: 'MC' | 'Short'; readonly choices: readonly GiftChoice<GiftText>[] })
  | (GiftAsked & {
      readonly type: 'Numerical';
      readonly choices: GiftNumber | readonly GiftChoice<GiftNumber>[];
    })
  | (GiftAsked & {
      readonly type: 'Matching';
      readonly matchPairs: readonly { readonly subquestion: GiftText; readonly subanswer: string }[];
    });

/** Reads a GIFT file into its questions, in order. What stands between two blank lines outside braces is one question. */
export function parseGift(text: string): GiftQuestion[] {
  return blocksOf(hidden(text.replace(/^\uFEFF/, ''))).flatMap(questionOf);
}

interface Block {
  readonly comments: readonly string[];
  readonly text: string;
}

function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let comments: string[] = [];
  let lines: string[] = [];
  let depth = 0;
  const end = () => {
    if (lines.some((line) => line.trim() !== '')) {
      blocks.push({ comments, text: lines.join('\n') });
      comments = [];
    }
    lines = [];
  };
  for (const line of text.split(/\r\n?|\n/)) {
    if (line.trim() === '' && depth === 0) end();
    else if (/^\s*\/\//.test(line)) comments.push(line);
    else if (/^\s*\$CATEGORY:/.test(line)) {
      end();
      blocks.push({ comments: [], text: line });
    } else {
      lines.push(line);
      depth = Math.max(0, depth + (line.split('{').length - line.split('}').length));
    }
  }
  end();
  return blocks;
}

function questionOf({ comments, text }: Block): GiftQuestion[] {
  const category = /^\s*\$CATEGORY:(.*)$/.exec(text)?.[1];
  if (category !== undefined) return [{ type: 'Category', title: shown(category.trim()) }];
  const [, title, rest = ''] = /^\s*(?:::([\s\S]*?)::)?([\s\S]*)$/.exec(text) ?? [];
  const named = { ...namedIn(comments), title: title === undefined ? null : shown(title.trim()) };
  const [open, close] = [rest.indexOf('{'), rest.lastIndexOf('}')];
  if (open < 0 || close < open)
    return [{ type: 'Description', ...named, stem: giftText(rest, 'moodle'), hasEmbeddedAnswers: false }];
  const head = { ...named, ...stemAround(rest.slice(0, open), rest.slice(close + 1)) };
  return [answeredBy(head, rest.slice(open + 1, close))];
}

/** A question may go on after its answers: they then stand in a gap. */
function stemAround(before: string, after: string): Pick<GiftHead, 'stem' | 'hasEmbeddedAnswers'> {
  const stem = giftText(before, 'moodle');
  const { text } = giftText(after, stem.format);
  if (text === '') return { stem, hasEmbeddedAnswers: false };
  return { stem: { ...stem, text: `${stem.text} _____ ${text}` }, hasEmbeddedAnswers: true };
}

function namedIn(comments: readonly string[]): { id: string | null; tags: readonly string[] | null } {
  const text = comments.join('\n');
  const tags = [...text.matchAll(/\[tag:([^\]]+)\]/g)].map(([, tag = '']) => shown(tag));
  return { id: /\[id:([^\]]+)\]/.exec(text)?.[1] ?? null, tags: tags.length === 0 ? null : tags };
}

function answeredBy(head: GiftHead, given: string): GiftQuestion {
  const { format } = head.stem;
  const [body = '', general] = given.split('####', 2);
  const asked: GiftAsked = { ...head, globalFeedback: giftTextOrNull(general, format) };
  const answers = body.trim();
  if (answers === '') return { type: 'Essay', ...asked };
  const truth = /^(TRUE|T|FALSE|F)\s*(?:#([^#]*))?(?:#([^#]*))?$/i.exec(answers);
  if (truth !== null) {
    const [, word = '', first, second] = truth;
    return {
      type: 'TF',
      ...asked,
      isTrue: /^t/i.test(word),
      trueFeedback: giftTextOrNull(first, format),
      falseFeedback: giftTextOrNull(second, format),
    };
  }
  return answers.startsWith('#') ? numerical(asked, answers.slice(1)) : chosen(asked, answers);
}

function numerical(asked: GiftAsked, answers: string): GiftQuestion {
  const raw = /^\s*[=~]/.test(answers) ? choicesIn(answers) : null;
  const choices =
    raw === null
      ? numberIn(answers.split('#')[0] ?? '')
      : raw.map((choice) => ({ ...choiceOf(choice, asked.stem.format), text: numberIn(choice.text) }));
  return { type: 'Numerical', ...asked, choices };
}

function numberIn(raw: string): GiftNumber {
  const text = shown(raw).trim();
  const [low, high] = text.split('..');
  if (high !== undefined) return { type: 'high-low', numberHigh: Number(high), numberLow: Number(low) };
  const [number, range] = text.split(':');
  if (range === undefined) return { type: 'simple', number: Number(number) };
  return { type: 'range', number: Number(number), range: Number(range) };
}

function chosen(asked: GiftAsked, answers: string): GiftQuestion {
  const raw = choicesIn(answers);
  const { format } = asked.stem;
  if (raw.length > 0 && raw.every(({ isCorrect, text }) => isCorrect && text.includes('->'))) {
    const matchPairs = raw.map(({ text }) => {
      const [left = '', right = ''] = text.split('->');
      return { subquestion: giftText(left, format), subanswer: giftText(right, 'moodle').text };
    });
    return { type: 'Matching', ...asked, matchPairs };
  }
  const type = raw.some(({ isCorrect }) => !isCorrect) ? 'MC' : 'Short';
  const choices = raw.map((choice) => ({ ...choiceOf(choice, format), text: giftText(choice.text, format) }));
  return { type, ...asked, choices };
}

interface RawChoice {
  readonly isCorrect: boolean;
  readonly weight: number | null;
  readonly text: string;
  readonly feedback: string | undefined;
}

function choicesIn(answers: string): RawChoice[] {
  return [...answers.matchAll(/([=~])\s*(?:%(-?[\d.]+)%)?([^=~#]*)(?:#([^=~]*))?/g)].map(
    ([, mark, weight, text = '', feedback]) => ({
      isCorrect: mark === '=',
      weight: weight === undefined ? null : Number(weight),
      text,
      feedback,
    }),
  );
}

function choiceOf({ isCorrect, weight, feedback }: RawChoice, format: GiftFormat) {
  return { isCorrect, weight, feedback: giftTextOrNull(feedback, format) };
}
