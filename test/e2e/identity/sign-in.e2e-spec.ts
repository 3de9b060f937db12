import {
  AddPerson,
  InvitationLinks,
  InvitePerson,
  type PasswordResetId,
  PasswordResetLinks,
  SuspendPerson,
} from '@app/identity';
import type { PersonId } from '@app/platform/context/request-context.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aWorld, type World } from '../../support/a-world.js';
import { Caller } from '../../support/caller.js';

const PASSWORD = 'four calm words here';
const SIGNED_IN =
  'accessToken accessTokenExpiresAt refreshToken me { bundles person { id status } force { slug } }';

let world: World;
let next = 0;

beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.end());

/** Somebody on record with an address, not yet invited. */
async function somebody(): Promise<{ personId: PersonId; email: string }> {
  const mark = `sign-in-${++next}`;
  const email = `${mark}@lantern.example`;
  const input = { givenName: 'Noor', familyName: 'Haddad', staffNumber: mark, email };
  const person = await world.get(AddPerson).execute(world.system(), input);
  return { personId: person.id, email };
}

async function invitationFor(personId: PersonId): Promise<string> {
  const invitation = await world.get(InvitePerson).execute(world.system(), { personId });
  return world.get(InvitationLinks).tokenOf(invitation.id);
}

/** Somebody who has a password. */
async function anAccount(): Promise<{ personId: PersonId; email: string }> {
  const person = await somebody();
  const token = await invitationFor(person.personId);
  await world.stranger().mutate('acceptInvitation', { token, password: PASSWORD });
  return person;
}

/** The token of the latest reset link of a person: as the mail would carry it. */
async function resetTokenOf(personId: PersonId): Promise<string> {
  const row = await world.connection
    .collection('journal')
    .find({ type: 'identity.password-reset.requested.v1', 'data.personId': personId })
    .sort({ _id: -1 })
    .next();
  return world.get(PasswordResetLinks).tokenOf(row?.['data'].resetId as PasswordResetId);
}

function signIn(email: string, password = PASSWORD) {
  return world.stranger().mutate('signIn', { identifier: email, password }, SIGNED_IN);
}

describe('acceptInvitation', () => {
  it('IDN-28 sets a first password and signs the person in, once', async () => {
    const { personId } = await somebody();
    const token = await invitationFor(personId);
    const done = await world.stranger().mutate('acceptInvitation', { token, password: PASSWORD }, SIGNED_IN);
    expect(done.me).toEqual({
      bundles: ['officer'],
      person: { id: personId, status: 'ACTIVE' },
      force: { slug: 'harbourshire' },
    });
    const again = await world.stranger().mutate('acceptInvitation', { token, password: PASSWORD });
    expect(again).toMatchObject({ __typename: 'Refused', code: 'INVITATION_USED', rule: 'IDN-28' });
  });

  it('IDN-28 refuses a token that is not ours, with another seal, or replaced by a newer one', async () => {
    const { personId } = await somebody();
    const token = await invitationFor(personId);
    const forged = `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`;
    for (const wrong of ['', 'nonsense', forged, `${personId}.${token.split('.')[1]}`]) {
      expect(await world.stranger().refusalOf('acceptInvitation', { token: wrong, password: PASSWORD })).toBe(
        'INVITATION_NOT_VALID',
      );
    }
    world.clock.advance({ minutes: 2 });
    const newer = await invitationFor(personId);
    expect(newer).not.toBe(token);
    expect(await world.stranger().refusalOf('acceptInvitation', { token, password: PASSWORD })).toBe(
      'INVITATION_NOT_VALID',
    );
  });

  it('IDN-28 works to the last moment of the seventh day and not at its end', async () => {
    const before = await somebody();
    const after = await somebody();
    const inTime = await invitationFor(before.personId);
    const late = await invitationFor(after.personId);
    world.clock.advance({ days: 7, ms: -1 });
    expect(await world.stranger().mutate('acceptInvitation', { token: inTime, password: PASSWORD })).toEqual({
      __typename: 'SignedIn',
    });
    world.clock.advance({ ms: 1 });
    expect(await world.stranger().refusalOf('acceptInvitation', { token: late, password: PASSWORD })).toBe(
      'INVITATION_EXPIRED',
    );
  });

  it('IDN-27 refuses a short, long or plain password and leaves the invitation open', async () => {
    const { personId } = await somebody();
    const token = await invitationFor(personId);
    const refusalOf = (password: string) =>
      world.stranger().refusalOf('acceptInvitation', { token, password });
    expect(await refusalOf('eleven char')).toBe('PASSWORD_TOO_SHORT');
    expect(await refusalOf('ab cdefg hi'.repeat(12))).toBe('PASSWORD_TOO_LONG');
    expect(await refusalOf('abababababababab')).toBe('PASSWORD_TOO_PLAIN');
    expect(await refusalOf('MyPassword2026!')).toBe('PASSWORD_TOO_PLAIN');
    expect(await world.stranger().mutate('acceptInvitation', { token, password: PASSWORD })).toEqual({
      __typename: 'SignedIn',
    });
  });

  it('keeps the invitation of a suspended person shut', async () => {
    const { personId } = await somebody();
    const token = await invitationFor(personId);
    await world.get(SuspendPerson).execute(world.system(), { personId, reason: 'under review' });
    expect(await world.stranger().refusalOf('acceptInvitation', { token, password: PASSWORD })).toBe(
      'INVITATION_NOT_VALID',
    );
  });

  it('answers malformed input with BAD_USER_INPUT', async () => {
    expect(await world.stranger().codeOf('acceptInvitation', { token: 7 })).toBe('BAD_USER_INPUT');
  });
});

