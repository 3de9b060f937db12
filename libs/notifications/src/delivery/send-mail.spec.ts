import { spawnSync } from 'node:child_process';
import { hostname } from 'node:os';
import { AddPerson, IdentityModule } from '@app/identity';
import { type ForceId, type PersonId, type RequestContext } from '@app/platform/context/request-context.js';
import { englishOnly } from '@app/platform/context/words.js';
import { newId } from '@app/platform/ids/ids.js';
import { processName } from '@app/platform/process/process-name.js';
import { DomainWorld } from '@app/platform/testing/domain-world.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { processorModules } from '../../../../apps/worker/src/processors.js';
import { type Mail, Mailer, MailNotTaken } from '../mail/mailer.js';
import { NotificationsModule } from '../notifications.module.js';
import type { DeliveryId } from './delivery.js';
import { DeliveryReader } from './delivery.reader.js';
import { DELIVERY, type StoredDelivery } from './delivery.schema.js';
import { SettleUnknown } from './follow-mail.js';
import { SendMail } from './send-mail.js';
import { TellPerson } from './tell-person.js';

describe('sending a mail', () => {
  let world: DomainWorld;
  let ctx: RequestContext;
  let occasions = 0;
  const sent: Mail[] = [];
  let answer: (mail: Mail) => Promise<void>;

  beforeAll(async () => {
    world = await DomainWorld.of([NotificationsModule, IdentityModule, ...processorModules]);
    ctx = world.system(newId<ForceId>());
    world.get(Mailer).send = (mail: Mail) => answer(mail);
  });
  beforeEach(() => {
    sent.length = 0;
    answer = async (mail) => void sent.push(mail);
    world.clock.set('2026-11-23T09:00:00Z');
  });
  afterAll(() => world.close());

  /** A mail that is queued for somebody; gives its id. Nobody has looked at it yet. */
  async function queued(): Promise<DeliveryId> {
    occasions += 1;
    const staffNumber = newId<PersonId>().slice(-8);
    const person = {
      givenName: 'Siân',
      familyName: 'Rees',
      staffNumber,
      email: `${staffNumber}@lantern.example`,
    };
    const { id: personId } = await world.get(AddPerson).execute(ctx, person);
    const cycle = `occasion-${occasions}`;
    const course = englishOnly('Online harms');
    const what = { message: 'results-released', cycle, channels: ['mail'], facts: {}, course } as const;
    await world.get(TellPerson).execute(ctx, { personId, ...what });
    const row = await world.connection
      .model<StoredDelivery>(DELIVERY)
      .findOne({ forceId: ctx.force.forceId, cycle });
    return String(row?._id) as DeliveryId;
  }

  const send = (deliveryId: DeliveryId) => world.get(SendMail).execute(ctx, { deliveryId });
  const stateOf = async (id: DeliveryId) => {
    const row = await world.get(DeliveryReader).byId(id);
    return [row?.state, row?.attempts, row?.reason];
  };
  const refuse = (error: Error) => {
    answer = () => Promise.reject(error);
  };

  it('NTF-10 NTF-11 goes out once, however many workers take it up, under a Message-ID of its own', async () => {
    const id = await queued();
    await Promise.all([send(id), send(id), send(id)]);
    await world.settle();
    expect(sent.map((mail) => mail.id)).toEqual([id]);
    expect(await stateOf(id)).toEqual(['accepted', 1, null]);
  });

  it('NTF-12 tries again after 1, 5, 15, 60 and 180 minutes, then has failed for an operator to see', async () => {
    const id = await queued();
    refuse(new MailNotTaken('reply 451'));
    await world.settle();
    for (const [tries, minutes] of [1, 5, 15, 60, 180].entries()) {
      expect(await stateOf(id)).toEqual(['queued', tries + 1, 'reply 451']);
      world.clock.advance({ minutes, ms: -1 });
      await world.settle();
      expect((await stateOf(id))[1]).toBe(tries + 1);
      world.clock.advance({ ms: 1 });
      await world.settle();
    }
    expect(await stateOf(id)).toEqual(['failed', 6, 'reply 451']);
    const page = await world.get(DeliveryReader).page('failed', { limit: 10, after: null });
    expect(page.rows.map((row) => row.id)).toEqual([id]);
    answer = async (mail) => void sent.push(mail);
    world.clock.advance({ days: 2 });
    await world.settle();
    expect(sent).toEqual([]);
  });

  it('NTF-12 is sent when the server comes back, and bounces at once when it says no for good', async () => {
    const back = await queued();
    refuse(new MailNotTaken('reply 451'));
    await world.settle();
    answer = async (mail) => void sent.push(mail);
    world.clock.advance({ minutes: 1 });
    await world.settle();
    expect(await stateOf(back)).toEqual(['accepted', 2, null]);
    const never = await queued();
    refuse(new MailNotTaken('reply 550', 'permanent'));
    await world.settle();
    expect(await stateOf(never)).toEqual(['bounced', 1, 'reply 550']);
    expect(sent.map((mail) => mail.id)).toEqual([back]);
  });

  it('NTF-13 loses no try to a door that is closed, and waits for as long', async () => {
    const id = await queued();
    refuse(new MailNotTaken('the mail server does not answer', 'closed', 40_000));
    await world.settle();
    expect((await stateOf(id)).slice(0, 2)).toEqual(['queued', 0]);
    answer = async (mail) => void sent.push(mail);
    world.clock.advance({ seconds: 39 });
    await world.settle();
    expect(sent).toEqual([]);
    world.clock.advance({ seconds: 1 });
    await world.settle();
    expect(await stateOf(id)).toEqual(['accepted', 1, null]);
  });

  it('NTF-12 is tried again, and never unknown, when it could not even be written', async () => {
    const id = await queued();
    const rows = world.connection.model<StoredDelivery>(DELIVERY);
    await rows.updateOne({ _id: id, forceId: ctx.force.forceId }, { $set: { content: { facts: {} } } });
    await world.settle();
    expect(await stateOf(id)).toEqual(['queued', 1, 'it could not be written']);
    expect(sent).toEqual([]);
  });

  it('NTF-02 NTF-11 is unknown when the answer was lost, and never sent again', async () => {
    const id = await queued();
    refuse(new Error('socket hang up'));
    await world.settle();
    expect(await stateOf(id)).toEqual(['unknown', 1, 'the answer was lost']);
    answer = async (mail) => void sent.push(mail);
    await send(id);
    world.clock.advance({ days: 1 });
    await world.settle();
    expect(sent).toEqual([]);
  });

  it('NTF-11 is marked unknown exactly once when its sender dies with the text at the server', async () => {
    const id = await queued();
    let survive: () => void = () => undefined;
    answer = (mail) =>
      new Promise((resolve) => {
        sent.push(mail);
        survive = resolve;
      });
    const dying = send(id);
    while (sent.length === 0) await new Promise((resolve) => setImmediate(resolve));
    // Another worker takes the job up: the claim keeps it off.
    await send(id);
    expect((await stateOf(id)).slice(0, 2)).toEqual(['sending', 1]);
    const settle = world.get(SettleUnknown);
    world.clock.advance({ minutes: 2, ms: -1 });
    expect(await settle.execute()).toBe(0);
    world.clock.advance({ ms: 1 });
    expect([await settle.execute(), await settle.execute()]).toEqual([1, 0]);
    expect(await stateOf(id)).toEqual(['unknown', 1, 'its sender died']);
    await send(id);
    await world.settle();
    expect(sent).toHaveLength(1);
    // It was only asleep: what it knows is better than nothing.
    survive();
    await dying;
    expect(await stateOf(id)).toEqual(['accepted', 1, null]);
  });

  it('NTF-11 is unknown at once when its sender was a process of this host that is no more', async () => {
    const [dead, alive, elsewhere] = [await queued(), await queued(), await queued()];
    const gone = spawnSync(process.execPath, ['-e', '0']).pid;
    const claims = { [dead]: `${hostname()}/${gone}/x`, [alive]: `${processName()}/x` };
    const rows = world.connection.model<StoredDelivery>(DELIVERY);
    for (const id of [dead, alive, elsewhere]) {
      const claim = claims[id] ?? `another-host/${gone}/x`;
      const held = { state: 'sending', claim, leaseUntil: new Date('2026-11-23T09:02:00Z') };
      await rows.updateOne({ _id: id, forceId: ctx.force.forceId }, { $set: held });
    }
    const settle = world.get(SettleUnknown);
    expect([await settle.execute(), await settle.execute()]).toEqual([1, 0]);
    expect(await stateOf(dead)).toEqual(['unknown', 0, 'its sender died']);
    for (const id of [alive, elsewhere]) expect((await stateOf(id))[0]).toBe('sending');
    world.clock.advance({ minutes: 2 });
    expect(await settle.execute()).toBe(2);
  });

  it('pages deliveries of a state through an index', async () => {
    const plan = await world.connection
      .model(DELIVERY)
      .find({ state: 'failed', settled: null }, null, { acrossForces: 'test' })
      .sort({ _id: 1 })
      .explain('queryPlanner');
    const text = JSON.stringify(
      (plan as unknown as { queryPlanner: { winningPlan: unknown } }).queryPlanner.winningPlan,
    );
    expect(text).toContain('IXSCAN');
    expect(text).not.toMatch(/COLLSCAN|"SORT"/);
  });
});
