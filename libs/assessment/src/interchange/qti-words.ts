import { localName, textIn, type XmlElement, type XmlNode } from '@app/platform/xml/xml.js';

/** Interactions that are blanks in a text. */
export const BLANKS: ReadonlySet<string> = new Set(['inlineChoiceInteraction', 'textEntryInteraction']);

/** Elements whose words are not the question's own. */
const ASIDE = new Set([
  'simpleChoice',
  'simpleAssociableChoice',
  'simpleMatchSet',
  'gapText',
  'object',
  'hotspotChoice',
]);

const PARAGRAPHS = new Set(['p', 'prompt', 'div', 'li']);

/** The words of a body as they are read: blanks and gaps as `[[id]]`, choices left to themselves. */
export function wordsOf(node: XmlNode, values: ReadonlyMap<string, unknown>): string {
  return rawWords(node, values)
    .replace(/[ \t\n\r]+/g, ' ')
    .replace(/ ?\u2029 ?/g, '\n')
    .replace(/\n+/g, '\n')
    .trim();
}

function rawWords(node: XmlNode, values: ReadonlyMap<string, unknown>): string {
  if (typeof node === 'string') return node;
  const name = localName(node.name);
  const { responseIdentifier = '', identifier = '' } = node.attributes;
  if (ASIDE.has(name)) return '';
  if (BLANKS.has(name)) return `[[${responseIdentifier}]]`;
  if (name === 'gap') return `[[${identifier}]]`;
  if (name === 'printedVariable') return printed(values.get(identifier));
  const inner = node.children.map((child) => rawWords(child, values)).join('');
  return PARAGRAPHS.has(name) ? `\u2029${inner}\u2029` : inner;
}

function printed(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

/** The text of an element on one line. */
export function lineOf(element: XmlElement): string {
  return textIn(element).replace(/\s+/g, ' ').trim();
}
