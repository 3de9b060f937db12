import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Timetable } from '@app/platform/jobs/timetable.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { dueKey, releaseMail } from '../jobs.js';
import { type Mail, Mailer, MailNotTaken } from '../mail/mailer.js';
import { type Claimed, type DeliveryId, pauseAfterTry } from './delivery.js';
import { DeliveryRepository } from './delivery.repository.js';
import { MailWriter } from './mail-writer.js';

/** What became of a try that the server certainly did not take. */
@Injectable()
export class NotTaken {
  constructor(
    private readonly work: UnitOfWork,
    private readonly deliveries: DeliveryRepository,
    private readonly timetable: Timetable,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** NTF-12, NTF-13. A refusal for good bounces; a closed door costs no try; anything else is tried again after a pause, or has failed. */
  async record(ctx: RequestContext, mail: Claimed, error: MailNotTaken): Promise<void> {
    const { id, claim } = mail;
    const { reason, kind } = error;
    if (kind === 'permanent') {
      await this.deliveries.move(ctx.force, id, { state: 'bounced', reason, claim });
      return;
    }
    const now = this.clock.now();
    const attempts = kind === 'closed' ? mail.attempts - 1 : mail.attempts;
    const pause = kind === 'closed' ? error.pauseMs : pauseAfterTry(attempts);
    if (pause === null) {
      await this.deliveries.move(ctx.force, id, { state: 'failed', reason, claim });
      return;
    }
    await this.work.run(ctx, async () => {
      const isBack = await this.deliveries.move(ctx.force, id, { state: 'queued', reason, claim, attempts });
      if (!isBack) return;
      const dueAt = new Date(now.getTime() + pause);
      await this.timetable.set(ctx, releaseMail, {
        ...{ key: dueKey.releaseMail(id), dueAt, payload: { deliveryId: id } },
      });
    });
  }
}

/**
 * Sends one queued mail. It is claimed before a word is said to a server, so that whoever dies while the server has it leaves
 * a claim behind and no second mail (NTF-11). Opens no transaction around a mail, and throws for no mail's sake.
 */
@Injectable()
export class SendMail {
  constructor(
    private readonly deliveries: DeliveryRepository,
    private readonly writer: MailWriter,
    private readonly mailer: Mailer,
    private readonly notTaken: NotTaken,
  ) {}

  async execute(ctx: RequestContext, input: { readonly deliveryId: DeliveryId }): Promise<void> {
    const claimed = await this.deliveries.claim(ctx.force, input.deliveryId);
    if (claimed === null) return;
    const { id, claim } = claimed;
    const mail = await this.written(ctx, claimed);
    if (mail === null) return;
    if (typeof mail === 'string') {
      await this.deliveries.move(ctx.force, id, { state: 'suppressed', reason: mail, claim });
      return;
    }
    await this.send(ctx, claimed, mail);
  }

  /** Nothing has been said to a server yet, so a mail that cannot be written is certainly not taken. */
  private async written(ctx: RequestContext, claimed: Claimed): Promise<Mail | string | null> {
    try {
      return await this.writer.write(ctx, claimed);
    } catch {
      // The cause may hold words of the mail, so it is left behind.
      await this.notTaken.record(ctx, claimed, new MailNotTaken('it could not be written'));
      return null;
    }
  }

  private async send(ctx: RequestContext, claimed: Claimed, mail: Mail): Promise<void> {
    const { id, claim } = claimed;
    try {
      await this.mailer.send(mail);
    } catch (error) {
      if (error instanceof MailNotTaken) return this.notTaken.record(ctx, claimed, error);
      await this.deliveries.move(ctx.force, id, { state: 'unknown', reason: 'the answer was lost', claim });
      return;
    }
    await this.deliveries.move(ctx.force, id, { state: 'accepted', claim });
  }
}
