/** How a text of GIFT is written. */
export type GiftFormat = 'moodle' | 'html' | 'markdown' | 'plain';

/** A text with its format. */
export interface GiftText {
  readonly format: GiftFormat;
  readonly text: string;
}

/** Escaped characters wear a private-use code while the structure is read. */
const HIDDEN_BASE = 0xe000;
const HIDDEN_NEWLINE = String.fromCharCode(HIDDEN_BASE + 0x7f);
const FORMAT = /^\s*\[(moodle|html|markdown|plain)\]/;

/** Hides escaped characters, so that structure can be told from text. Private-use characters of the text itself are dropped. */
export function hidden(text: string): string {
  return text
    .replace(/[\uE000-\uE07F]/g, '')
    .replace(/\\n/g, (all, offset: number) => (text[offset - 1] === '\\' ? all : HIDDEN_NEWLINE))
    .replace(/\\([~=#{}:\\])/g, (_all, character: string) =>
      String.fromCharCode(HIDDEN_BASE + (character.codePointAt(0) ?? 0)),
    );
}

/** Shows what was hidden. */
export function shown(text: string): string {
  return text.replace(/[\uE000-\uE07F]/g, (code) => {
    if (code === HIDDEN_NEWLINE) return '\n';
    return String.fromCharCode(code.charCodeAt(0) - HIDDEN_BASE);
  });
}

/** A text as GIFT means it: its own format or its surroundings'; runs of white space are one space where the format has none of its own. */
export function giftText(raw: string, inherited: GiftFormat): GiftText {
  const own = FORMAT.exec(raw)?.[1] as GiftFormat | undefined;
  const format = own ?? inherited;
  const bare = raw.replace(FORMAT, '');
  const even = format === 'moodle' ? bare.replace(/\s+/g, ' ') : bare.replace(/\r\n?/g, '\n');
  return { format, text: shown(even.trim()) };
}

/** As `giftText`, but nothing for an empty text. */
export function giftTextOrNull(raw: string | undefined, inherited: GiftFormat): GiftText | null {
  if (raw === undefined || raw.trim() === '') return null;
  return giftText(raw, inherited);
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** The words of a text without its formatting, on one line unless it is Markdown. */
export function wordsIn({ format, text }: GiftText): string {
  if (format !== 'html') return text;
  const bare = text.replace(/<!--.*?-->/gs, '').replace(/<[^>]*>/g, ' ');
  return bare
    .replace(/&(\w+);/g, (all, name: string) => ENTITIES[name] ?? all)
    .replace(/\s+/g, ' ')
    .trim();
}
