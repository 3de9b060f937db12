import { TellPerson } from '@app/notifications';
import type { PersonId } from '@app/platform/context/request-context.js';
import { englishOnly } from '@app/platform/context/words.js';
import { newId, objectId } from '@app/platform/ids/ids.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aWorld, type World } from '../../support/a-world.js';
import { type SmtpPeer, smtpPeer, subjectsTo } from './smtp-peer.js';

const TOKEN = 'a receipt token of more than 32 characters';
const LINE = 'id forceId message channel state attempts at reason settled';
const WHY = 'asked the officer by telephone';

let world: World;
let peer: SmtpPeer;
let occasions = 0;
beforeAll(async () => {
  peer = await smtpPeer();
  world = await aWorld({ SMTP_URL: peer.url, NOTIFY_RECEIPT_TOKEN: TOKEN });
}, 60_000);
afterAll(async () => {
  await world.end();
  await peer.end();
});

/** Somebody whose address gets this reply, and the delivery of a mail to them; 250 for one that is taken. */
async function mailTo(reply: number): Promise<{ id: string; address: string }> {
  occasions += 1;
  const personId: PersonId = await world.join('harbourshire', {
    givenName: 'Olive',
    familyName: `No${occasions}`,
  });
  await world.settle();
  const person = await world.connection.collection('people').findOne({ _id: objectId(personId) });
  const address = String(person?.['email']);
  if (reply !== 250) peer.refused.set(address, reply);
  const cycle = `occasion-${occasions}`;
  await world.get(TellPerson).execute(world.system(), {
    ...{ personId, message: 'results-released', cycle, channels: ['mail'], facts: {} },
    course: englishOnly('Online harms'),
  });
  await world.settle();
  const row = await world.connection
    .collection('messageDeliveries')
    .findOne({ recipient: objectId(personId), cycle });
  return { id: String(row?._id), address };
}

const put = (id: string, state: string) =>
  world.connection
    .collection('messageDeliveries')
    .updateOne({ _id: objectId(id as never) }, { $set: { state } });

async function listed(state: string): Promise<string[]> {
  const query = `{ deliveries(state: ${state}, first: 100) { edges { node { ${LINE} } } } }`;
  const { edges } = await (await world.as('operator')).query(query);
  return edges.map(({ node }: { node: { id: string } }) => node.id);
}

