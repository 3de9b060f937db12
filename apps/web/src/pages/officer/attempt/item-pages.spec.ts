import { readFileSync } from 'node:fs';
import { type Answers, aGraphqlPeer, type GraphqlPeer } from '../../../testing/a-graphql-peer.js';
import { Visitor } from '../../../testing/a-visitor.js';
import { aWeb, type TestWeb } from '../../../testing/a-web.js';
import { messagesOf } from '../../../words/words.js';

const t = messagesOf('en').attempt;
const words = (en: string) => ({ en, cy: null, cyState: 'ABSENT' });
const option = (id: string, en = `Option ${id}`) => ({ id, text: words(en) });
const usual = {
  ...{
    stem: words('What is asked?'),
    scoring: words('Each part counts.'),
    points: 3,
    unit: null,
    several: false,
  },
  ...{
    options: [],
    targets: [],
    gaps: [],
    areas: [],
    cloze: null,
    image: null,
    files: null,
    stimulusId: null,
  },
};
const gap = (id: string, kind: string, options: object[] = []) => ({ id, kind, unit: null, options });
const paper = [
  {
    ...{
      ...usual,
      id: 'i1',
      number: 1,
      type: 'HOTSPOT',
      options: [option('x', 'the dial'), option('y', 'the port')],
    },
    image: { address: '/files/5?until=1&seal=z', width: 100, height: 80, alt: words('The back of a router') },
  },
  {
    ...{ ...usual, id: 'i2', number: 2, type: 'MATRIX', stimulusId: 'S' },
    ...{ options: [option('r', 'Row one'), option('s', 'Row two')], targets: [option('p'), option('q')] },
  },
  {
    ...{ ...usual, id: 'i3', number: 3, type: 'CLOZE', cloze: words('Seized at [[g]], by [[h]] in [[k]].') },
    gaps: [gap('g', 'TEXT'), gap('h', 'CHOICE', [option('p')]), { ...gap('k', 'NUMBER'), unit: 'minutes' }],
  },
  {
    ...{ ...usual, id: 'i4', number: 4, type: 'FILE_RESPONSE' },
    files: { mediaTypes: ['image/png'], mostBytes: 1024 * 1024, mostFiles: 2 },
  },
  { ...usual, id: 'i5', number: 5, type: 'WRITTEN', stimulusId: 'W' },
];
const exhibit = {
  id: 'log',
  title: words('The log'),
  mediaType: 'text/plain',
  text: 'a <b>',
  address: null,
  sha256: 'f0',
};
const stimulus = { title: words('A case'), text: words('It was late.'), exhibits: [exhibit], warnings: [] };
const attempt = {
  ...{ id: 'a1', state: 'OPEN', writer: 'w', paper, answers: [], lockedItemIds: [], voidedBecause: null },
  ...{ finishedAt: null, finishedBy: null },
  stimuli: [
    { ...stimulus, id: 'S' },
    { ...stimulus, id: 'W', warnings: [{ kind: 'violence', intensity: 2 }] },
  ],
  clock: {
    ...{ state: 'OPEN', restingUntil: null, restSecondsLeft: 0, recallWaits: false, recallConfirmed: false },
    timeAllowed: words('35 minutes'),
  },
};
const ANSWERS: Answers = {
  'SignedIn.accessTokenExpiresAt': '2999-01-01T00:00:00.000Z',
  'Person.language': 'EN',
  'Me.bundles': ['officer'],
  'Query.attempt': attempt,
  'Mutation.resumeAttempt': { ...attempt, __typename: 'Attempt' },
  'Mutation.saveAnswer': { __typename: 'AnswerSaved' },
};