describe('signIn', () => {
  it('gives a token that says who acts, and lives ten minutes', async () => {
    const { email, personId } = await anAccount();
    const done = await signIn(` ${email.toUpperCase()} `);
    expect(done.me.person.id).toBe(personId);
    const left = new Date(done.accessTokenExpiresAt).getTime() - world.clock.now().getTime();
    expect(left).toBeGreaterThan(9 * 60_000);
    expect(left).toBeLessThanOrEqual(10 * 60_000);
    const caller = asToken(done.accessToken);
    expect((await caller.query('{ me { person { id } } }')).person.id).toBe(personId);
    world.clock.advance({ minutes: 10, seconds: 1 });
    const late = await caller.send('{ me { bundles } }');
    expect(late.errors[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });

  it('IDN-23 gives one answer to a wrong password, an unknown account, a person never invited and a suspended one', async () => {
    const { email } = await anAccount();
    const never = await somebody();
    const gone = await anAccount();
    await world
      .get(SuspendPerson)
      .execute(world.system(), { personId: gone.personId, reason: 'under review' });
    const answers = [
      await signIn(email, 'not the right words'),
      await signIn('nobody-at-all@lantern.example'),
      await signIn('not an address'),
      await signIn(never.email),
      await signIn(gone.email),
    ];
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ code: 'SIGN_IN_FAILED', rule: 'IDN-23', field: null });
  });

  it('IDN-23 refuses another force’s slug as if the password were wrong', async () => {
    const { email } = await anAccount();
    const input = { identifier: email, password: PASSWORD, forceSlug: 'glan-arian' };
    expect(await world.stranger().refusalOf('signIn', input)).toBe('SIGN_IN_FAILED');
    const own = await world.stranger().mutate('signIn', { ...input, forceSlug: 'harbourshire' });
    expect(own).toEqual({ __typename: 'SignedIn' });
  });

  it('IDN-24 takes five wrong passwords, then says when to try again: the same for an unknown account', async () => {
    world.at('2026-12-01T10:00:00Z');
    const { email } = await anAccount();
    for (const subject of [email, 'ghost@lantern.example']) {
      for (let n = 0; n < 5; n++)
        expect((await signIn(subject, 'not the right words')).code).toBe('SIGN_IN_FAILED');
      expect(await signIn(subject)).toEqual({
        __typename: 'Refused',
        code: 'SIGN_IN_THROTTLED',
        rule: 'IDN-24',
        field: null,
        message: 'There have been too many attempts to sign in. Try again after 10:15.',
      });
    }
    world.clock.advance({ minutes: 15 });
    expect((await signIn(email)).__typename).toBe('SignedIn');
  });

  it('IDN-24 counts attempts made at one moment', async () => {
    const { email } = await anAccount();
    const codes = await Promise.all(
      Array.from({ length: 12 }, async () => (await signIn(email, 'not the right words')).code as string),
    );
    expect(codes.filter((code) => code === 'SIGN_IN_FAILED')).toHaveLength(5);
    expect(codes.filter((code) => code === 'SIGN_IN_THROTTLED')).toHaveLength(7);
  });

  it('speaks Welsh to a client that asks for it', async () => {
    const reply = await world
      .stranger()
      .send(
        'mutation { signIn(input: { identifier: "x@lantern.example", password: "y" }) { ... on Refused { message } } }',
        {},
        { 'accept-language': 'cy' },
      );
    expect(reply.data?.['signIn'].message).toMatch(/^Nid yw’r cyfeiriad e-bost/);
  });

  it('answers malformed input with BAD_USER_INPUT', async () => {
    expect(await world.stranger().codeOf('signIn', { identifier: 'x' })).toBe('BAD_USER_INPUT');
  });
});

