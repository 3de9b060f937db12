import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileTypeFromStream } from 'file-type';
import { Fault } from '../refusal/fault.js';
import type { Census } from './census.js';
import type { FilePurpose } from './file-purpose.js';
import { claimedType, contradicts, type MediaType, recognitionOf } from './media-types.js';
import { refusal } from './refusals.js';
import { svgFaultOf } from './svg.js';

/** The largest drawing whose text is read whole. */
const MOST_SVG_BYTES = 2 * 1024 * 1024;
const LONGEST_NAME = 200;

/** The name as it is kept: no path, no control characters, 1 to 200 characters. Throws BAD_USER_INPUT with field `name`. */
export function fileName(given: string): string {
  const name = (given.split(/[/\\]/).at(-1) ?? '').normalize('NFC').trim();
  if (name === '' || name.length > LONGEST_NAME || /[\p{Cc}\p{Cf}]/u.test(name))
    throw new Fault('BAD_USER_INPUT', `Give the file a name of 1 to ${LONGEST_NAME} characters.`, 'name');
  return name;
}

/** What the file claims to be by its name's ending, if the purpose takes that (PLT-03) and the declared type agrees (PLT-04). */
export function claimOf(purpose: FilePurpose, name: string, declaredType: string): MediaType {
  const claimed = claimedType(name);
  if (claimed === undefined || !purpose.mediaTypes.includes(claimed)) throw typeRefused(purpose);
  if (contradicts(claimed, declaredType)) throw notItsType(claimed);
  return claimed;
}

/** Refuses a length above the purpose's limit (PLT-02); as a function, for the stream to call. */
export function tooLarge(purpose: FilePurpose) {
  return refusal('FILE_TOO_LARGE', {
    facts: { megabytes: purpose.mostBytes / (1024 * 1024) },
    field: 'file',
  });
}

/** Refuses content that is not what it claims to be (PLT-04), and no content at all (PLT-01). */
export async function mustBeItsType(claimed: MediaType, census: Census, open: () => Readable): Promise<void> {
  if (census.size === 0) throw refusal('FILE_EMPTY', { field: 'file' });
  const { sniffed } = recognitionOf(claimed);
  if (sniffed === 'svg') return mustBeHarmlessSvg(census, open);
  const found = await sniff(open());
  const fits = sniffed === 'text' ? census.isText && isTextual(found) : sniffed.includes(found ?? '');
  if (!fits) throw notItsType(claimed);
}

/** Refuses a drawing that is none (PLT-04), or that runs or loads something (PLT-05). */
async function mustBeHarmlessSvg(census: Census, open: () => Readable): Promise<void> {
  if (!census.isText) throw notItsType('image/svg+xml');
  if (census.size > MOST_SVG_BYTES)
    throw refusal('FILE_TOO_LARGE', { facts: { megabytes: MOST_SVG_BYTES / (1024 * 1024) }, field: 'file' });
  const fault = svgFaultOf(await text(open()));
  if (fault === null) return;
  if (!fault.isSvg) throw notItsType('image/svg+xml');
  throw refusal('FILE_HAS_SCRIPT', { facts: { what: fault.active }, field: 'file' });
}

async function sniff(source: Readable): Promise<string | undefined> {
  try {
    return (await fileTypeFromStream(source))?.mime;
  } catch {
    // A file that ends in the middle of what its head promises is nothing that we know.
    return undefined;
  } finally {
    source.destroy();
  }
}

/** Kinds that sniffing may name and that are text all the same. */
function isTextual(found: string | undefined): boolean {
  return (
    found === undefined ||
    found === 'application/xml' ||
    found.startsWith('text/') ||
    found === 'message/rfc822'
  );
}

function typeRefused(purpose: FilePurpose) {
  const endings = purpose.mediaTypes.flatMap((type) => recognitionOf(type).endings).join(', ');
  return refusal('FILE_TYPE_REFUSED', { facts: { endings }, field: 'file' });
}

function notItsType(claimed: string) {
  return refusal('FILE_NOT_ITS_TYPE', { facts: { claimed }, field: 'file' });
}
