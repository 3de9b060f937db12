import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Timetable } from '@app/platform/jobs/timetable.js';
import { type Announce, isDuplicateKey, UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { mailQueued } from '../events.js';
import { dueKey, releaseMail } from '../jobs.js';
import type { NoticeId } from '../notice/notice.js';
import { NoticeRepository } from '../notice/notice.repository.js';
import { afterQuiet, type Preferences } from '../preference/preference.js';
import { PreferenceRepository } from '../preference/preference.repository.js';
import { type MessageFacts, type MessageName, noticeWords } from '../template/messages.js';
import { isUrgent, purposeOf } from '../template/purpose.js';
import type { Channel, LinkTo } from './delivery.js';
import { type Beginning, DeliveryRepository } from './delivery.repository.js';

export interface TellPersonInput extends MessageFacts {
  readonly personId: PersonId;
  readonly message: MessageName;
  /** The occasion: on the same one, nobody is told twice by the same channel. */
  readonly cycle: string;
  /** By which ways, in this order. */
  readonly channels: readonly Channel[];
  /** Where a link of their own leads; left out, the mail leads to Lantern's front page. */
  readonly linkTo?: LinkTo;
}

/** What a person reads, and how they want it. */
@Injectable()
export class Letterbox {
  constructor(
    readonly notices: NoticeRepository,
    readonly preferences: PreferenceRepository,
  ) {}
}

/**
 * Tells one person one thing, once by each channel: leaves the notice, and queues the mail, which is sent at once or after
 * their quiet hours. Joins the unit of work under way; nothing here waits for a server.
 */
@Injectable()
export class TellPerson {
  constructor(
    private readonly work: UnitOfWork,
    private readonly deliveries: DeliveryRepository,
    private readonly letterbox: Letterbox,
    private readonly timetable: Timetable,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: TellPersonInput): Promise<void> {
    try {
      await this.tell(ctx, input);
    } catch (error) {
      // Somebody else told it at the same moment: what they left is found now.
      if (!isDuplicateKey(error)) throw error;
      await this.tell(ctx, input);
    }
  }

  private tell(ctx: RequestContext, input: TellPersonInput): Promise<void> {
    return this.work.run(ctx, async (announce) => {
      for (const channel of input.channels) {
        if (channel === 'notice') await this.leaveNotice(ctx, input);
        else await this.queueMail(ctx, input, announce);
      }
    });
  }

  private async leaveNotice(ctx: RequestContext, input: TellPersonInput): Promise<void> {
    const { personId, message, cycle } = input;
    const key = { cycle, message, recipient: personId, channel: 'notice' } as const;
    const id = await this.deliveries.record(ctx.force, key, { state: 'delivered' });
    if (id === null) return;
    const words = noticeWords(message, input);
    const notice = { id: id as string as NoticeId, personId, at: this.clock.now(), ...words, readAt: null };
    await this.letterbox.notices.add(ctx.force, notice);
  }

  private async queueMail(ctx: RequestContext, input: TellPersonInput, announce: Announce): Promise<void> {
    const { personId, message, cycle } = input;
    const preferences = await this.letterbox.preferences.of(ctx.force, personId);
    const key = { cycle, message, recipient: personId, channel: 'mail' } as const;
    const deliveryId = await this.deliveries.record(ctx.force, key, beginning(input, preferences));
    if (deliveryId === null || isOff(input, preferences)) return;
    const now = this.clock.now();
    const dueAt = isUrgent(message) ? now : afterQuiet(now, preferences.quiet);
    if (dueAt > now)
      await this.timetable.set(ctx, releaseMail, {
        ...{ key: dueKey.releaseMail(deliveryId), dueAt, payload: { deliveryId } },
      });
    else announce(mailQueued({ deliveryId }));
  }
}

function isOff({ message }: TellPersonInput, { mailOff }: Preferences): boolean {
  return mailOff.includes(purposeOf(message));
}

/** NTF-04. The link is made when the mail is written, so none is kept here. */
function beginning(input: TellPersonInput, preferences: Preferences): Beginning {
  if (isOff(input, preferences)) return { state: 'suppressed', reason: 'switched off' };
  const { course, linkTo } = input;
  const { link: _link, ...facts } = input.facts;
  const content = { facts, ...(course && { course }), ...(linkTo && { linkTo }) };
  return { state: 'queued', content };
}
