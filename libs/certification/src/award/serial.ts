const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** Letters and digits that cannot be taken for one another when read aloud or copied by hand: no I, L, O or U. */
const DRAWN = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const DRAWN_LENGTH = 12;
const PREFIX = 'LN';

/**
 * CRT-03. The check character of ISO 7064 MOD 37,36 over letters and digits: it finds every single wrong character and
 * nearly every exchange of two. Chosen over MOD 37-2 because its check character is never `*`.
 */
export function checkCharacter(text: string): string {
  const product = Array.from(text).reduce((carried, character) => {
    const sum = (carried + digitOf(character)) % 36 || 36;
    return (sum * 2) % 37;
  }, 36);
  return ALPHABET.charAt((37 - product) % 36);
}

/** CRT-03. A serial such as `LN-7K3M-9QWX-2T5V-C` from at least twelve random bytes; other documents have a prefix of their own. */
export function serialFrom(random: Uint8Array, prefix = PREFIX): string {
  if (random.length < DRAWN_LENGTH) throw new RangeError(`A serial needs ${DRAWN_LENGTH} random bytes`);
  const drawn = [...random.subarray(0, DRAWN_LENGTH)]
    .map((byte) => DRAWN.charAt(byte % DRAWN.length))
    .join('');
  const groups = [drawn.slice(0, 4), drawn.slice(4, 8), drawn.slice(8)];
  return [prefix, ...groups, checkCharacter(prefix + drawn)].join('-');
}

/** CRT-03. Whether a serial, in any case and with or without hyphens, has the form of ours and the right check character. */
export function isSerial(text: string): boolean {
  const plain = text.toUpperCase().replace(/[-\s]/g, '');
  if (!new RegExp(`^${PREFIX}[${DRAWN}]{${DRAWN_LENGTH}}[0-9A-Z]$`).test(plain)) return false;
  return checkCharacter(plain.slice(0, -1)) === plain.slice(-1);
}

function digitOf(character: string): number {
  const value = ALPHABET.indexOf(character);
  if (value < 0) throw new RangeError(`Not a letter or digit: ${character}`);
  return value;
}
