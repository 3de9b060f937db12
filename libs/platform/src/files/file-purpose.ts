import { type MediaType, mediaTypeNames } from './media-types.js';

/** What a file is for decides whose it is, who may send it, how large it may be, what it may be and whether it is kept as sent. */
export interface FilePurpose {
  /** Lower case and hyphens: the name of the purpose in addresses, and of the GridFS bucket. */
  readonly name: string;
  /** `force`: it belongs to the sender's force and is personal. `national`: it belongs to no force. */
  readonly tenancy: 'force' | 'national';
  /** What the sender must hold. */
  readonly permission: string;
  readonly mostBytes: number;
  readonly mediaTypes: readonly MediaType[];
  /** True where the bytes are evidence: they are kept to the last bit, metadata and all. Otherwise images are re-encoded. */
  readonly keepsBytes: boolean;
  /** Text may come in UTF-16 or Windows-1252 too: its reader makes out which. */
  readonly anyEncoding?: true;
}

/** The largest picture that is drawn anew, which happens in memory. */
const MOST_REDRAWN_BYTES = 16 * 1024 * 1024;

const purposes = new Map<string, FilePurpose>();

/** Declares a purpose; a second one of the same name fails at load. */
export function defineFilePurpose(purpose: FilePurpose): FilePurpose {
  if (!/^[a-z]+(-[a-z]+)*$/.test(purpose.name)) throw new Error(`Not a file purpose: ${purpose.name}`);
  if (purposes.has(purpose.name)) throw new Error(`File purpose ${purpose.name} is declared twice`);
  const unknown = purpose.mediaTypes.filter((type) => !mediaTypeNames.has(type));
  if (unknown.length > 0) throw new Error(`No media type of ours: ${unknown.join(', ')}`);
  if (!purpose.keepsBytes && purpose.mostBytes > MOST_REDRAWN_BYTES)
    throw new Error(`File purpose ${purpose.name} would draw pictures anew that memory cannot bear`);
  purposes.set(purpose.name, purpose);
  return purpose;
}

/** The purpose of that name; undefined when there is none. */
export function filePurpose(name: string): FilePurpose | undefined {
  return purposes.get(name);
}
