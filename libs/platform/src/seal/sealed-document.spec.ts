import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { checkSealedBytes, sealedBytes } from './sealed-bytes.js';
import { checkSealed, sealedDocument } from './sealed-document.js';

const { privateKey } = generateKeyPairSync('ed25519');
const publicKey = createPublicKey(privateKey);
const signer = { keyId: 'key-1', privateKey };
const keyOf = (id: string) => (id === 'key-1' ? publicKey : undefined);

const content = {
  person: 'Siân Ŵyn Llŷr',
  skill: 'DFX-01',
  level: 2,
  inDate: true,
  evidence: [
    { title: 'Course "one"', from: '2026-03-03', to: null, 'a/b~c': 'slash and tilde' },
    { title: 'Observed', from: '2026-03-04', to: '2027-03-04', notes: [] },
  ],
  control: 'line\u001fbreak\n',
};

describe('a sealed document', () => {
  const bytes = sealedDocument(content, signer);

  it('PLT-30 is found to be what it was', () => {
    expect(checkSealed(bytes, keyOf)).toEqual({ ok: true, content, keyId: 'key-1' });
  });

  it('PLT-30 names the field that was changed', () => {
    const changed = bytes.toString().replace('"level":2', '"level":3');
    expect(checkSealed(Buffer.from(changed), keyOf)).toEqual({
      ok: false,
      fault: 'changed',
      fields: ['/level'],
    });
    const inside = bytes.toString().replace('"2026-03-04"', '"2026-02-04"');
    expect(checkSealed(Buffer.from(inside), keyOf)).toEqual({
      ok: false,
      fault: 'changed',
      fields: ['/evidence/1/from'],
    });
  });

  it('names both ends of a renamed, added or removed field', () => {
    const renamed = bytes.toString().replace('"inDate":true', '"isDate":true');
    expect(checkSealed(Buffer.from(renamed), keyOf)).toMatchObject({ fields: ['/inDate', '/isDate'] });
    const pointer = bytes.toString().replace('"a/b~c"', '"a/b~d"');
    expect(checkSealed(Buffer.from(pointer), keyOf)).toMatchObject({
      fields: ['/evidence/0/a~1b~0c', '/evidence/0/a~1b~0d'],
    });
  });

  it('is found by every single flipped bit, and something is named each time', () => {
    for (let place = 0; place < bytes.length; place += 1) {
      for (const bit of [0, 5, 7]) {
        const flipped = Buffer.from(bytes);
        flipped[place] = (flipped[place] ?? 0) ^ (1 << bit);
        const finding = checkSealed(flipped, keyOf);
        expect({ place, bit, ok: finding.ok }).toEqual({ place, bit, ok: false });
        if (!finding.ok && finding.fault !== 'not-a-document') expect(finding.fields[0]).toBeTruthy();
      }
    }
  });

  it('is not believed when it is re-sealed by another key', () => {
    const other = generateKeyPairSync('ed25519').privateKey;
    const forged = sealedDocument({ ...content, level: 4 }, { keyId: 'key-1', privateKey: other });
    expect(checkSealed(forged, keyOf)).toEqual({ ok: false, fault: 'changed', fields: ['seal/signature'] });
    const foreign = sealedDocument(content, { keyId: 'key-2', privateKey: other });
    expect(checkSealed(foreign, keyOf)).toEqual({ ok: false, fault: 'unknown-key', fields: ['seal/keyId'] });
  });

  it('is told from what is no document', () => {
    for (const text of ['', '[]', 'null', 'hello', '{"a":1}'])
      expect(checkSealed(Buffer.from(text), keyOf)).toMatchObject({ ok: false, fault: 'not-a-document' });
  });
});

describe('sealed bytes', () => {
  const file = sealedBytes(Buffer.from('%PDF-1.7\nbody\n%%EOF\n'), signer);

  it('are found to be what they were', () => {
    expect(checkSealedBytes(file, keyOf)).toEqual({ ok: true, keyId: 'key-1' });
  });

  it('are found by every single flipped bit', () => {
    for (let place = 0; place < file.length; place += 1) {
      const flipped = Buffer.from(file);
      flipped[place] = (flipped[place] ?? 0) ^ 1;
      expect({ place, ok: checkSealedBytes(flipped, keyOf).ok }).toEqual({ place, ok: false });
    }
    expect(checkSealedBytes(Buffer.concat([file, Buffer.from(' ')]), keyOf).ok).toBe(false);
    expect(checkSealedBytes(Buffer.from('%PDF'), keyOf)).toEqual({ ok: false, fault: 'no-seal' });
  });
});
