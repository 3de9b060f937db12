import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Id, parseId } from '@app/platform/ids/ids.js';

const SEAL_CHARACTERS = 20;

/**
 * The address to which mail servers return what they cannot deliver: one for each mail, so that what comes back names its delivery,
 * sealed so that nobody else can make one. `bounce+<id>-<seal>@domain`.
 */
export class ReturnPath {
  constructor(
    private readonly domain: string,
    private readonly secret: string,
  ) {}

  /** The return path of a mail. */
  addressOf(id: string): string {
    return `bounce+${id}-${this.seal(id)}@${this.domain}`;
  }

  /** The delivery that a return path names; undefined for any address that is not ours. */
  idIn<T extends Id<string>>(address: string): T | undefined {
    const read = /^bounce\+([0-9a-f]{24})-([0-9a-f]+)@(.+)$/.exec(address.toLowerCase());
    const [, text = '', given = '', domain = ''] = read ?? [];
    const ours = Buffer.from(this.seal(text));
    const seal = Buffer.from(given);
    const isOurs = ours.length === seal.length && timingSafeEqual(ours, seal);
    return isOurs && domain === this.domain.toLowerCase() ? parseId<T>(text) : undefined;
  }

  private seal(id: string): string {
    return createHmac('sha256', this.secret)
      .update(`return-path:${id}`)
      .digest('hex')
      .slice(0, SEAL_CHARACTERS);
  }
}
