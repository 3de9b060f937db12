import type { Normalisation } from '../item/item.js';

/**
 * Makes a typed answer comparable. Always: Unicode compatibility form (so that full-width digits and ligatures are plain)
 * and straight quotation marks. Then what the item asks for: `trim` (no space at the ends), `single-spaces` (any run of
 * white space is one space), `lower-case` (by Unicode, not by locale), `no-punctuation` (only letters, digits, marks and
 * spaces stay).
 */
export function normalised(text: string, steps: readonly Normalisation[]): string {
  let plain = text.normalize('NFKC').replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
  if (steps.includes('no-punctuation')) plain = plain.replace(/[^\p{L}\p{N}\p{M}\s]/gu, '');
  if (steps.includes('single-spaces')) plain = plain.replace(/\s+/g, ' ');
  if (steps.includes('lower-case')) plain = plain.toLowerCase();
  return steps.includes('trim') ? plain.trim() : plain;
}