describe('refreshSession', () => {
  it('gives the next pair of tokens', async () => {
    const { email } = await anAccount();
    const first = await signIn(email);
    const second = await world
      .stranger()
      .mutate('refreshSession', { refreshToken: first.refreshToken }, SIGNED_IN);
    expect(second.__typename).toBe('SignedIn');
    expect(second.refreshToken).not.toBe(first.refreshToken);
    const third = await world.stranger().mutate('refreshSession', { refreshToken: second.refreshToken });
    expect(third.__typename).toBe('SignedIn');
  });

  it('IDN-26 a token used twice ends the whole session, at once', async () => {
    const { email, personId } = await anAccount();
    const first = await signIn(email);
    const second = await world
      .stranger()
      .mutate('refreshSession', { refreshToken: first.refreshToken }, SIGNED_IN);
    expect(await world.stranger().refusalOf('refreshSession', { refreshToken: first.refreshToken })).toBe(
      'SESSION_ENDED',
    );
    expect(await world.stranger().refusalOf('refreshSession', { refreshToken: second.refreshToken })).toBe(
      'SESSION_ENDED',
    );
    const reply = await asToken(second.accessToken).send('{ me { bundles } }');
    expect(reply.errors[0]?.extensions['code']).toBe('UNAUTHENTICATED');
    const ended = await world.connection
      .collection('journal')
      .countDocuments({ type: 'identity.session.ended.v1', 'data.personId': personId });
    expect(ended).toBe(1);
  });

  it('IDN-26 of two at one moment, at most one is served and the session ends', async () => {
    const { email } = await anAccount();
    const { refreshToken } = await signIn(email);
    const both = await Promise.all(
      [1, 2].map(() => world.stranger().mutate('refreshSession', { refreshToken }, 'refreshToken')),
    );
    const served = both.filter(({ __typename }) => __typename === 'SignedIn');
    expect(served.length).toBeLessThanOrEqual(1);
    for (const { refreshToken: next } of served)
      expect(await world.stranger().refusalOf('refreshSession', { refreshToken: next })).toBe(
        'SESSION_ENDED',
      );
  });

  it('IDN-25 refuses a token that is not ours, has lain for seven days or belongs to a suspended person', async () => {
    const { email, personId } = await anAccount();
    expect(await world.stranger().refusalOf('refreshSession', { refreshToken: 'nonsense' })).toBe(
      'SESSION_ENDED',
    );
    const old = await signIn(email);
    world.clock.advance({ days: 7 });
    expect(await world.stranger().refusalOf('refreshSession', { refreshToken: old.refreshToken })).toBe(
      'SESSION_ENDED',
    );
    const live = await signIn(email);
    await world.get(SuspendPerson).execute(world.system(), { personId, reason: 'under review' });
    expect(await world.stranger().refusalOf('refreshSession', { refreshToken: live.refreshToken })).toBe(
      'SESSION_ENDED',
    );
  });

  it('answers malformed input with BAD_USER_INPUT', async () => {
    expect(await world.stranger().codeOf('refreshSession', {})).toBe('BAD_USER_INPUT');
  });
});

