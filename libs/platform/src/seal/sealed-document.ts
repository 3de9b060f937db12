import { createHash, type KeyObject, sign, verify } from 'node:crypto';
import { canonicalJson } from '../journal/digest.js';

/**
 * Sealed documents: JSON that carries, beside its content, a digest of every field and one Ed25519 signature over all digests, so that
 * whoever holds the file can prove offline that nothing in it was changed, and which field was if something was.
 *
 * The file is canonical JSON (sorted keys, no white space between tokens), in UTF-8, and nothing else is the same document: a byte that
 * changes no value is found too.
 */

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** The seal of a document. */
export interface Seal {
  readonly algorithm: 'Ed25519';
  /** Which published key proves it. */
  readonly keyId: string;
  /** SHA-256 of each field, in hexadecimal, by its JSON pointer (RFC 6901). */
  readonly digests: Readonly<Record<string, string>>;
  /** Base64url, over the canonical JSON of algorithm, keyId and digests (RFC 8032). */
  readonly signature: string;
}

/** What signs: a private key and the id under which its public half is published. */
export interface Signer {
  readonly keyId: string;
  readonly privateKey: KeyObject;
}

/** What a check of a file found. `fields`: JSON pointers, or a word for what is no field. */
export type SealFinding<T extends JsonObject> =
  | { readonly ok: true; readonly content: T; readonly keyId: string }
  | {
      readonly ok: false;
      readonly fault: 'not-a-document' | 'unknown-key' | 'changed';
      readonly fields: readonly string[];
    };

/** The bytes of a document with its seal. */
export function sealedDocument(content: JsonObject, { keyId, privateKey }: Signer): Buffer {
  const signed = { algorithm: 'Ed25519' as const, keyId, digests: digestsOf(content) };
  const signature = sign(null, Buffer.from(canonicalJson(signed)), privateKey).toString('base64url');
  return Buffer.from(canonicalJson({ content, seal: { ...signed, signature } }));
}

/** SHA-256 of each leaf of the content, by its JSON pointer. An empty list or object is a leaf. */
export function digestsOf(content: Json): Record<string, string> {
  return Object.fromEntries(
    leavesOf(content, '').map(([pointer, leaf]) => [
      pointer,
      createHash('sha256').update(canonicalJson(leaf)).digest('hex'),
    ]),
  );
}

function leavesOf(value: Json, pointer: string): [string, Json][] {
  if (typeof value !== 'object' || value === null) return [[pointer, value]];
  const entries = Object.entries(value);
  if (entries.length === 0) return [[pointer, value]];
  return entries.flatMap(([key, inner]) =>
    leavesOf(inner, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
}

/** Checks a file against published keys. Needs no network: `keyOf` answers from whatever the caller holds. */
export function checkSealed<T extends JsonObject>(
  bytes: Uint8Array,
  keyOf: (keyId: string) => KeyObject | undefined,
): SealFinding<T> {
  const text = Buffer.from(bytes).toString('utf8');
  const read = readDocument(text);
  if (!read.ok) return read;
  const { content, seal } = read;
  const changed = differingFields(digestsOf(content), seal.digests);
  if (changed.length > 0) return { ok: false, fault: 'changed', fields: changed };
  const key = keyOf(seal.keyId);
  if (key === undefined) return { ok: false, fault: 'unknown-key', fields: ['seal/keyId'] };
  const { signature, ...signed } = seal;
  const isSigned = verify(null, Buffer.from(canonicalJson(signed)), key, Buffer.from(signature, 'base64url'));
  if (!isSigned) return { ok: false, fault: 'changed', fields: ['seal/signature'] };
  const written = canonicalJson({ content, seal });
  if (written !== text)
    return { ok: false, fault: 'changed', fields: [fieldAt(text, firstDifference(written, text))] };
  return { ok: true, content: content as T, keyId: seal.keyId };
}

type Unread = Extract<SealFinding<JsonObject>, { ok: false }>;
type Read = { readonly ok: true; readonly content: JsonObject; readonly seal: Seal } | Unread;

const NO_DOCUMENT: Unread = { ok: false, fault: 'not-a-document', fields: [] };

function changedIn(...fields: string[]): Unread {
  return { ok: false, fault: 'changed', fields };
}

function readDocument(text: string): Read {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    const isOurs = text.includes('"seal"') || text.includes('"content"');
    const place = /position (\d+)/.exec(String(error))?.[1];
    return isOurs ? changedIn(fieldAt(text, Number(place ?? text.length))) : NO_DOCUMENT;
  }
  return isObject(parsed) ? partsOf(parsed) : NO_DOCUMENT;
}

function partsOf({ content, seal, ...strangers }: Record<string, unknown>): Read {
  if (!isObject(content)) return isObject(seal) ? changedIn('content') : NO_DOCUMENT;
  const [stranger] = Object.keys(strangers);
  if (stranger !== undefined) return changedIn(stranger);
  return isSeal(seal) ? { ok: true, content: content as JsonObject, seal } : changedIn('seal');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSeal(value: unknown): value is Seal {
  if (!isObject(value) || Object.keys(value).sort().join() !== 'algorithm,digests,keyId,signature')
    return false;
  const { algorithm, keyId, digests, signature } = value;
  return (
    algorithm === 'Ed25519' &&
    typeof keyId === 'string' &&
    typeof signature === 'string' &&
    isObject(digests) &&
    Object.values(digests).every((digest) => typeof digest === 'string')
  );
}

function differingFields(found: Record<string, string>, sealed: Readonly<Record<string, string>>): string[] {
  const all = new Set([...Object.keys(found), ...Object.keys(sealed)]);
  return [...all].filter((pointer) => found[pointer] !== sealed[pointer]).sort();
}

/** The nearest field name before a place in the text. */
function fieldAt(text: string, place: number): string {
  const names = [...text.slice(0, place + 1).matchAll(/"((?:[^"\\]|\\.)*)"\s*:/g)];
  return names.at(-1)?.[1] ?? 'the beginning of the file';
}

function firstDifference(one: string, other: string): number {
  let place = 0;
  while (place < one.length && one[place] === other[place]) place += 1;
  return place;
}
