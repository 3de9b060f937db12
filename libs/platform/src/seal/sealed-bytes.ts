import { createHash, type KeyObject, sign, verify } from 'node:crypto';
import type { Signer } from './sealed-document.js';

/**
 * A last line for files that are not JSON, such as PDF: a comment with the digest of every byte before it and an Ed25519 signature over
 * that digest. A PDF reader ignores what follows the end of the file's own structure (ISO 32000-1, 7.5.5 and annex H.3).
 */
const LINE = /\n%Lantern-Seal Ed25519 (?<keyId>[\w-]+) (?<digest>[0-9a-f]{64}) (?<signature>[\w-]+)\n$/;
const LONGEST_LINE = 400;

/** The bytes with their seal after them. */
export function sealedBytes(bytes: Buffer, { keyId, privateKey }: Signer): Buffer {
  const digest = createHash('sha256').update(bytes).digest('hex');
  const signature = sign(null, Buffer.from(`${keyId} ${digest}`), privateKey).toString('base64url');
  return Buffer.concat([bytes, Buffer.from(`\n%Lantern-Seal Ed25519 ${keyId} ${digest} ${signature}\n`)]);
}

/** What a check of sealed bytes found. */
export type BytesFinding =
  | { readonly ok: true; readonly keyId: string }
  | { readonly ok: false; readonly fault: 'no-seal' | 'unknown-key' | 'changed' | 'seal-changed' };

/** Checks the seal at the end of a file. */
export function checkSealedBytes(
  file: Buffer,
  keyOf: (keyId: string) => KeyObject | undefined,
): BytesFinding {
  const end = file.subarray(Math.max(0, file.length - LONGEST_LINE)).toString('latin1');
  const { keyId = '', digest = '', signature = '' } = LINE.exec(end)?.groups ?? {};
  if (keyId === '') return { ok: false, fault: end.includes('Lantern') ? 'seal-changed' : 'no-seal' };
  const line = LINE.exec(end)?.[0] ?? '';
  const bytes = file.subarray(0, file.length - line.length);
  const key = keyOf(keyId);
  if (key === undefined) return { ok: false, fault: 'unknown-key' };
  const isSigned = verify(null, Buffer.from(`${keyId} ${digest}`), key, Buffer.from(signature, 'base64url'));
  // Base64url has spare bits at its end: only the text as written is the seal.
  const isAsWritten = Buffer.from(signature, 'base64url').toString('base64url') === signature;
  if (!isSigned || !isAsWritten) return { ok: false, fault: 'seal-changed' };
  const found = createHash('sha256').update(bytes).digest('hex');
  return found === digest ? { ok: true, keyId } : { ok: false, fault: 'changed' };
}
