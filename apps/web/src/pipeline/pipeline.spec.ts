import { readFileSync } from 'node:fs';
import { GraphQLError } from 'graphql';
import { type Answers, aGraphqlPeer, type GraphqlPeer } from '../testing/a-graphql-peer.js';
import { Visitor } from '../testing/a-visitor.js';
import { aWeb, type TestWeb } from '../testing/a-web.js';
import { messagesOf } from '../words/words.js';

const t = messagesOf('en');
const ANSWERS: Answers = {
  'SignedIn.accessTokenExpiresAt': '2999-01-01T00:00:00.000Z',
  'Person.id': 'p1',
  'Person.language': 'EN',
  'Me.bundles': ['officer', 'author'],
  'PageInfo.hasNextPage': false,
};
const fault = (code: string, extensions: object = {}) =>
  new GraphQLError('inner words of the API', { extensions: { code, ...extensions } });

describe('the way of a request through the web process', () => {
  let peer: GraphqlPeer;
  let web: TestWeb;
  let visitor: Visitor;

  beforeAll(async () => {
    peer = await aGraphqlPeer(readFileSync('apps/api/schema.graphql', 'utf8'));
    web = await aWeb(peer.url);
  });

  beforeEach(() => {
    peer.answers = ANSWERS;
    peer.seen.length = 0;
    visitor = new Visitor(web.origin);
  });

  afterAll(async () => {
    await web.stop();
    await peer.stop();
  });

  describe('headers and cookie', () => {
    it('allows nothing but its own files, and no inline script or style', async () => {
      const { headers, html } = await visitor.goTo('/sign-in');
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toContain('unsafe');
      expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|\sstyle="|\son\w+="/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-powered-by')).toBeNull();
    });

    it('keeps the session in one httpOnly, SameSite=Lax cookie from which no token can be read', async () => {
      await visitor.signIn();
      const { headers } = await visitor.goTo('/awards');
      expect(headers.get('set-cookie')).toMatch(
        /^lantern=[^;]+; Max-Age=\d+; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
      );
      expect(
        Buffer.from(visitor.cookie.slice('lantern='.length), 'base64url').toString('latin1'),
      ).not.toContain('accessToken');
    });

    it('takes an altered cookie for a stranger', async () => {
      await visitor.signIn();
      visitor.cookie = `${visitor.cookie.slice(0, -2)}xx`;
      expect((await visitor.goTo('/awards')).path).toBe('/sign-in?back=%2Fawards');
    });
  });

  describe('forms', () => {
    it('refuses a form without this browser’s token, and asks the API nothing', async () => {
      await visitor.signIn();
      peer.seen.length = 0;
      for (const fields of [{}, { _csrf: 'made-up' }] as Record<string, string>[]) {
        const response = await visitor.post('/courses/OLH-101/enrol', fields);
        expect(response.status).toBe(403);
        expect(await response.text()).toContain(t.faults.pages.FORM_TOKEN.title);
      }
      expect(peer.seen).toEqual([]);
    });

    it('refuses another browser’s token', async () => {
      const other = new Visitor(web.origin);
      await other.signIn();
      const theirs = /name="_csrf" value="([^"]+)"/.exec(other.page?.html ?? '')?.[1] ?? '';
      await visitor.signIn();
      expect((await visitor.post('/courses/OLH-101/enrol', { _csrf: theirs })).status).toBe(403);
    });

    it('shows the same page again with the errors, keeping what was typed', async () => {
      await visitor.goTo('/sign-in');
      const { status, html } = await visitor.send('/sign-in', {
        identifier: 'maya@harbourshire.example',
        password: '',
      });
      expect(status).toBe(422);
      expect(html).toContain(`<title>Error: ${t.signIn.title}`);
      expect(html).toContain('href="#password"');
      expect(html).toContain('value="maya@harbourshire.example"');
    });

    it('shows a refusal in the words of the API, beside its field', async () => {
      peer.answers = {
        ...ANSWERS,
        'Mutation.signIn': {
          __typename: 'Refused',
          code: 'X',
          rule: 'IDN-01',
          message: 'That is not right.',
          field: 'password',
        },
      };
      const { status, html } = await visitor.signIn();
      expect(status).toBe(422);
      expect(html.match(/That is not right\./g)).toHaveLength(2);
      expect(html).toContain('href="#password"');
    });

    it('shows a malformed field as a sentence of its own, never the inner words', async () => {
      peer.answers = { ...ANSWERS, 'Mutation.enrol': fault('BAD_USER_INPUT') };
      await visitor.signIn();
      const { status, html } = await visitor.send('/courses/OLH-101/enrol', {});
      expect(status).toBe(422);
      expect(html).toContain(t.faults.mend.malformed);
      expect(html).not.toContain('inner words');
    });
  });

  describe('signing in and the way back', () => {
    it('leads a stranger to sign in and back to the same place', async () => {
      expect((await visitor.goTo('/courses?search=law')).path).toBe(
        '/sign-in?back=%2Fcourses%3Fsearch%3Dlaw',
      );
      expect((await visitor.signIn('/courses?search=law')).path).toBe('/courses?search=law');
    });

    it.each(['https://evil.example/', '//evil.example/', '/\\evil.example', '/a b', 'courses'])(
      'never leads to %s',
      async (back) => {
        expect((await visitor.signIn(back)).path).toBe('/');
      },
    );

    it('keeps what was typed when the session has ended, and sends it after signing in again', async () => {
      await visitor.signIn();
      peer.answers = { ...ANSWERS, 'Mutation.correctLesson': fault('UNAUTHENTICATED') };
      const path = '/authoring/OLH-101/activities/l1/blocks/b1';
      const lost = await visitor.send(path, {
        markdown: 'Two long hours’ work.',
        revision: '3',
        language: 'en',
      });
      expect(lost.status).toBe(401);
      expect(lost.html).toContain(t.signIn.kept);
      const kept = /name="kept" value="([^"]+)"/.exec(lost.html)?.[1] ?? '';
      expect(lost.html).not.toContain('Two long hours');

      peer.answers = ANSWERS;
      const again = await visitor.send('/sign-in', {
        identifier: 'maya',
        password: 'three calm words',
        back: '',
        kept,
      });
      expect(again.html).toContain(`action="${path}"`);
      expect(again.html).toContain('Two long hours’ work.');
      expect(again.html).not.toContain('three calm words');
    });

    it('does not hand it to another person', async () => {
      await visitor.signIn();
      peer.answers = { ...ANSWERS, 'Mutation.correctLesson': fault('UNAUTHENTICATED') };
      const lost = await visitor.send('/authoring/OLH-101/activities/l1/blocks/b1', {
        markdown: 'Mine',
        revision: '3',
      });
      const kept = /name="kept" value="([^"]+)"/.exec(lost.html)?.[1] ?? '';
      peer.answers = { ...ANSWERS, 'Person.id': 'p2' };
      const other = await visitor.send('/sign-in', { identifier: 'ben', password: 'three calm words', kept });
      expect(other.path).toBe('/');
      expect(other.html).not.toContain('Mine');
    });

    it('signs out here even when the API is away', async () => {
      await visitor.signIn();
      peer.answers = { ...ANSWERS, 'Mutation.signOut': fault('INTERNAL_SERVER_ERROR') };
      expect((await visitor.send('/sign-out', {})).html).toContain(t.signedOut.done);
      expect((await visitor.goTo('/awards')).path).toBe('/sign-in?back=%2Fawards');
    });
  });

  describe('faults', () => {
    it.each([
      ['NOT_FOUND', 404, t.faults.pages.NOT_FOUND.title],
      ['BAD_USER_INPUT', 404, t.faults.pages.NOT_FOUND.title],
      ['FORBIDDEN', 403, t.faults.pages.FORBIDDEN.title],
    ])('%s is a page in plain words', async (code, status, title) => {
      await visitor.signIn();
      peer.answers = { ...ANSWERS, 'Query.award': fault(code) };
      const page = await visitor.goTo('/awards/a1');
      expect(page.status).toBe(status);
      expect(page.html).toContain(title);
      expect(page.html).not.toContain('inner words');
    });

    it('an unexpected error shows the id of the API, never a stack', async () => {
      await visitor.signIn();
      peer.answers = { ...ANSWERS, 'Query.award': fault('INTERNAL_SERVER_ERROR', { errorId: 'error-1234' }) };
      const page = await visitor.goTo('/awards/a1');
      expect(page.status).toBe(500);
      expect(page.html).toContain('error-1234');
      expect(page.html).not.toMatch(/inner words|at \w+ \(|node_modules/);
    });
  });

  describe('language', () => {
    it('switches on every page, keeps the place, tells the API, and asks for texts in it', async () => {
      await visitor.signIn();
      await visitor.goTo('/awards?after=x');
      const page = await visitor.send('/language', { language: 'cy', back: '/awards?after=x' });
      expect(page.path).toBe('/awards?after=x');
      expect(page.html).toContain('<html lang="cy"');
      expect(page.html).toContain(messagesOf('cy').layout.draftTag);
      expect(peer.seen.find(({ operation }) => operation === 'ChangeLanguage')?.variables).toEqual({
        input: { language: 'CY' },
      });
      expect(peer.seen.at(-1)?.headers).toMatchObject({
        'accept-language': 'cy',
        'x-lantern-welsh-drafts': 'show',
      });
    });

    it('marks a passage that is in the other language', async () => {
      peer.answers = {
        ...ANSWERS,
        'Award.courseTitle': { en: 'Online <harms>', cy: null, cyState: 'ABSENT' },
      };
      await visitor.signIn();
      expect((await visitor.goTo('/awards/a1')).html).not.toContain('<span lang="en">');
      const page = await visitor.send('/language', { language: 'cy', back: '/awards/a1' });
      expect(page.html).toContain('<span lang="en">Online &lt;harms&gt;</span>');
    });

    it('does not ask for draft Welsh outside the demonstration', async () => {
      const live = await aWeb(peer.url, 'live');
      await new Visitor(live.origin).signIn();
      expect(peer.seen.at(-1)?.headers).not.toHaveProperty('x-lantern-welsh-drafts');
      await live.stop();
    });
  });
});
