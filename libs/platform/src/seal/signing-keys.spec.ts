import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DomainWorld } from '../testing/domain-world.js';
import { SealModule } from './seal.module.js';
import { checkSealed, sealedDocument } from './sealed-document.js';
import { keySetOf, SigningKeys, signerOf } from './signing-keys.js';

describe('signing keys', () => {
  let world: DomainWorld;

  beforeAll(async () => {
    world = await DomainWorld.of([SealModule]);
  });
  afterAll(() => world.close());

  it('PLT-31 publishes the key before it signs, once, and keeps those that signed before', async () => {
    const earlier = signerOf('an earlier secret of this installation');
    await world.connection.collection<{ _id: string }>('signingKeys').insertOne({
      _id: earlier.keyId,
      publicKey: earlier.publicKey.export({ format: 'der', type: 'spki' }).toString('base64url'),
      since: new Date('2020-01-01T00:00:00Z'),
    } as never);
    const keys = world.get(SigningKeys);
    const signer = await keys.signer();
    await keys.signer();
    const all = await keys.all();
    expect(all.map(({ keyId }) => keyId)).toEqual([earlier.keyId, signer.keyId]);

    const old = sealedDocument({ level: 1 }, earlier);
    const find = (id: string) => all.find(({ keyId }) => keyId === id)?.publicKey;
    expect(checkSealed(old, find)).toMatchObject({ ok: true, keyId: earlier.keyId });
    expect(checkSealed(sealedDocument({ level: 1 }, signer), find)).toMatchObject({ ok: true });
    expect(keySetOf(all).keys[1]).toMatchObject({
      kty: 'OKP',
      crv: 'Ed25519',
      alg: 'EdDSA',
      kid: signer.keyId,
    });
  });

  it('makes one key of one secret, and another of another', () => {
    expect(signerOf('a').keyId).toBe(signerOf('a').keyId);
    expect(signerOf('a').keyId).not.toBe(signerOf('b').keyId);
  });
});
