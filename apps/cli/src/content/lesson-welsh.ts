import { createHash } from 'node:crypto';
import { cutLesson, type LessonText, readBlocks } from './lesson-markdown.js';
import type { Block, Fault, Words } from './pack-schema.js';

/** How much of the digest of an English lesson its Welsh names. */
const DIGEST_LENGTH = 12;

/** A lesson's prose in Welsh: the file beside it under `welsh/`, of the same name. */
export interface WelshLesson {
  readonly file: string;
  readonly text: string;
}

/** What names the English that a Welsh text was made from. White space at the ends of lines counts for nothing. */
export function digestOfLesson({ body }: LessonText): string {
  const plain = body.replace(/[ \t]+$/gm, '').trim();
  return createHash('sha256').update(plain).digest('hex').slice(0, DIGEST_LENGTH);
}

/**
 * Puts the Welsh prose of a lesson beside its English, block by block by their ids, as a draft for a translator. A block that has no
 * Welsh yet keeps none. Faults: a head that does not name the English, an English that has changed since, a block that the lesson does
 * not have or that is of another kind.
 */
export function withWelsh(
  english: { text: LessonText; blocks: readonly Block[] },
  welsh: WelshLesson,
  faults: Fault[],
): Block[] {
  const text = cutLesson(welsh.text);
  const digest = digestOfLesson(english.text);
  const fault = (line: number, reason: string) => void faults.push({ file: welsh.file, line, reason });
  if (text === null) fault(1, `a Welsh lesson begins with its head between two lines ---: of: ${digest}`);
  else if (/^of: *(\S+)$/m.exec(text.head)?.[1] !== digest)
    fault(1, `the English has changed since this was made: look at both, then write of: ${digest}`);
  if (text === null) return [...english.blocks];
  const there = new Map(readBlocks(welsh.file, text, faults).map((block) => [block.id, block]));
  for (const { id, kind, at } of there.values()) {
    const twin = english.blocks.find((block) => block.id === id);
    if (twin === undefined) fault(at.line, `the lesson has no block ${id}`);
    else if (twin.kind !== kind)
      fault(at.line, `block ${id} is a ${twin.kind} in the lesson, here a ${kind}`);
  }
  return english.blocks.map((block) => withTwin(block, there.get(block.id)));
}

function withTwin(block: Block, twin: Block | undefined): Block {
  if (twin === undefined || twin.kind !== block.kind) return block;
  if (!('markdown' in block && 'markdown' in twin)) return block;
  const markdown = inBoth(block.markdown, twin.markdown);
  const heading =
    'heading' in block && 'heading' in twin ? { heading: inBoth(block.heading, twin.heading) } : {};
  return { ...block, ...heading, markdown } as Block;
}

/** The Welsh file is read as any lesson is, so its words stand where English ones would. */
function inBoth(english: Words | null, welsh: Words | null): Words | null {
  if (english === null || welsh === null) return english;
  return { en: english.en, cy: welsh.en, cyState: 'draft' };
}
