import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { refusal } from './refusals.js';

/** The most pixels of a picture, all frames together: what a browser and a marker's tablet can still hold. */
export const MOST_PIXELS = 40_000_000;

// Pictures pass once; libvips need not remember them.
sharp.cache(false);

/** As much of a picture as its header can take up; what a header is asked of is held in memory. */
export const HEADER_BYTES = 8 * 1024 * 1024;

/** Refuses a picture of too many pixels (PLT-06), read from its header alone, and one that has no readable header (PLT-04). */
export async function mustBeBearable(source: Readable, mediaType: string): Promise<void> {
  const { width, height, pages = 1 } = await headerOf(source, mediaType);
  if (width * height * pages > MOST_PIXELS) throw tooManyPixels();
}

/**
 * The picture drawn anew in its own format, upright, without metadata, without anything that a decoder does not need. What does not
 * decode is refused (PLT-04).
 */
export async function redrawn(mediaType: string, bytes: Buffer): Promise<Buffer> {
  const animated = mediaType === 'image/gif';
  const image = sharp(bytes, { limitInputPixels: MOST_PIXELS, animated, failOn: 'error' });
  try {
    return await inFormat(image.autoOrient(), mediaType).toBuffer();
  } catch {
    throw notAPicture(mediaType);
  }
}

function inFormat(image: Sharp, mediaType: string): Sharp {
  if (mediaType === 'image/png') return image.png();
  if (mediaType === 'image/webp') return image.webp({ quality: 90 });
  if (mediaType === 'image/gif') return image.gif();
  return image.jpeg({ quality: 88 });
}

async function headerOf(source: Readable, mediaType: string): Promise<Metadata> {
  const reader = sharp({ limitInputPixels: false, animated: true });
  const header = reader.metadata();
  try {
    const [metadata] = await Promise.all([header, pipeline(source, reader)]);
    return metadata;
  } catch {
    throw notAPicture(mediaType);
  }
}

function tooManyPixels() {
  return refusal('FILE_TOO_MANY_PIXELS', { facts: { megapixels: MOST_PIXELS / 1_000_000 }, field: 'file' });
}

/** The refusal for what is a picture by its first bytes and no picture after them. */
function notAPicture(mediaType: string) {
  return refusal('FILE_NOT_ITS_TYPE', { facts: { claimed: mediaType }, field: 'file' });
}
