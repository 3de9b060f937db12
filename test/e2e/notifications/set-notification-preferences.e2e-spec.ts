import { TellPerson } from '@app/notifications';
import { englishOnly } from '@app/platform/context/words.js';
import { objectId } from '@app/platform/ids/ids.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aWorld, type World } from '../../support/a-world.js';

const FIELDS = 'mailOff quietFrom quietTo';
const MINE = `{ myNotificationPreferences { ${FIELDS} } }`;

let world: World;
beforeAll(async () => {
  world = await aWorld();
}, 60_000);
afterAll(() => world.end());

describe('setNotificationPreferences', () => {
  it('NTF-15 NTF-16 begins with the usual, keeps what is said, and the same again changes nothing', async () => {
    const officer = await world.as('officer');
    expect(await officer.query(MINE)).toEqual({ mailOff: [], quietFrom: '21:00', quietTo: '07:00' });
    const input = { mailOff: ['RESULTS', 'AWARDS'], quietFrom: '22:00', quietTo: '06:30' };
    const wanted = { mailOff: ['AWARDS', 'RESULTS'], quietFrom: '22:00', quietTo: '06:30' };
    expect(await officer.mutate('setNotificationPreferences', input, FIELDS)).toEqual({
      __typename: 'NotificationPreferences',
      ...wanted,
    });
    const told = () =>
      world.connection.collection('journal').countDocuments({ type: 'notifications.preferences.set.v1' });
    expect(await told()).toBe(1);
    expect(await officer.mutate('setNotificationPreferences', input, FIELDS)).toMatchObject(wanted);
    expect(await told()).toBe(1);
    expect(await officer.query(MINE)).toEqual(wanted);
    expect(await (await world.as('colleague')).query(MINE)).toMatchObject({ mailOff: [] });
  });

  it('NTF-15 leaves the notice and sends no mail of what is switched off', async () => {
    const colleague = await world.as('colleague');
    await colleague.mutate('setNotificationPreferences', {
      mailOff: ['RESULTS'],
      quietFrom: null,
      quietTo: null,
    });
    const { personId } = colleague;
    const what = {
      message: 'results-released',
      cycle: 'one',
      channels: ['notice', 'mail'],
      facts: {},
    } as const;
    await world
      .get(TellPerson)
      .execute(world.system(), { personId, course: englishOnly('Online harms'), ...what });
    await world.settle();
    const rows = await world.connection
      .collection('messageDeliveries')
      .find({ recipient: objectId(personId), cycle: 'one' })
      .toArray();
    expect(rows.map((row) => [row['channel'], row['state'], row['reason']])).toEqual([
      ['notice', 'delivered', null],
      ['mail', 'suppressed', 'switched off'],
    ]);
  });

  it('refuses what cannot be switched off and hours that are none', async () => {
    const officer = await world.as('officer');
    const refused = (more: object) =>
      officer.refusalOf('setNotificationPreferences', {
        mailOff: [],
        quietFrom: '21:00',
        quietTo: '07:00',
        ...more,
      });
    expect(await refused({ mailOff: ['ACCOUNT'] })).toBe('MAIL_NOT_OPTIONAL');
    expect(await refused({ quietTo: null })).toBe('QUIET_HOURS_WRONG');
    expect(await refused({ quietFrom: '25:00' })).toBe('QUIET_HOURS_WRONG');
    expect(await officer.codeOf('setNotificationPreferences', {})).toBe('BAD_USER_INPUT');
    expect(await officer.codeOf('setNotificationPreferences', { mailOff: ['SPAM'] })).toBe('BAD_USER_INPUT');
    const input = { mailOff: [], quietFrom: null, quietTo: null };
    expect(await world.stranger().codeOf('setNotificationPreferences', input)).toBe('UNAUTHENTICATED');
  });
});
