import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';

/** What was learnt of bytes while they passed. */
export interface Census {
  readonly size: number;
  readonly sha256: string;
  /** Valid UTF-8 without control characters other than white space. */
  readonly isText: boolean;
}

const CONTROL = /[^\P{Cc}\t\n\v\f\r]/u;

/** Lets bytes pass, counts and digests them, and breaks the stream off with `tooMany()` as soon as they exceed the limit. */
export class CountingStream extends Transform {
  private readonly hash = createHash('sha256');
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private size = 0;
  private isText = true;

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
    done(null, chunk);
  }

  /** What passed, once all has. */
  census(): Census {
    return {
      size: this.size,
      sha256: this.hash.digest('hex'),
      isText: this.isText && this.reads(undefined),
    };
  }

  private reads(chunk: Buffer | undefined): boolean {
    try {
      return !CONTROL.test(this.decoder.decode(chunk, { stream: chunk !== undefined }));
    } catch {
      return false;
    }
  }
}
