import { createHash } from 'node:crypto';

/** JSON with sorted keys and dates as ISO text: the same value always gives the same bytes. */
export function canonicalJson(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`;
  }
  return value === undefined ? 'null' : JSON.stringify(value);
}

/** SHA-256 over salt and canonical payload, in hexadecimal. */
export function saltedDigest(salt: string, payload: unknown): string {
  return createHash('sha256').update(salt).update(canonicalJson(payload)).digest('hex');
}
