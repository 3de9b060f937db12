import {
  type Block,
  blockId,
  calloutTones,
  checkBody,
  contentWarning,
  type Fault,
  pictureBody,
  type Words,
} from './pack-schema.js';
import { inShape, readYaml } from './yaml-source.js';

/** A lesson file cut in two: the YAML of its head, and its body with the number of lines before it. */
export interface LessonText {
  head: string;
  body: string;
  linesBeforeBody: number;
}

/** Cuts a lesson file at its two lines `---`; null when they are missing. */
export function cutLesson(text: string): LessonText | null {
  const lines = text.split(/\r?\n/);
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end < 0) return null;
  return {
    head: lines.slice(1, end).join('\n'),
    body: lines.slice(end + 1).join('\n'),
    linesBeforeBody: end + 1,
  };
}

/** A stretch of the body as written: a heading with its prose, or one `:::` fence. */
interface RawBlock {
  kind: string;
  attributes: string;
  title: string;
  lines: string[];
  line: number;
}

const heading = /^##\s+(?<title>.*?)\s*\{(?<attributes>[^}]*)\}\s*$/;
const opening = /^:::\s*(?<kind>[a-z]+)\s*(?:\{(?<attributes>[^}]*)\})?\s*(?<title>.*?)\s*$/;

/**
 * Reads the body of a lesson into blocks.
 * `## Heading {#id}` begins a text block; `::: kind {#id} Title` … `:::` holds the other kinds.
 */
export function readBlocks(file: string, text: LessonText, faults: Fault[]): Block[] {
  const raw = cutBlocks(file, text, faults);
  return raw.flatMap((block) => readBlock(file, block, faults) ?? []);
}

function cutBlocks(file: string, text: LessonText, faults: Fault[]): RawBlock[] {
  const blocks: RawBlock[] = [];
  let open: RawBlock | null = null;
  let fenced = false;
  for (const [index, row] of text.body.split('\n').entries()) {
    const line = text.linesBeforeBody + index + 1;
    const start: RegExpExecArray | null = startOfBlock(row, fenced);
    if (endsFence(row, fenced)) {
      [open, fenced] = [null, false];
    } else if (start) {
      open = rawBlock(start, line);
      fenced = row.startsWith(':::');
      blocks.push(open);
    } else if (open) {
      open.lines.push(row);
    } else if (row.trim() !== '') {
      faults.push({ file, line, reason: 'text outside a block: begin with "## Heading {#id}"' });
    }
  }
  const last = blocks.at(-1);
  if (fenced && last) faults.push({ file, line: last.line, reason: 'this block is not closed with :::' });
  return blocks;
}

function endsFence(row: string, fenced: boolean): boolean {
  return fenced && row.trim() === ':::';
}

/** Inside a fence nothing begins: a heading there is prose. */
function startOfBlock(row: string, fenced: boolean): RegExpExecArray | null {
  return fenced ? null : (opening.exec(row) ?? heading.exec(row));
}

function rawBlock(start: RegExpExecArray, line: number): RawBlock {
  const { kind = 'text', attributes = '', title = '' } = start.groups ?? {};
  return { kind, attributes, title, lines: [], line };
}

interface Attributes {
  id: string;
  named: Map<string, string>;
}

