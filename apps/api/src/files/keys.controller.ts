import { keySetOf, SigningKeys } from '@app/platform/seal/signing-keys.js';
import { Controller, Get, Header } from '@nestjs/common';
import { Allow } from '../edge/allow.js';

/** The public keys by which anybody can prove a document of this installation. */
@Controller()
export class KeysController {
  constructor(private readonly keys: SigningKeys) {}

  /** A JSON Web Key Set (RFC 7517): every key that ever signed here. */
  @Get('.well-known/lantern-keys.json')
  @Header('cache-control', 'public, max-age=300')
  @Allow('public')
  async published(): Promise<ReturnType<typeof keySetOf>> {
    return keySetOf(await this.keys.all());
  }
}
