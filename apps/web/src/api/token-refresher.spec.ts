import { Clock } from '@app/platform/clock/clock.js';
import type { SessionFragment } from '../gql/graphql.js';
import { Fault } from '../pipeline/fault.js';
import type { ApiClient, Caller } from './api-client.js';
import { TokenRefresher } from './token-refresher.js';

const NOW = Date.parse('2027-03-27T12:00:00Z');
const caller: Caller = { language: 'en', requestId: 'r', address: '127.0.0.1' };
const tokens = { access: 'a1', accessUntil: NOW + 30_000, refresh: 'r1' };

class TestClock extends Clock {
  at = NOW;
  override now(): Date {
    return new Date(this.at);
  }
}

function sessionWith(refreshToken: string): SessionFragment {
  return { refreshToken } as SessionFragment;
}

/** Stands for the outside world: each exchange is answered by the next of the given answers. */
function anApi(answers: (() => Promise<unknown>)[]) {
  const sent: unknown[] = [];
  const send = (_document: unknown, variables: unknown): Promise<unknown> => {
    sent.push(variables);
    return (answers.shift() ?? (() => Promise.reject(new Error('one exchange too many'))))();
  };
  return { sent, api: { send } as unknown as ApiClient };
}

const given = (refreshToken: string) => () =>
  Promise.resolve({ refreshSession: { __typename: 'SignedIn', ...sessionWith(refreshToken) } });

describe('TokenRefresher', () => {
  it('exchanges a minute before the end, not earlier', () => {
    const clock = new TestClock();
    const refresher = new TokenRefresher(anApi([]).api, clock);
    expect(refresher.areNearEnd({ ...tokens, accessUntil: NOW + 60_000 })).toBe(false);
    expect(refresher.areNearEnd({ ...tokens, accessUntil: NOW + 59_999 })).toBe(true);
  });

  it('exchanges a refresh token once, however many requests bring it at once or shortly after', async () => {
    const { api, sent } = anApi([given('r2')]);
    const refresher = new TokenRefresher(api, new TestClock());
    const both = await Promise.all([refresher.refresh(tokens, caller), refresher.refresh(tokens, caller)]);
    const late = await refresher.refresh(tokens, caller);
    expect([...both, late].map((each) => each?.refreshToken)).toEqual(['r2', 'r2', 'r2']);
    expect(sent).toEqual([{ input: { refreshToken: 'r1' } }]);
  });

  it('forgets after some minutes', async () => {
    const clock = new TestClock();
    const { api, sent } = anApi([given('r2'), given('r3')]);
    const refresher = new TokenRefresher(api, clock);
    await refresher.refresh(tokens, caller);
    clock.at += 6 * 60_000;
    await refresher.refresh(tokens, caller);
    expect(sent).toHaveLength(2);
  });

  it('tells that a session has ended, by refusal or by fault', async () => {
    const refused = () => Promise.resolve({ refreshSession: { __typename: 'Refused' } });
    const fault = () => Promise.reject(new Fault('UNAUTHENTICATED', 'ended'));
    const refresher = new TokenRefresher(anApi([refused, fault]).api, new TestClock());
    expect(await refresher.refresh(tokens, caller)).toBeUndefined();
    expect(await refresher.refresh({ ...tokens, refresh: 'other' }, caller)).toBeUndefined();
  });

  it('takes an API that is away for no answer, and tries again next time', async () => {
    const away = () => Promise.reject(new Fault('API_AWAY', 'no answer'));
    const refresher = new TokenRefresher(anApi([away, given('r2')]).api, new TestClock());
    await expect(refresher.refresh(tokens, caller)).rejects.toMatchObject({ code: 'API_AWAY' });
    expect((await refresher.refresh(tokens, caller))?.refreshToken).toBe('r2');
  });
});
