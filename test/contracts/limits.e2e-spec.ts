import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aWorld, type World } from '../support/a-world.js';

describe('limits of a request', () => {
  let world: World;

  beforeAll(async () => {
    world = await aWorld();
  });
  afterAll(() => world.end());

  async function post(body: string): Promise<{ status: number; text: string }> {
    const headers = { 'content-type': 'application/json', 'apollo-require-preflight': 'true' };
    const response = await fetch(`${world.url}/graphql`, { method: 'POST', headers, body });
    return { status: response.status, text: await response.text() };
  }

  it('refuses a query 40 levels deep, in words', async () => {
    const query = `{ __type(name: "Query") { fields { type { ${'ofType { '.repeat(40)} name ${'} '.repeat(40)} } } } }`;
    const { status, text } = await post(JSON.stringify({ query }));
    expect(status).toBe(400);
    expect(text).toMatch(/depth|deep|recursive/i);
    expect(text).not.toContain('INTERNAL_SERVER_ERROR');
  });

  it('refuses a body of 10 MB, in words', async () => {
    const { status, text } = await post(
      JSON.stringify({ query: '{ __typename }', variables: { filler: 'x'.repeat(10 * 1024 * 1024) } }),
    );
    expect(status).toBe(413);
    expect(text).toContain('256 KiB');
  });

  it('refuses a hundred aliases', async () => {
    const aliases = Array.from({ length: 100 }, (_, n) => `a${n}: me { force { id } }`).join(' ');
    const { status, text } = await post(JSON.stringify({ query: `{ ${aliases} }` }));
    expect(status).toBe(400);
    expect(text).toMatch(/alias/i);
  });

  it.each([
    ['broken JSON', '{"query": '],
    ['no query', '{}'],
    ['a query that is not GraphQL', JSON.stringify({ query: '{ me' })],
    ['a list of operations', JSON.stringify([{ query: '{ __typename }' }])],
  ])('answers %s with a fault of the caller, never of ours', async (_what, body) => {
    const { status, text } = await post(body);
    expect(status).toBe(400);
    expect(text).not.toContain('INTERNAL_SERVER_ERROR');
    expect(text).not.toMatch(/node_modules|at \w+ \(/);
  });

  it.each(['/graphql', '/no-such-address'])(
    'sends the headers that keep a browser from harm with %s',
    async (path) => {
      const { headers } = await fetch(`${world.url}${path}`);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
      expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{7,}/);
      expect(headers.get('x-powered-by')).toBeNull();
    },
  );

  it('denies whoever has no token, a broken one or an old one', async () => {
    const ask = '{ me { force { id } } }';
    expect((await world.stranger().send(ask)).errors[0]?.extensions['code']).toBe('UNAUTHENTICATED');
    const officer = await world.as('officer');
    expect((await officer.send(ask)).errors).toEqual([]);
    world.clock.advance({ minutes: 11 });
    expect((await officer.send(ask)).errors[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });

  it('serves the SDL to signed-in clients only', async () => {
    const officer = await world.as('officer');
    expect((await fetch(`${world.url}/schema.graphql`)).status).toBe(401);
    const sdl = await fetch(`${world.url}/schema.graphql`, {
      headers: { authorization: `Bearer ${officer.token ?? ''}` },
    });
    expect(await sdl.text()).toContain('type Query');
  });
});
