import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { aWorld, type World } from '../support/a-world.js';

describe('GraphQL over HTTP, audited by the specification’s own suite', () => {
  let world: World;

  beforeAll(async () => {
    world = await aWorld();
  });
  afterAll(() => world.end());

  // CSRF prevention wants a header that makes a browser ask first; a bearer token is one, and every real client sends it.
  const fetchFn = (url: string, init: RequestInit = {}) =>
    fetch(url, {
      ...init,
      headers: { 'apollo-require-preflight': 'true', ...(init.headers as Record<string, string>) },
    });

  const audits = serverAudits({ url: () => `${world.url}/graphql`, fetchFn });
  it.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_name, audit) => {
    const result = await audit.fn();
    const said = result.status === 'ok' ? 'ok' : `${result.status}: ${result.reason}`;
    // MUST clauses give an error when broken; SHOULD and MAY give a warning or a notice.
    expect(result.status === 'error' ? said : 'ok').toBe('ok');
  });

  it('answers a query by GET, and refuses a mutation by GET', async () => {
    const headers = { 'apollo-require-preflight': 'true', accept: 'application/graphql-response+json' };
    const asked = await fetch(`${world.url}/graphql?query=${encodeURIComponent('{ __typename }')}`, {
      headers,
    });
    expect([asked.status, asked.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('application/graphql-response+json'),
    ]);
    const changed = await fetch(
      `${world.url}/graphql?query=${encodeURIComponent('mutation { __typename }')}`,
      { headers },
    );
    expect(changed.status).toBe(405);
  });

  it('refuses what a browser would send without asking first', async () => {
    const response = await fetch(`${world.url}/graphql?query=${encodeURIComponent('{ __typename }')}`);
    expect(response.status).toBe(400);
  });

  it('takes a persisted operation by its hash, once it has been shown', async () => {
    const query = '{ __typename }';
    const { createHash } = await import('node:crypto');
    const extensions = {
      persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') },
    };
    const ask = async (body: object) => {
      const headers = { 'content-type': 'application/json', 'apollo-require-preflight': 'true' };
      const response = await fetch(`${world.url}/graphql`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      });
      return (await response.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] };
    };
    expect((await ask({ extensions })).errors?.[0]?.extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
    expect((await ask({ query, extensions })).data).toEqual({ __typename: 'Query' });
    expect((await ask({ extensions })).data).toEqual({ __typename: 'Query' });
  });
});
