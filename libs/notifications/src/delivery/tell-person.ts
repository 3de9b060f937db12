import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Timetable } from '@app/platform/jobs/timetable.js';
import { isDuplicateKey, UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { mailQueued } from '../events.js';
import { dueKey, releaseMail } from '../jobs.js';
import type { NoticeId } from '../notice/notice.js';
import { NoticeRepository } from '../notice/notice.repository.js';
import { type Preferences, sentAt } from '../preference/preference.js';
import { PreferenceRepository } from '../preference/preference.repository.js';
import { type MessageFacts, type MessageName, noticeWords } from '../template/messages.js';
import { isUrgent, purposeOf } from '../template/purpose.js';
import type { Channel, DeliveryId, DeliveryKey, LinkTo } from './delivery.js';
import { type Beginning, DeliveryRepository } from './delivery.repository.js';

export interface TellPersonInput extends MessageFacts {
  readonly personId: PersonId;
  readonly message: MessageName;
  /** The occasion: on the same one, nobody is told twice by the same channel. */
  readonly cycle: string;
  /** By which ways. */
  readonly channels: readonly Channel[];
  /** Where a link of their own leads; left out, the mail leads to Lantern's front page. */
  readonly linkTo?: LinkTo;
  /** The instant by which it is of use: a mail that quiet hours would keep until then goes at once (NTF-42). */
  readonly latest?: Date;
}

/** One of several who are told, and in whose name. */
export type Told = TellPersonInput & { readonly ctx: RequestContext };

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
    await this.executeAll([{ ctx, ...input }]);
  }

  /** Tells several people of one force, in one transaction with one write of each kind. */
  async executeAll(told: readonly Told[]): Promise<void> {
    try {
      await this.tell(told);
    } catch (error) {
      // Somebody else told it at the same moment: what they left is found now.
      if (!isDuplicateKey(error)) throw error;
      await this.tell(told);
    }
  }

  private async tell(told: readonly Told[]): Promise<void> {
    const [first] = told;
    if (first === undefined) return;
    await this.work.run(first.ctx, async () => {
      const by = (channel: Channel) => told.filter(({ channels }) => channels.includes(channel));
      await this.leaveNotices(first.ctx, by('notice'));
      await this.queueMails(first.ctx, by('mail'));
    });
  }

  private async leaveNotices({ force }: RequestContext, told: readonly Told[]): Promise<void> {
    const wanted = told.map((each) => ({
      key: keyOf(each, 'notice'),
      begun: { state: 'delivered' } as const,
    }));
    const ids = await this.deliveries.recordAll(force, wanted);
    const at = this.clock.now();
    const notices = told.flatMap((each, n) => {
      const id = ids[n] ?? null;
      const words = noticeWords(each.message, each);
      return id === null
        ? []
        : [{ id: id as string as NoticeId, personId: each.personId, at, ...words, readAt: null }];
    });
    await this.letterbox.notices.addAll(force, notices);
  }

  private async queueMails({ force }: RequestContext, told: readonly Told[]): Promise<void> {
    if (told.length === 0) return;
    const people = told.map(({ personId }) => personId);
    const preferencesOf = await this.letterbox.preferences.ofPeople(force, people);
    const wanted = told.map((each) => ({
      key: keyOf(each, 'mail'),
      begun: beginning(each, preferencesOf(each.personId)),
    }));
    const ids = await this.deliveries.recordAll(force, wanted);
    for (const [n, each] of told.entries()) {
      const deliveryId = ids[n] ?? null;
      const preferences = preferencesOf(each.personId);
      if (deliveryId !== null && !isOff(each, preferences)) await this.release(each, deliveryId, preferences);
    }
  }

  /** Now, or after the person’s quiet hours. */
  private async release(
    { ctx, message, latest }: Told,
    deliveryId: DeliveryId,
    { quiet }: Preferences,
  ): Promise<void> {
    const now = this.clock.now();
    const dueAt = isUrgent(message) ? now : sentAt(now, quiet, latest);
    if (dueAt > now) {
      const key = dueKey.releaseMail(deliveryId);
      await this.timetable.set(ctx, releaseMail, { key, dueAt, payload: { deliveryId } });
    } else await this.work.run(ctx, async (announce) => announce(mailQueued({ deliveryId })));
  }
}

function keyOf({ personId: recipient, cycle, message }: TellPersonInput, channel: Channel): DeliveryKey {
  return { recipient, cycle, message, channel };
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
