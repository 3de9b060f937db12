import { Seal } from './sealing.js';

const SECRET = 'a secret of more than thirty-two characters';

describe('Seal', () => {
  it('gives back what it sealed, and shows nothing of it', () => {
    const seal = new Seal(SECRET, 'session');
    const text = seal.close({ token: 'abc-token' });
    expect(seal.open(text)).toEqual({ token: 'abc-token' });
    expect(Buffer.from(text, 'base64url').toString('latin1')).not.toContain('abc-token');
  });

  it('opens nothing that was altered, cut, sealed for another purpose or under another secret', () => {
    const seal = new Seal(SECRET, 'session');
    const text = seal.close({ personId: 'p1' });
    const bytes = Buffer.from(text, 'base64url');
    for (let index = 0; index < bytes.length; index++) {
      const altered = Buffer.from(bytes);
      altered[index] = (altered[index] ?? 0) ^ 1;
      expect(seal.open(altered.toString('base64url'))).toBeUndefined();
    }
    expect(seal.open(text.slice(0, 20))).toBeUndefined();
    expect(seal.open('')).toBeUndefined();
    expect(new Seal(SECRET, 'kept form').open(text)).toBeUndefined();
    expect(new Seal(`${SECRET}!`, 'session').open(text)).toBeUndefined();
  });
});
