import {
  AddPerson,
  ChangeLanguage,
  IdentityModule,
  type InvitationId,
  InvitationLinks,
  SuspendPerson,
} from '@app/identity';
import {
  type ForceId,
  type PersonId,
  type RequestContext,
  scopeOf,
} from '@app/platform/context/request-context.js';
import { englishOnly } from '@app/platform/context/words.js';
import { newId, objectId } from '@app/platform/ids/ids.js';
import { DomainWorld } from '@app/platform/testing/domain-world.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { processorModules } from '../../../../apps/worker/src/processors.js';
import { type Mail, Mailer } from '../mail/mailer.js';
import { MarkNoticeRead } from '../notice/mark-notice-read.js';
import type { NoticeId } from '../notice/notice.js';
import { NoticeReader } from '../notice/notice.reader.js';
import { NOTICE } from '../notice/notice.schema.js';
import { NotificationsModule } from '../notifications.module.js';
import { TellPerson, type TellPersonInput } from './tell-person.js';

/** The outside world: keeps what it is given. */
class Outbox {
  readonly sent: Mail[] = [];

  async send(mail: Mail): Promise<void> {
    this.sent.push(mail);
  }
}

describe('telling a person', () => {
  let world: DomainWorld;
  let ctx: RequestContext;
  const outbox = new Outbox();
  const forceId = newId<ForceId>();

  beforeAll(async () => {
    world = await DomainWorld.of([NotificationsModule, IdentityModule, ...processorModules]);
    ctx = world.system(forceId);
    const mailer = world.get(Mailer);
    mailer.send = (mail: Mail) => outbox.send(mail);
  });
  beforeEach(() => {
    outbox.sent.length = 0;
  });
  afterAll(() => world.close());

  async function person(email: string | null = `p${newId<PersonId>()}@lantern.example`): Promise<PersonId> {
    const staffNumber = newId<PersonId>().slice(-8);
    return (
      await world.get(AddPerson).execute(ctx, { givenName: 'Siân', familyName: 'Rees', staffNumber, email })
    ).id;
  }

  const about = (personId: PersonId, more: Partial<TellPersonInput> = {}): TellPersonInput => ({
    ...{ personId, message: 'results-released', cycle: 'one', channels: ['notice', 'mail'] },
    ...{ facts: { link: 'https://lantern.example' }, course: englishOnly('Online harms'), ...more },
  });
  const tell = (input: TellPersonInput) => world.get(TellPerson).execute(ctx, input);
  const settled = async (input: TellPersonInput) => {
    await tell(input);
    await world.settle();
  };
  const states = async (personId: PersonId) => {
    const rows = await world.connection
      .collection('messageDeliveries')
      .find({ recipient: objectId(personId) })
      .toArray();
    return rows.map((row): unknown[] => [row['channel'], row['state'], row['attempts']]);
  };
  const notices = async (personId: PersonId) =>
    (await world.get(NoticeReader).ofPerson(ctx.force, personId, { limit: 10, after: null })).rows;

  it('NTF-01 tells it once by each channel, however often, also at the same moment', async () => {
    const personId = await person();
    await Promise.all([1, 2, 3].map(async () => tell(about(personId, { channels: ['mail'] }))));
    await tell(about(personId));
    await settled(about(personId));
    expect(outbox.sent.filter(({ text }) => text.includes('Online harms'))).toHaveLength(1);
    expect(await notices(personId)).toHaveLength(1);
  });

  it('NTF-01 tells it again on another occasion', async () => {
    const personId = await person();
    await tell(about(personId));
    await settled(about(personId, { cycle: 'two' }));
    expect(outbox.sent).toHaveLength(2);
  });

  it('NTF-03 writes in the reader’s language, and not to the suspended or to those without an address', async () => {
    const reader = await person();
    await world.get(ChangeLanguage).execute(world.as(reader, forceId), { language: 'cy' });
    await settled(about(reader, { channels: ['mail'] }));
    expect(outbox.sent.map(({ language, subject }) => [language, subject])).toEqual([
      ['cy', 'Mae eich canlyniadau’n barod: Online harms'],
    ]);
    const suspended = await person();
    await world.get(SuspendPerson).execute(ctx, { personId: suspended, reason: 'under review' });
    const nowhere = await person(null);
    for (const personId of [suspended, nowhere]) {
      await settled(about(personId, { channels: ['mail'] }));
      expect(await states(personId)).toEqual([['mail', 'suppressed', 1]]);
    }
    expect(outbox.sent).toHaveLength(1);
  });

  it('NTF-04 keeps no address, name, link or word of the mail', async () => {
    const personId = await person();
    const invitationId = newId<InvitationId>();
    const linkTo = { kind: 'invitation', id: invitationId } as const;
    await settled(about(personId, { message: 'invitation', channels: ['mail'], facts: {}, linkTo }));
    const token = world.get(InvitationLinks).tokenOf(invitationId);
    expect(outbox.sent[0]?.text).toContain('Siân');
    expect(outbox.sent[0]?.text).toContain(`/invitation/${token}`);
    for (const collection of ['messageDeliveries', 'journal', 'journalPayloads', 'notices']) {
      const kept = JSON.stringify(await world.connection.collection(collection).find().toArray());
      expect(kept).not.toContain(token);
      if (collection !== 'journalPayloads') expect(kept).not.toMatch(/@lantern\.example|Siân/);
    }
  });

  it('NTF-06 lets people mark their own notices, once, and nobody else’s', async () => {
    const personId = await person();
    await tell(about(personId));
    const [notice] = await notices(personId);
    const noticeId = notice?.id ?? newId<NoticeId>();
    const mark = (who: RequestContext) => world.get(MarkNoticeRead).execute(who, { noticeId });
    await expect(mark(world.as(newId<PersonId>(), forceId))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(mark(world.as(personId, newId<ForceId>()))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const read = await mark(world.as(personId, forceId));
    expect(read.readAt).toEqual(world.clock.now());
    world.clock.advance({ hours: 1 });
    expect(await mark(world.as(personId, forceId))).toEqual(read);
    expect(
      await world.get(NoticeReader).ofPerson(scopeOf(newId<ForceId>()), personId, { limit: 5, after: null }),
    ).toHaveProperty('rows', []);
  });

  it('pages notices newest first, through an index', async () => {
    const personId = await person();
    for (const cycle of ['1', '2', '3']) await tell(about(personId, { cycle, channels: ['notice'] }));
    const all = await notices(personId);
    const after = all[1]?.id ?? null;
    const rest = await world.get(NoticeReader).ofPerson(ctx.force, personId, { limit: 5, after });
    expect(rest.rows).toEqual(all.slice(2));
    const plan = await world.connection
      .model(NOTICE)
      .find({ forceId, personId })
      .sort({ _id: -1 })
      .explain('queryPlanner');
    const text = JSON.stringify(
      (plan as unknown as { queryPlanner: { winningPlan: unknown } }).queryPlanner.winningPlan,
    );
    expect(text).toContain('IXSCAN');
    expect(text).not.toMatch(/COLLSCAN|"SORT"/);
  });
});