describe('signOut', () => {
  it('ends the session at once; a second time and an unknown token are answered the same', async () => {
    const { email } = await anAccount();
    const { refreshToken, accessToken } = await signIn(email);
    for (const token of [refreshToken, refreshToken, 'nonsense'])
      expect(await world.stranger().mutate('signOut', { refreshToken: token }, 'ok')).toEqual({
        __typename: 'Done',
        ok: true,
      });
    expect(await world.stranger().refusalOf('refreshSession', { refreshToken })).toBe('SESSION_ENDED');
    const reply = await asToken(accessToken).send('{ me { bundles } }');
    expect(reply.errors[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });

  it('answers malformed input with BAD_USER_INPUT', async () => {
    expect(await world.stranger().codeOf('signOut', { refreshToken: null })).toBe('BAD_USER_INPUT');
  });
});

describe('requestPasswordReset and resetPassword', () => {
  const NEW = 'five other calm words';

  it('IDN-30 answers the same for any address, and writes as much', async () => {
    const { email } = await anAccount();
    const written = async (address: string) => {
      const count = () => world.connection.collection('journal').countDocuments();
      const before = await count();
      const answer = await world.stranger().mutate('requestPasswordReset', { email: address }, 'ok');
      return { answer, rows: (await count()) - before };
    };
    const known = await written(email);
    expect(known).toEqual({ answer: { __typename: 'Done', ok: true }, rows: 1 });
    expect(await written('nobody@lantern.example')).toEqual(known);
    expect(await written('not an address')).toEqual(known);
  });

  it('IDN-30 sets the new password once and ends every session', async () => {
    const { email, personId } = await anAccount();
    const open = await signIn(email);
    await world.stranger().mutate('requestPasswordReset', { email });
    const token = await resetTokenOf(personId);
    expect(await world.stranger().mutate('resetPassword', { token, password: NEW }, 'ok')).toEqual({
      __typename: 'Done',
      ok: true,
    });
    expect(await world.stranger().refusalOf('resetPassword', { token, password: NEW })).toBe('RESET_USED');
    expect(await world.stranger().refusalOf('refreshSession', { refreshToken: open.refreshToken })).toBe(
      'SESSION_ENDED',
    );
    expect((await signIn(email)).code).toBe('SIGN_IN_FAILED');
    expect((await signIn(email, NEW)).__typename).toBe('SignedIn');
  });

  it('IDN-30 refuses a link after one hour, one replaced by a newer one, and one that is not ours', async () => {
    const { email, personId } = await anAccount();
    await world.stranger().mutate('requestPasswordReset', { email });
    const first = await resetTokenOf(personId);
    await world.stranger().mutate('requestPasswordReset', { email });
    const second = await resetTokenOf(personId);
    const refusalOf = (token: string) =>
      world.stranger().refusalOf('resetPassword', { token, password: NEW });
    expect(await refusalOf(first)).toBe('RESET_NOT_VALID');
    expect(await refusalOf('nonsense')).toBe('RESET_NOT_VALID');
    world.clock.advance({ hours: 1 });
    expect(await refusalOf(second)).toBe('RESET_EXPIRED');
  });

  it('IDN-27 refuses an unfit password and leaves the link open', async () => {
    const { email, personId } = await anAccount();
    await world.stranger().mutate('requestPasswordReset', { email });
    const token = await resetTokenOf(personId);
    expect(await world.stranger().refusalOf('resetPassword', { token, password: 'short' })).toBe(
      'PASSWORD_TOO_SHORT',
    );
    expect((await world.stranger().mutate('resetPassword', { token, password: NEW })).__typename).toBe(
      'Done',
    );
  });

  it('IDN-30 sends nothing to an account asked for too often, and says nothing of it', async () => {
    const { email, personId } = await anAccount();
    for (let n = 0; n < 5; n++)
      expect((await world.stranger().mutate('requestPasswordReset', { email })).__typename).toBe('Done');
    const sent = await world.connection
      .collection('journal')
      .countDocuments({ type: 'identity.password-reset.requested.v1', 'data.personId': personId });
    expect(sent).toBe(3);
  });

  it('answers malformed input with BAD_USER_INPUT', async () => {
    expect(await world.stranger().codeOf('requestPasswordReset', {})).toBe('BAD_USER_INPUT');
    expect(await world.stranger().codeOf('resetPassword', { token: 't' })).toBe('BAD_USER_INPUT');
  });
});

describe('what is stored', () => {
  it('holds no password, token or secret in clear', async () => {
    const { email } = await anAccount();
    const { refreshToken, accessToken } = await signIn(email);
    const { personId } = await somebody();
    const invitation = await invitationFor(personId);
    const collections = await world.connection.listCollections();
    const everything = await Promise.all(
      collections.map(async ({ name }) =>
        JSON.stringify(await world.connection.collection(name).find().toArray()),
      ),
    );
    const text = everything.join('\n');
    for (const secret of [PASSWORD, refreshToken, accessToken, invitation, invitation.split('.')[1] ?? ''])
      expect(text.includes(secret)).toBe(false);
  });
});

function asToken(token: string): Caller {
  return new Caller(world.url, token);
}
