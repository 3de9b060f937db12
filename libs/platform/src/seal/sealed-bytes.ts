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
  const line = LINE.exec(end);
  if (line === null) return { ok: false, fault: end.includes('Lantern') ? 'seal-changed' : 'no-seal' };
  const seal = line.groups as Record<'keyId' | 'digest' | 'signature', string>;
  const key = keyOf(seal.keyId);
  if (key === undefined) return { ok: false, fault: 'unknown-key' };
  if (!isSigned(seal, key)) return { ok: false, fault: 'seal-changed' };
  const bytes = file.subarray(0, file.length - line[0].length);
  const found = createHash('sha256').update(bytes).digest('hex');
  return found === seal.digest ? { ok: true, keyId: seal.keyId } : { ok: false, fault: 'changed' };
}

function isSigned(
  { keyId, digest, signature }: Record<'keyId' | 'digest' | 'signature', string>,
  key: KeyObject,
): boolean {
  const bytes = Buffer.from(signature, 'base64url');
  // Base64url has spare bits at its end: only the text as written is the seal.
  return (
    bytes.toString('base64url') === signature && verify(null, Buffer.from(`${keyId} ${digest}`), key, bytes)
  );
}