/** `#id name=value name="two words"` */
function readAttributes(text: string): Attributes {
  const named = new Map<string, string>();
  for (const match of text.matchAll(/(\w+)=(?:"([^"]*)"|(\S+))/g))
    named.set(match[1] ?? '', match[2] ?? match[3] ?? '');
  return { id: /(?:^|\s)#(\S+)/.exec(text)?.[1] ?? '', named };
}

const known = new Map<string, readonly string[]>([
  ['text', ['warn']],
  ['example', ['warn']],
  ['callout', ['warn', 'tone']],
  ['law', ['warn', 'ref']],
  ['check', ['warn']],
  ['picture', ['warn', 'file']],
]);

/** Notes a fault of the block at hand; null stands for the block that could not be read. */
type Refuse = (reason: string) => null;

function readBlock(file: string, raw: RawBlock, faults: Fault[]): Block | null {
  const fault: Refuse = (reason) => {
    faults.push({ file, line: raw.line, reason });
    return null;
  };
  const allowed = known.get(raw.kind);
  if (!allowed) return fault(`unknown kind of block "${raw.kind}": use ${[...known.keys()].join(', ')}`);
  const { id, named } = readAttributes(raw.attributes);
  if (!blockId.safeParse(id).success)
    return fault(`the ${raw.kind} block needs an id of small letters: {#like-this}`);
  for (const name of named.keys()) {
    if (!allowed.includes(name)) fault(`unknown field "${name}" on block ${id}`);
  }
  const common = {
    id,
    warnings: readWarnings(named.get('warn'), fault),
    at: { file, line: raw.line, path: [] },
  };
  return withBody({ file, raw, named, common, fault, faults });
}

interface BlockParts {
  file: string;
  raw: RawBlock;
  named: Map<string, string>;
  common: Pick<Block, 'id' | 'warnings' | 'at'>;
  fault: Refuse;
  faults: Fault[];
}

function withBody(parts: BlockParts): Block | null {
  switch (parts.raw.kind) {
    case 'check':
      return readCheck(parts);
    case 'picture':
      return readPicture(parts);
    case 'law':
      return readLaw(parts);
    case 'callout':
      return readCallout(parts);
    default:
      return readProse(parts, parts.raw.kind === 'example' ? 'example' : 'text');
  }
}

function bodyOf(raw: RawBlock): string {
  return raw.lines.join('\n').trim();
}

function readLaw({ raw, named, common, fault }: BlockParts): Block | null {
  const lawId = named.get('ref');
  if (lawId === undefined) return fault(`the law block ${common.id} names no law: ref=osa-181`);
  const text = bodyOf(raw);
  return { ...common, kind: 'law', lawId, markdown: text === '' ? null : english(text) };
}

function readProse({ raw, common, fault }: BlockParts, kind: 'text' | 'example'): Block | null {
  const text = bodyOf(raw);
  if (text === '') return fault(`the ${kind} block ${common.id} is empty`);
  return { ...common, kind, heading: raw.title === '' ? null : english(raw.title), markdown: english(text) };
}

function readCallout(parts: BlockParts): Block | null {
  const tone = calloutTones.find((one) => one === parts.named.get('tone'));
  if (!tone) return parts.fault(`the callout ${parts.common.id} needs a tone: ${calloutTones.join(', ')}`);
  const prose = readProse(parts, 'text');
  return prose?.kind === 'text' ? { ...prose, kind: 'callout', tone } : null;
}

function readCheck({ file, raw, common, faults }: BlockParts): Block | null {
  const source = readYaml({ file, text: raw.lines.join('\n'), linesBefore: raw.line }, faults);
  const check = source && inShape(checkBody, source, faults);
  return check && { ...common, kind: 'check', check };
}

function readPicture({ file, raw, named, common, fault, faults }: BlockParts): Block | null {
  const drawing = named.get('file');
  if (drawing === undefined) return fault(`the picture ${common.id} names no drawing: file=two-clocks.svg`);
  const source = readYaml({ file, text: raw.lines.join('\n'), linesBefore: raw.line }, faults);
  const about = source && inShape(pictureBody, source, faults);
  const heading = raw.title === '' ? null : english(raw.title);
  return about && { ...common, kind: 'picture', file: drawing, heading, about };
}

/** `warn="abuse:2, self-harm:1"` */
function readWarnings(text: string | undefined, fault: Refuse): Block['warnings'] {
  if (text === undefined) return [];
  return text.split(',').flatMap((part) => {
    const [kind = '', intensity] = part.split(':');
    const warning = contentWarning.safeParse({ kind: kind.trim(), intensity: Number(intensity) });
    if (warning.success) return [warning.data];
    fault(`a warning looks like abuse:2 (kind, and intensity 1 to 3), not "${part.trim()}"`);
    return [];
  });
}

function english(text: string): Words {
  return { en: text, cy: null, cyState: 'absent' };
}

/** Words of prose in a block, its heading with them. A quick check counts for none, since it tests; a picture is no prose. */
export function proseWordsIn(block: Block): number {
  if (block.kind === 'check' || block.kind === 'picture') return 0;
  const heading = 'heading' in block ? (block.heading?.en ?? '') : '';
  return countWords(heading) + countWords(block.markdown?.en ?? '');
}

/** Words separated by white space; marks of Markdown alone are no words. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
