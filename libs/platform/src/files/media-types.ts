/** How a media type of ours is recognised: its names' endings, and what sniffing must find. */
interface Recognition {
  readonly endings: readonly string[];
  /** `text`: valid UTF-8 without control characters, and no signature of another kind. `svg`: text whose root is `svg`. */
  readonly sniffed: readonly string[] | 'text' | 'svg';
  /** What browsers also call it. */
  readonly aliases?: readonly string[];
}

const OOXML = 'application/vnd.openxmlformats-officedocument';
const ODF = 'application/vnd.oasis.opendocument';

const TABLE = {
  'image/png': { endings: ['png'], sniffed: ['image/png'] },
  'image/jpeg': { endings: ['jpg', 'jpeg'], sniffed: ['image/jpeg'], aliases: ['image/jpg', 'image/pjpeg'] },
  'image/webp': { endings: ['webp'], sniffed: ['image/webp'] },
  'image/gif': { endings: ['gif'], sniffed: ['image/gif'] },
  'image/svg+xml': { endings: ['svg'], sniffed: 'svg' },
  'application/pdf': { endings: ['pdf'], sniffed: ['application/pdf'] },
  [`${OOXML}.wordprocessingml.document`]: {
    endings: ['docx'],
    sniffed: [`${OOXML}.wordprocessingml.document`],
  },
  [`${OOXML}.spreadsheetml.sheet`]: { endings: ['xlsx'], sniffed: [`${OOXML}.spreadsheetml.sheet`] },
  [`${OOXML}.presentationml.presentation`]: {
    endings: ['pptx'],
    sniffed: [`${OOXML}.presentationml.presentation`],
  },
  [`${ODF}.text`]: { endings: ['odt'], sniffed: [`${ODF}.text`] },
  [`${ODF}.spreadsheet`]: { endings: ['ods'], sniffed: [`${ODF}.spreadsheet`] },
  'text/plain': { endings: ['txt', 'log'], sniffed: 'text' },
  'text/csv': {
    endings: ['csv'],
    sniffed: 'text',
    aliases: ['application/vnd.ms-excel', 'application/csv', 'text/plain'],
  },
  'text/markdown': { endings: ['md'], sniffed: 'text', aliases: ['text/plain', 'text/x-markdown'] },
  'application/json': { endings: ['json'], sniffed: 'text', aliases: ['text/plain', 'text/json'] },
  'message/rfc822': { endings: ['eml'], sniffed: 'text', aliases: ['text/plain'] },
  'audio/mpeg': { endings: ['mp3'], sniffed: ['audio/mpeg'], aliases: ['audio/mp3'] },
  'audio/wav': { endings: ['wav'], sniffed: ['audio/wav'], aliases: ['audio/x-wav', 'audio/wave'] },
  'video/mp4': { endings: ['mp4'], sniffed: ['video/mp4'] },
} satisfies Record<string, Recognition>;

/** A media type that Lantern knows by its content. */
export type MediaType = keyof typeof TABLE;

/** Every media type there is. */
export const mediaTypeNames: ReadonlySet<string> = new Set(Object.keys(TABLE));

/** The media types that are pictures of pixels. */
export const PICTURES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif']);

const recognitions = new Map<string, Recognition>(Object.entries(TABLE));

/** What a name's ending claims; undefined for an ending that is none of ours. */
export function claimedType(name: string): MediaType | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  if (ending === undefined) return undefined;
  return [...recognitions].find(([, { endings }]) => endings.includes(ending))?.[0] as MediaType | undefined;
}

/** How a media type is recognised. */
export function recognitionOf(type: string): Recognition {
  return recognitions.get(type) ?? { endings: [], sniffed: [] };
}

/** Whether a declared type contradicts the name's ending. Senders without an opinion contradict nothing. */
export function contradicts(claimed: MediaType, declared: string): boolean {
  const type = declared.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (type === '' || type === 'application/octet-stream' || type === claimed) return false;
  return recognitionOf(claimed).aliases?.includes(type) !== true;
}