describe('questions of every type on a plain form', () => {
  let peer: GraphqlPeer;
  let web: TestWeb;
  let visitor: Visitor;

  beforeAll(async () => {
    peer = await aGraphqlPeer(readFileSync('apps/api/schema.graphql', 'utf8'));
    web = await aWeb(peer.url);
  });
  beforeEach(async () => {
    peer.answers = ANSWERS;
    peer.seen.length = 0;
    visitor = new Visitor(web.origin);
    await visitor.signIn();
    await visitor.goTo('/attempts/a1/questions/1');
    await visitor.send('/attempts/a1/continue', { number: '1' });
  });
  afterAll(async () => {
    await web.stop();
    await peer.stop();
  });

  const show = async (number: number): Promise<string> =>
    (await visitor.goTo(`/attempts/a1/questions/${number}`)).html;
  const savedAnswer = (): unknown => {
    const saved = peer.seen.findLast(({ operation }) => operation === 'SaveAnswer');
    return (saved?.variables['input'] as { answer?: unknown } | undefined)?.answer;
  };

  it('a hotspot is answered by the labels of its areas, beside the described image', async () => {
    const html = await show(1);
    expect(html).toContain('alt="The back of a router"');
    expect(html).toContain('src="/files/5?until=1&amp;seal=z"');
    expect(html.match(/type="radio"/g)).toHaveLength(2);
    expect(html).toContain('the port');
    await visitor.send('/attempts/a1/questions/1', { answer: 'y' });
    expect(savedAnswer()).toEqual({ choices: ['y'] });
  });

  it('a matrix is a group of choices for each row, on its stimulus, whose exhibits stand open as text', async () => {
    const html = await show(2);
    expect(html).toContain('Row one');
    expect(html.match(/type="radio"/g)).toHaveLength(4);
    expect(html).toContain('<details class="govuk-details" open>');
    expect(html).toContain('a &lt;b&gt;');
    expect(html).toContain('Each part counts.');
    await visitor.send('/attempts/a1/questions/2', { answer: 'p', 'answer-2': 'q' });
    expect(savedAnswer()).toEqual({
      pairs: [
        { left: 'r', right: 'p' },
        { left: 's', right: 'q' },
      ],
    });
  });

  it('a cloze has a labelled field in each gap', async () => {
    const html = await show(3);
    for (const number of [1, 2, 3]) expect(html).toContain(t.gap(number));
    expect(html).toContain('id="answer-2"');
    expect(html).toContain('minutes');
    await visitor.send('/attempts/a1/questions/3', { answer: '10:14', 'answer-2': '', 'answer-3': '7' });
    expect(savedAnswer()).toEqual({
      gaps: [
        { id: 'g', text: '10:14' },
        { id: 'k', text: '7' },
      ],
    });
  });

  it('what may upset stays closed until it is opened, and says of what kind it is', async () => {
    const html = await show(5);
    expect(html).toContain(t.stimulusWarned('violence'));
    expect(html).not.toContain('<details class="govuk-details" open>');
  });

  it('files go to the API one by one, and their ids are the answer; its refusal comes back in its words', async () => {
    const html = await show(4);
    expect(html).toContain('enctype="multipart/form-data"');
    const action = /action="(\/attempts\/a1\/questions\/4\/files[^"]*)"/.exec(html)?.[1] ?? '';
    const send = (form: FormData) =>
      fetch(new URL(action.replaceAll('&amp;', '&'), web.origin), {
        method: 'POST',
        body: form,
        redirect: 'manual',
        headers: { cookie: visitor.cookie },
      });
    const form = new FormData();
    form.append('answer', new Blob(['seal'], { type: 'image/png' }), 'seal.png');
    peer.answers = { ...ANSWERS, '/files': { id: '5'.repeat(24) } };
    const sent = await send(form);
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/attempts/a1/questions/5']);
    expect(savedAnswer()).toEqual({ fileIds: ['5'.repeat(24)] });

    peer.answers = { ...ANSWERS, '/files': { code: 'FILE_TOO_LARGE', message: 'Send a smaller one.' } };
    const refused = await send(form);
    expect([refused.status, (await refused.text()).includes('Send a smaller one.')]).toEqual([422, true]);
    expect((await send(new FormData())).status).toBe(422);
  });

  it('files without this browser’s token are refused, whatever page sends them, and the API hears of none', async () => {
    await show(4);
    const form = new FormData();
    form.append('answer', new Blob(['seal'], { type: 'image/png' }), 'seal.png');
    peer.seen.length = 0;
    const before = peer.files.length;
    for (const query of ['', '?_csrf=made-up']) {
      const sent = await fetch(new URL(`/attempts/a1/questions/4/files${query}`, web.origin), {
        method: 'POST',
        body: form,
        redirect: 'manual',
        headers: { cookie: visitor.cookie },
      });
      expect(sent.status).toBe(403);
    }
    expect(peer.seen).toEqual([]);
    expect(peer.files).toHaveLength(before);
  });
});
