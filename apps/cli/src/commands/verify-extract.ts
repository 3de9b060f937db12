import { createPublicKey, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { checkSealedBytes } from '@app/platform/seal/sealed-bytes.js';
import { checkSealed } from '@app/platform/seal/sealed-document.js';
import { z } from 'zod';

const keySet = z.object({
  keys: z.array(
    z.looseObject({ kid: z.string(), kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() }),
  ),
});

const USE =
  'verify-extract FILE [--keys FILE-OR-ADDRESS]: the published keys are at /.well-known/lantern-keys.json of the installation that made the document.';

/**
 * `verify-extract FILE --keys keys.json`: checks a sealed extract, JSON or PDF, against published keys; with keys in a file it needs no
 * network and no database. Answers 0 when nothing was changed, 1 when something was (naming the field), 2 when it cannot tell.
 */
export async function run(args: string[]): Promise<number> {
  const at = args.indexOf('--keys');
  const from =
    at < 0
      ? `${process.env['PUBLIC_URL'] ?? 'http://127.0.0.1:3000'}/.well-known/lantern-keys.json`
      : args[at + 1];
  const file = args.find((arg, place) => !arg.startsWith('--') && place !== at + 1);
  if (file === undefined || from === undefined || !existsSync(file)) {
    print(file === undefined ? USE : `There is no file ${file}. ${USE}`);
    return 2;
  }
  const keys = await keysFrom(from);
  if (keys === null) {
    print(`The published keys could not be read from ${from}. ${USE}`);
    return 2;
  }
  const bytes = readFileSync(file);
  const isPdf =
    bytes.subarray(0, 5).toString() === '%PDF-' ||
    /%Lantern-Seal/.test(bytes.subarray(-400).toString('latin1'));
  return isPdf ? checkPdf(bytes, keys) : checkJson(bytes, keys);
}

function checkJson(bytes: Buffer, keys: ReadonlyMap<string, KeyObject>): number {
  const finding = checkSealed(bytes, (id) => keys.get(id));
  if (finding.ok) {
    print(`Unchanged. Signed with key ${finding.keyId}.`);
    return 0;
  }
  if (finding.fault === 'unknown-key') {
    print('Signed with a key that is not among the published ones: this installation did not make it.');
    return 1;
  }
  if (finding.fault === 'not-a-document') {
    print('This is no sealed extract.');
    return 2;
  }
  print(`Changed: ${finding.fields.join(', ')}`);
  return 1;
}

const PDF_FAULTS = {
  'no-seal': 'This PDF has no seal: it is no extract, or its end was cut off.',
  'unknown-key': 'Sealed with a key that is not among the published ones: this installation did not make it.',
  changed: 'Changed: the page or the data in it. The JSON of the same number names the field.',
  'seal-changed': 'Changed: the seal at the end of the file.',
} as const;

function checkPdf(bytes: Buffer, keys: ReadonlyMap<string, KeyObject>): number {
  const finding = checkSealedBytes(bytes, (id) => keys.get(id));
  print(finding.ok ? `Unchanged. Sealed with key ${finding.keyId}.` : PDF_FAULTS[finding.fault]);
  return finding.ok ? 0 : 1;
}

async function keysFrom(place: string): Promise<ReadonlyMap<string, KeyObject> | null> {
  try {
    const text = /^https?:/.test(place) ? await (await fetch(place)).text() : readFileSync(place, 'utf8');
    const { keys } = keySet.parse(JSON.parse(text));
    return new Map(
      keys.map(({ kid, kty, crv, x }) => [kid, createPublicKey({ key: { kty, crv, x }, format: 'jwk' })]),
    );
  } catch {
    return null;
  }
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
