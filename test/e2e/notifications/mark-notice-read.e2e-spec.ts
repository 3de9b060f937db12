import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AddPerson, InvitationLinks, InvitePerson } from '@app/identity';
import { TellPerson } from '@app/notifications';
import { englishOnly } from '@app/platform/context/words.js';
import { newId } from '@app/platform/ids/ids.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aWorld, type World } from '../../support/a-world.js';

const NOTICES =
  '{ myNotices { totalCount edges { node { id at subject { en cy cyState } body { en } readAt } } } }';

let world: World;
let mail: string;
beforeAll(async () => {
  mail = mkdtempSync(join(tmpdir(), 'lantern-mail-'));
  world = await aWorld({ LANTERN_MAIL_DIR: mail, PUBLIC_URL: 'https://lantern.harbourshire.example' });
  await world.settle();
}, 60_000);
afterAll(async () => {
  await world.end();
  rmSync(mail, { recursive: true });
});

/** The officer is told something; gives the notice’s id. */
async function told(cycle: string): Promise<string> {
  const personId = await world.personId('officer');
  const course = englishOnly('Online harms');
  const occasion = { message: 'results-released', cycle, channels: ['notice'], facts: { link: '' } } as const;
  await world.get(TellPerson).execute(world.system(), { personId, course, ...occasion });
  const { edges } = await (await world.as('officer')).query(NOTICES);
  return edges[0].node.id as string;
}

/** The mails to an address, with soft line ends taken out. */
function mailsTo(address: string): string[] {
  const texts = readdirSync(mail).map((name) =>
    readFileSync(join(mail, name), 'utf8').replace(/=\r?\n/g, ''),
  );
  return texts.filter((text) => text.includes(`To: ${address}`));
}

describe('markNoticeRead', () => {
  it('marks one’s own notice, and again changes nothing', async () => {
    const noticeId = await told('good');
    const officer = await world.as('officer');
    const read = await officer.mutate('markNoticeRead', { noticeId }, 'id readAt subject { en cyState }');
    expect(read).toMatchObject({
      id: noticeId,
      subject: { en: 'Your results are ready: Online harms', cyState: 'DRAFT' },
    });
    expect(read.readAt).toBe(world.clock.now().toISOString());
    world.clock.advance({ minutes: 5 });
    const again = await (await world.as('officer')).mutate('markNoticeRead', { noticeId }, 'id readAt');
    expect(again.readAt).toBe(read.readAt);
  });

  it('NTF-06 does not find what does not exist, is another person’s or another force’s', async () => {
    const noticeId = await told('mine');
    expect(await (await world.as('officer')).codeOf('markNoticeRead', { noticeId: newId() })).toBe(
      'NOT_FOUND',
    );
    expect(await (await world.as('colleague')).codeOf('markNoticeRead', { noticeId })).toBe('NOT_FOUND');
    expect(await (await world.as('otherOfficer')).codeOf('markNoticeRead', { noticeId })).toBe('NOT_FOUND');
  });

  it('is malformed without an id, and not for those who are not signed in', async () => {
    const officer = await world.as('officer');
    expect(await officer.codeOf('markNoticeRead', { noticeId: 'nonsense' })).toBe('BAD_USER_INPUT');
    expect(await officer.codeOf('markNoticeRead', {})).toBe('BAD_USER_INPUT');
    expect(await world.stranger().codeOf('markNoticeRead', { noticeId: newId() })).toBe('UNAUTHENTICATED');
  });
});

describe('mail of links', () => {
  it('NTF-04 brings the invitation to its address only, and its link works', async () => {
    const ctx = world.system();
    const email = 'ffion.invited@lantern.example';
    const person = { givenName: 'Ffion', familyName: 'Morris', staffNumber: 'INV-1', email };
    const { id: personId } = await world.get(AddPerson).execute(ctx, person);
    const { id } = await world.get(InvitePerson).execute(ctx, { personId });
    await world.settle();
    await world.settle();
    const [text, ...more] = mailsTo(email);
    expect(more).toEqual([]);
    const link = `https://lantern.harbourshire.example/invitation/${world.get(InvitationLinks).tokenOf(id)}`;
    expect(text?.replaceAll('=3D', '=')).toContain(link);
  });

  it('NTF-04 brings a reset link to who asked, and nothing to an address without account', async () => {
    const personId = await world.personId('officer');
    const person = await world.connection.collection('people').findOne({ givenName: 'Maya' });
    const email = person?.['email'] as string;
    expect(personId).toHaveLength(24);
    for (const address of [email, 'nobody@lantern.example'])
      expect(await world.stranger().mutate('requestPasswordReset', { email: address })).toMatchObject({
        __typename: 'Done',
      });
    await world.settle();
    expect(mailsTo(email).filter((text) => text.includes('/reset/'))).toHaveLength(1);
    expect(mailsTo('nobody@lantern.example')).toEqual([]);
  });
});
