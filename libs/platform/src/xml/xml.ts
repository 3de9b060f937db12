import { XMLParser } from 'fast-xml-parser';

/** An element as read. Names are as written, prefix and all: `localName` takes the prefix off. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Elements and texts in order; white space is kept, comments and instructions are not. */
  readonly children: readonly XmlNode[];
}

/** An element or a text. */
export type XmlNode = XmlElement | string;

/** Why a text was not read: it declares entities, it is not XML, or it is nested too deep. */
export type XmlFault = 'entities' | 'malformed' | 'too deep';

/** Thrown by `readXml`. */
export class XmlNotRead extends Error {
  constructor(readonly fault: XmlFault) {
    super(`The XML was not read: ${fault}`);
    this.name = 'XmlNotRead';
  }
}

const DEEPEST = 100;
const CDATA = '#cdata';
const TEXT = '#text';
const ATTRIBUTES = ':@';

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  cdataPropName: CDATA,
  processEntities: false,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
});

interface Parsed {
  readonly [ATTRIBUTES]?: Readonly<Record<string, string>>;
  readonly [name: string]: unknown;
}

/**
 * Reads XML into a tree. A document type may be named but is never loaded; one that declares anything is refused, and so is every
 * entity beyond the five of XML itself: nothing is fetched and nothing grows. Throws `XmlNotRead`.
 */
export function readXml(text: string): XmlElement {
  const plain = text.replace(/^\uFEFF/, '');
  if (/<!ENTITY/i.test(plain) || /<!DOCTYPE[^>]*\[/i.test(plain)) throw new XmlNotRead('entities');
  const roots = parsed(plain.replace(/<!DOCTYPE[^>]*>/i, '')).filter((node) => !isInstruction(node));
  const [root] = roots.flatMap((node) => elementOf(node, 0)).filter((node) => typeof node !== 'string');
  if (root === undefined) throw new XmlNotRead('malformed');
  return root;
}

/** The name without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The elements among the children, those of a local name when one is given. */
export function elementsOf(parent: XmlElement, name?: string): XmlElement[] {
  return parent.children.filter(
    (child): child is XmlElement =>
      typeof child !== 'string' && (name === undefined || localName(child.name) === name),
  );
}

/** All text below an element, as it stands. */
export function textIn(node: XmlNode): string {
  return typeof node === 'string' ? node : node.children.map(textIn).join('');
}

function parsed(text: string): Parsed[] {
  try {
    // The parser's own check is what there is without another dependency; it refuses whatever does not nest.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    return parser.parse(text, true) as Parsed[];
  } catch {
    throw new XmlNotRead('malformed');
  }
}

function nameOf(node: Parsed): string {
  return Object.keys(node).find((key) => key !== ATTRIBUTES) ?? TEXT;
}

function isInstruction(node: Parsed): boolean {
  return nameOf(node).startsWith('?');
}

function elementOf(node: Parsed, depth: number): XmlNode[] {
  if (depth > DEEPEST) throw new XmlNotRead('too deep');
  const name = nameOf(node);
  if (name.startsWith('?')) return [];
  if (name === TEXT) return [decoded(textOf(node[TEXT]))];
  const children = node[name] as readonly Parsed[];
  if (name === CDATA) return [children.map((child) => textOf(child[TEXT])).join('')];
  const attributes = Object.entries(node[ATTRIBUTES] ?? {}).map(([key, value]) => [key, decoded(value)]);
  return [
    {
      name,
      attributes: Object.fromEntries(attributes) as Record<string, string>,
      children: children.flatMap((child) => elementOf(child, depth + 1)),
    },
  ];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

const FIVE: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w+);/gi, (_all, name: string) => {
    const known = FIVE[name];
    if (known !== undefined) return known;
    if (!name.startsWith('#')) throw new XmlNotRead('entities');
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    if (code > 0x10ffff) throw new XmlNotRead('malformed');
    return String.fromCodePoint(code);
  });
}
