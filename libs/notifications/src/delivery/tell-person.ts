import { PeopleReader, statusIn } from '@app/identity';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { type Mail, Mailer, MailNotTaken } from '../mail/mailer.js';
import type { NoticeId } from '../notice/notice.js';
import { NoticeRepository } from '../notice/notice.repository.js';
import { type MessageFacts, type MessageName, noticeWords, written } from '../template/messages.js';
import type { Channel, DeliveryId } from './delivery.js';
import { DeliveryRepository } from './delivery.repository.js';

export interface TellPersonInput extends MessageFacts {
  readonly personId: PersonId;
  readonly message: MessageName;
  /** The occasion: on the same one, nobody is told twice by the same channel. */
  readonly cycle: string;
  /** By which ways, in this order. */
  readonly channels: readonly Channel[];
}

/**
 * Tells one person one thing, once by each channel. A mail that the server certainly did not take is tried again by the
 * job that asked; one of which nobody can know is not, because twice is worse than a second invitation (NTF-02). Opens no
 * transaction around a mail.
 */
@Injectable()
export class TellPerson {
  constructor(
    private readonly work: UnitOfWork,
    private readonly deliveries: DeliveryRepository,
    private readonly notices: NoticeRepository,
    private readonly people: PeopleReader,
    private readonly mailer: Mailer,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: TellPersonInput): Promise<void> {
    for (const channel of input.channels) {
      if (channel === 'notice') await this.leaveNotice(ctx, input);
      else await this.sendMail(ctx, input);
    }
  }

  private async leaveNotice(ctx: RequestContext, input: TellPersonInput): Promise<void> {
    const { personId, message, cycle } = input;
    await this.work.run(ctx, async () => {
      const key = { cycle, message, recipient: personId, channel: 'notice' } as const;
      const id = await this.deliveries.record(ctx.force, key);
      if (id === null) return;
      const words = noticeWords(message, input);
      const notice = { id: id as string as NoticeId, personId, at: this.clock.now(), ...words, readAt: null };
      await this.notices.add(ctx.force, notice);
    });
  }

  private async sendMail(ctx: RequestContext, input: TellPersonInput): Promise<void> {
    const { personId, message, cycle } = input;
    const key = { cycle, message, recipient: personId, channel: 'mail' } as const;
    const id = await this.deliveries.take(ctx.force, key);
    if (id === null) return;
    const mail = await this.mailTo(ctx, input, id);
    if (mail === null) return this.deliveries.end(ctx.force, id, 'no-address');
    try {
      await this.mailer.send(mail);
    } catch (error) {
      await this.deliveries.end(ctx.force, id, error instanceof MailNotTaken ? 'waiting' : 'unsure');
      throw error;
    }
    await this.deliveries.end(ctx.force, id, 'sent');
  }

  /** NTF-03: the mail in the person's language; null where there is no address, or the person is suspended here. */
  private async mailTo(ctx: RequestContext, input: TellPersonInput, id: DeliveryId): Promise<Mail | null> {
    const person = await this.people.byId(ctx.force, input.personId);
    if (person === null || person.email === null) return null;
    if (statusIn(person, ctx.force.forceId) === 'suspended') return null;
    const named = { ...input, facts: { ...input.facts, givenName: person.givenName } };
    const { subject, body } = written(input.message, named, person.language);
    return { id, to: person.email, subject, text: body, language: person.language };
  }
}
