import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import { TextDecoder } from 'node:util';

/** What was learnt of bytes while they passed. */
export interface Census {
  readonly size: number;
  readonly sha256: string;
  /** Valid UTF-8 without control characters other than white space. */
  readonly isText: boolean;
  /** Text of one byte a letter, or UTF-16 by its mark or its zeros; without control characters either way. */
  readonly isOtherText: boolean;
}

/** Control characters as bytes. */
const isControl = (byte: number) => (byte < 32 && (byte < 9 || byte > 13)) || byte === 127;

const CONTROL = /[^\P{Cc}\t\n\v\f\r]/u;

/** Lets bytes pass, counts and digests them, and breaks the stream off with `tooMany()` as soon as they exceed the limit. */
export class CountingStream extends Transform {
  private readonly hash = createHash('sha256');
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private size = 0;
  private isText = true;
  private other: TextDecoder | 'bytes' | null = null;
  private isOtherText = true;

  constructor(
    private readonly mostBytes: number,
    private readonly tooMany: () => Error,
  ) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.size += chunk.length;
    if (this.size > this.mostBytes) {
      done(this.tooMany());
      return;
    }
    this.hash.update(chunk);
    this.isText &&= this.reads(chunk);
    this.isOtherText &&= this.readsOtherwise(chunk);
    done(null, chunk);
  }

  /** What passed, once all has. */
  census(): Census {
    return {
      size: this.size,
      sha256: this.hash.digest('hex'),
      isText: this.isText && this.reads(undefined),
      isOtherText: this.isOtherText,
    };
  }

  private readsOtherwise(chunk: Buffer): boolean {
    this.other ??= wideDecoder(chunk) ?? 'bytes';
    if (this.other === 'bytes') return !chunk.some(isControl);
    return !CONTROL.test(this.other.decode(chunk, { stream: true }));
  }

  private reads(chunk: Buffer | undefined): boolean {
    try {
      return !CONTROL.test(this.decoder.decode(chunk, { stream: chunk !== undefined }));
    } catch {
      return false;
    }
  }
}

/** The decoder of UTF-16, where the first two bytes say that it is. */
function wideDecoder(head: Buffer): TextDecoder | null {
  const [a = 1, b = 1] = head;
  const mark = a * 256 + b;
  // With a mark, or with the zero that half of a Latin letter is.
  if (mark === 0xfffe || (a !== 0 && b === 0)) return new TextDecoder('utf-16le');
  return mark === 0xfeff || (a === 0 && b !== 0) ? new TextDecoder('utf-16be') : null;
}
