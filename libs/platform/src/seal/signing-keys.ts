import { createHash, createPrivateKey, createPublicKey, hkdfSync, type KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Clock } from '../clock/clock.js';
import { CONFIG, type Config } from '../config/config.js';
import type { Signer } from './sealed-document.js';
import { SIGNING_KEY, type StoredSigningKey } from './signing-key.schema.js';

/** PKCS #8 of an Ed25519 private key up to its 32 bytes (RFC 8410, section 7). */
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A published key. */
export interface PublishedKey {
  readonly keyId: string;
  readonly publicKey: KeyObject;
  readonly since: Date;
}

/** The keys by which documents of this installation are signed and proved (PLT-20). */
@Injectable()
export class SigningKeys {
  private readonly own: Signer & { readonly publicKey: KeyObject };
  private published: Promise<unknown> | undefined;

  constructor(
    @Inject(CONFIG) config: Config,
    @InjectModel(SIGNING_KEY) private readonly keys: Model<StoredSigningKey>,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    this.own = signerOf(config.LANTERN_SIGNING_SECRET);
  }

  /** What signs now. Its public half is published before the first signature leaves. */
  async signer(): Promise<Signer> {
    this.published ??= this.publish().catch((error: unknown) => {
      this.published = undefined;
      throw error;
    });
    await this.published;
    return this.own;
  }

  /** Every key that ever signed here, oldest first. */
  async all(): Promise<PublishedKey[]> {
    await this.signer();
    const stored = await this.keys.find().sort({ since: 1 }).lean<StoredSigningKey[]>();
    return stored.map(({ _id, publicKey, since }) => ({
      keyId: _id,
      publicKey: createPublicKey({ key: Buffer.from(publicKey, 'base64url'), format: 'der', type: 'spki' }),
      since,
    }));
  }

  private publish(): Promise<unknown> {
    const { keyId, publicKey } = this.own;
    const spki = publicKey.export({ format: 'der', type: 'spki' }).toString('base64url');
    return this.keys.updateOne(
      { _id: keyId },
      { $setOnInsert: { publicKey: spki, since: this.clock.now() } },
      { upsert: true },
    );
  }
}

/** The key that a secret makes, by HKDF (RFC 5869); its id is the beginning of the SHA-256 of its public half. */
export function signerOf(secret: string): Signer & { readonly publicKey: KeyObject } {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'lantern signing key', 32));
  const privateKey = createPrivateKey({
    key: Buffer.concat([PKCS8_ED25519, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  const publicKey = createPublicKey(privateKey);
  const spki = publicKey.export({ format: 'der', type: 'spki' });
  return { keyId: createHash('sha256').update(spki).digest('base64url').slice(0, 16), privateKey, publicKey };
}

/** The keys as a JSON Web Key Set (RFC 7517, RFC 8037): what `/.well-known/lantern-keys.json` serves. */
export function keySetOf(keys: readonly PublishedKey[]): { keys: Record<string, unknown>[] } {
  return {
    keys: keys.map(({ keyId, publicKey, since }) => ({
      ...publicKey.export({ format: 'jwk' }),
      ...{ kid: keyId, use: 'sig', alg: 'EdDSA', since: since.toISOString() },
    })),
  };
}
