import type { ByteRange } from '@app/platform/files/file.js';

/**
 * The part that a `Range` header asks for (RFC 9110, 14.1.2): undefined for the whole file, which also answers units, several
 * ranges and forms that we do not serve; `unsatisfiable` when no byte of it exists.
 */
export function byteRange(header: string | undefined, size: number): ByteRange | 'unsatisfiable' | undefined {
  const last = /^bytes=-(\d+)$/.exec(header ?? '')?.[1];
  if (last !== undefined) return lastBytes(Number(last), size);
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === undefined) return undefined;
  return fromTo(Number(from), to === undefined || to === '' ? size - 1 : Number(to), size);
}

function lastBytes(count: number, size: number): ByteRange | 'unsatisfiable' {
  return count === 0 || size === 0 ? 'unsatisfiable' : { start: Math.max(0, size - count), end: size - 1 };
}

function fromTo(start: number, end: number, size: number): ByteRange | 'unsatisfiable' | undefined {
  if (start >= size) return 'unsatisfiable';
  return end < start ? undefined : { start, end: Math.min(end, size - 1) };
}
