import { readFileSync } from 'node:fs';
import { aGraphqlPeer, type GraphqlPeer } from '../testing/a-graphql-peer.js';
import { Visitor } from '../testing/a-visitor.js';
import { aWeb, type TestWeb } from '../testing/a-web.js';

describe('fileVisits', () => {
  let peer: GraphqlPeer;
  let web: TestWeb;
  const file = `/files/${'a'.repeat(24)}?until=1&seal=x`;

  beforeAll(async () => {
    peer = await aGraphqlPeer(readFileSync('apps/api/schema.graphql', 'utf8'));
    peer.answers = {
      'SignedIn.accessToken': 'the-access-token',
      'SignedIn.accessTokenExpiresAt': '2999-01-01T00:00:00.000Z',
      'Person.language': 'EN',
      'Me.bundles': ['officer'],
      'PageInfo.hasNextPage': false,
    };
    web = await aWeb(peer.url);
  });
  afterAll(async () => {
    await web.stop();
    await peer.stop();
  });

  it('puts the session’s token in the place of its cookie, for reading a file and for nothing else', async () => {
    const visitor = new Visitor(web.origin);
    await visitor.signIn();
    const ask = (path: string, method: string, headers: Record<string, string> = {}) =>
      fetch(`${web.origin}${path}`, { method, headers: { cookie: visitor.cookie, ...headers } });
    await ask(file, 'GET');
    expect(peer.files.at(-1)).toMatchObject({ authorization: 'Bearer the-access-token' });
    expect(peer.files.at(-1)?.cookie).toBeUndefined();
    await ask(file, 'GET', { authorization: 'Bearer of-its-own' });
    expect(peer.files.at(-1)?.authorization).toBe('Bearer of-its-own');
    await ask('/files?purpose=response-file&name=a.csv', 'POST');
    expect(peer.files.at(-1)?.authorization).toBeUndefined();
    await fetch(`${web.origin}${file}`);
    expect(peer.files.at(-1)?.authorization).toBeUndefined();
  });
});
