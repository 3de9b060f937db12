import { InvitationLinks, PasswordResetLinks, PeopleReader, type Person, statusIn } from '@app/identity';
import { CONFIG, type Config } from '@app/platform/config/config.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import type { Facts } from '@app/platform/refusal/refusal.js';
import { Inject, Injectable } from '@nestjs/common';
import type { Mail } from '../mail/mailer.js';
import { SeatMail } from '../occasion/seat-mail.js';
import { DigestLines } from '../reminder/digest-lines.js';
import { written } from '../template/messages.js';
import type { Claimed, LinkTo } from './delivery.js';

/** The links that only their owner may read, made when the mail is written (NTF-04). */
@Injectable()
export class OwnLinks {
  constructor(
    private readonly invitations: InvitationLinks,
    private readonly resets: PasswordResetLinks,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The address of a link of one's own, or of the front page. */
  of(linkTo: LinkTo | undefined): string {
    if (linkTo === undefined) return this.config.PUBLIC_URL;
    const path =
      linkTo.kind === 'invitation'
        ? `/invitation/${this.invitations.tokenOf(linkTo.id as never)}`
        : `/reset/${this.resets.tokenOf(linkTo.id as never)}`;
    return new URL(path, this.config.PUBLIC_URL).href;
  }
}

/** Writes a mail at the moment it is sent: the reader's language, name and address as they are then (NTF-03). */
@Injectable()
export class MailWriter {
  constructor(
    private readonly people: PeopleReader,
    private readonly links: OwnLinks,
    private readonly digest: DigestLines,
    private readonly seats: SeatMail,
  ) {}

  /** The mail, or why there is none. */
  async write(ctx: RequestContext, claimed: Claimed): Promise<Mail | string> {
    const { id, message, recipient, content } = claimed;
    const person = await this.people.byId(ctx.force, recipient);
    if (person === null || person.email === null) return 'no address';
    if (statusIn(person, ctx.force.forceId) === 'suspended') return 'suspended';
    const more = await this.atThisMoment(ctx, claimed, person);
    if (typeof more === 'string') return more;
    const facts = {
      ...content.facts,
      ...more,
      givenName: person.givenName,
      link: this.links.of(content.linkTo),
    };
    const { subject, body } = written(message, { ...content, facts }, person.language);
    return { id, to: person.email, subject, text: body, language: person.language };
  }

  private async atThisMoment(
    ctx: RequestContext,
    claimed: Claimed,
    { language }: Person,
  ): Promise<Facts | string> {
    const { message, cycle, recipient } = claimed;
    if (message !== 'manager-digest') return this.seats.of(ctx, claimed);
    return { lines: await this.digest.of(ctx, { recipient, day: cycle, language }) };
  }
}