describe('deliveries, for operators', () => {
  it('NTF-24 list what went wrong with its reason and nothing of anybody, to operators alone', async () => {
    const { id, address } = await mailTo(550);
    const query = `{ deliveries(state: BOUNCED) { totalCount edges { node { ${LINE} } } } }`;
    const page = await (await world.as('operator')).query(query);
    expect(page.edges).toContainEqual({
      cursor: undefined,
      node: {
        ...{ id, forceId: world.forces.harbourshire.id, message: 'results-released', channel: 'mail' },
        ...{
          state: 'BOUNCED',
          attempts: 1,
          reason: 'reply 550',
          settled: null,
          at: world.clock.now().toISOString(),
        },
      },
    });
    expect(JSON.stringify(page)).not.toContain(address);
    for (const key of ['officer', 'administrator', 'trainer'] as const) {
      const { errors } = await (await world.as(key)).send(query);
      expect(errors[0]?.extensions['code']).toBe('FORBIDDEN');
    }
    const wrong = await (await world.as('operator')).send('{ deliveries(state: LOST) { totalCount } }');
    expect(wrong.errors[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('NTF-24 redriveDelivery sends a bounced mail anew, once, and refuses what did not fail', async () => {
    const { id, address } = await mailTo(550);
    peer.refused.delete(address);
    const operator = await world.as('operator');
    expect(await operator.mutate('redriveDelivery', { deliveryId: id }, LINE)).toMatchObject({
      state: 'QUEUED',
    });
    expect(await operator.mutate('redriveDelivery', { deliveryId: id }, LINE)).toMatchObject({
      state: 'QUEUED',
    });
    await world.settle();
    expect(subjectsTo(peer, address).filter((subject) => subject.startsWith('Your results'))).toHaveLength(1);
    expect(await operator.refusalOf('redriveDelivery', { deliveryId: id })).toBe('DELIVERY_NOT_FAILED');
  });

  it('NTF-24 redriveDelivery never sends again what may have gone', async () => {
    const { id } = await mailTo(250);
    await put(id, 'unknown');
    const operator = await world.as('operator');
    expect(await operator.refusalOf('redriveDelivery', { deliveryId: id })).toBe('DELIVERY_MAY_HAVE_GONE');
  });

  it('NTF-24 discardDelivery gives up what bounced, with a reason, and it leaves the list', async () => {
    const { id } = await mailTo(550);
    const operator = await world.as('operator');
    const input = { deliveryId: id, reason: WHY };
    expect(await operator.refusalOf('discardDelivery', { ...input, reason: ' x ' })).toBe(
      'DELIVERY_REASON_MISSING',
    );
    expect(await listed('BOUNCED')).toContain(id);
    expect(await operator.mutate('discardDelivery', input, LINE)).toMatchObject({ id, settled: 'DISCARDED' });
    expect(await operator.mutate('discardDelivery', input, LINE)).toMatchObject({ id, settled: 'DISCARDED' });
    expect(await listed('BOUNCED')).not.toContain(id);
    expect(await operator.refusalOf('redriveDelivery', { deliveryId: id })).toBe('DELIVERY_NOT_FAILED');
    const { id: went } = await mailTo(250);
    expect(await operator.refusalOf('discardDelivery', { ...input, deliveryId: went })).toBe(
      'DELIVERY_NOT_FAILED',
    );
    const kept = await world.connection.collection('journal').find({ 'data.deliveryId': id }).toArray();
    expect(JSON.stringify(kept)).not.toContain(WHY);
  });

  it('NTF-24 resolveDelivery says what became of an unknown one, without sending it', async () => {
    const { id, address } = await mailTo(250);
    await put(id, 'unknown');
    const operator = await world.as('operator');
    const input = { deliveryId: id, reason: WHY };
    expect(await listed('UNKNOWN')).toContain(id);
    expect(await operator.refusalOf('resolveDelivery', { ...input, reason: '' })).toBe(
      'DELIVERY_REASON_MISSING',
    );
    expect(await operator.mutate('resolveDelivery', input, LINE)).toMatchObject({ settled: 'RESOLVED' });
    expect(await operator.mutate('resolveDelivery', input, LINE)).toMatchObject({ settled: 'RESOLVED' });
    await world.settle();
    expect(await listed('UNKNOWN')).not.toContain(id);
    expect(subjectsTo(peer, address).filter((subject) => subject.startsWith('Your results'))).toHaveLength(1);
    const { id: bounced } = await mailTo(550);
    expect(await operator.refusalOf('resolveDelivery', { ...input, deliveryId: bounced })).toBe(
      'DELIVERY_NOT_UNKNOWN',
    );
  });

  it.each(['redriveDelivery', 'discardDelivery', 'resolveDelivery'])(
    '%s is malformed without an id, finds no unknown one, and is for operators alone',
    async (name) => {
      const { id } = await mailTo(550);
      const more = name === 'redriveDelivery' ? {} : { reason: WHY };
      const operator = await world.as('operator');
      expect(await operator.codeOf(name, { ...more, deliveryId: 'nonsense' })).toBe('BAD_USER_INPUT');
      expect(await operator.codeOf(name, more)).toBe('BAD_USER_INPUT');
      expect(await operator.codeOf(name, { ...more, deliveryId: newId() })).toBe('NOT_FOUND');
      for (const key of ['officer', 'administrator', 'otherAdministrator'] as const)
        expect(await (await world.as(key)).codeOf(name, { ...more, deliveryId: id })).toBe('FORBIDDEN');
      expect(await world.stranger().codeOf(name, { ...more, deliveryId: id })).toBe('UNAUTHENTICATED');
      expect(await listed('BOUNCED')).toContain(id);
    },
  );
});

describe('receipts of GOV.UK Notify', () => {
  const post = (body: unknown, token: string | null = TOKEN) =>
    fetch(`${world.url}/receipts/notify`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
    });
  const stateOf = async (id: string) =>
    (await world.connection.collection('messageDeliveries').findOne({ _id: objectId(id as never) }))?.[
      'state'
    ];
  const receipt = (reference: string, status: string) => ({
    ...{ id: 'b5f8ee04-0000-4000-8000-000000000000', reference, status, to: 'olive@lantern.example' },
    ...{ notification_type: 'email', created_at: '2026-11-23T09:00:00.000000Z', template_version: 1 },
  });

  it.each([
    ['delivered', 'delivered'],
    ['permanent-failure', 'bounced'],
    ['temporary-failure', 'failed'],
    ['technical-failure', 'failed'],
  ])('NTF-25 take %s for %s, again for the same, and never back', async (status, state) => {
    const { id } = await mailTo(250);
    expect(await stateOf(id)).toBe('accepted');
    expect((await post(receipt(id, status))).status).toBe(204);
    expect((await post(receipt(id, status))).status).toBe(204);
    expect(await stateOf(id)).toBe(state);
    if (state === 'delivered') {
      await post(receipt(id, 'permanent-failure'));
      expect(await stateOf(id)).toBe('delivered');
    }
  });

  it('NTF-25 are taken from nobody without the token, nor when they are none', async () => {
    const { id } = await mailTo(250);
    for (const token of [null, 'another token of more than 32 characters.'])
      expect((await post(receipt(id, 'delivered'), token)).status).toBe(401);
    for (const body of [{}, receipt(id, 'sent-somewhere'), [], 7, { reference: id }])
      expect((await post(body)).status).toBe(400);
    for (const reference of [newId(), 'nobody’s', ''])
      expect((await post(receipt(reference, 'delivered'))).status).toBe(204);
    expect(await stateOf(id)).toBe('accepted');
  });
});
