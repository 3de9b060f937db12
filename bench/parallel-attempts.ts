import { graphql, ground, numberArgument, type SignIn, signIn, startApi, startServer } from './ground.ts';
import { numbersFrom, quantile } from './measure.ts';

/**
 * `npm run bench -- parallel-attempts [--officers N] [--seed N]`: that many officers sit at once on one api and one worker: each
 * starts, saves every answer several times, submits, and compares the marked paper with what was acknowledged.
 * Exit code 1 on any error or lost answer.
 */
const COURSE_CODE = 'OLH-101';
const SAVES_AN_ITEM = 3;
const ATTEMPT = `id state writer finishedAt deadline paper { id type options { id } } answers { itemId sequence answer { choices number text } }`;
const mutation = (name: string, good: string) =>
  `mutation Run($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { __typename ${good} ... on Refused { code message } } }`;

interface Attempt {
  id: string;
  state: string;
  writer: string;
  paper: { id: string; type: string; options: { id: string }[] }[];
  answers: { itemId: string; sequence: number; answer: Record<string, unknown> }[];
}

const from = ground();
const wanted = numberArgument('officers', 200);
const random = numbersFrom(numberArgument('seed', 1));
const times: Record<'start' | 'save' | 'submit', number[]> = { start: [], save: [], submit: [] };
const failures: string[] = [];
const api = await startApi();
const worker = await startServer('dist/apps/worker/src/main.js', {
  WORKER_PORT: '0',
  LOG_LEVEL: 'error',
  NODE_ENV: 'test',
});
try {
  // The first twelve have a past in the demonstration: they have passed already.
  const officers = from.demo.officers
    .filter(({ key }) => key.startsWith('harbourshire.'))
    .slice(12, 12 + wanted);
  console.log(`${officers.length} officers sign in and are booked…`);
  const tokens = await inLanes(officers, 8, async (officer: SignIn) => signIn(api.url, from, officer.key));
  for (const token of tokens)
    await graphql(api.url, token, mutation('enrol', ''), { input: { courseCode: COURSE_CODE } });
  const sittingId = await sitting(tokens);
  const began = performance.now();
  const lost = await Promise.all(tokens.map((token) => sit(token, sittingId)));
  const seconds = (performance.now() - began) / 1000;
  const saves = times.save.length;
  console.log(
    `${tokens.length} attempts at once in ${seconds.toFixed(1)} s, ${saves} saves acknowledged (${Math.round(saves / seconds)} a second)`,
  );
  for (const [what, list] of Object.entries(times)) {
    console.log(
      `  ${what.padEnd(7)} p50 ${quantile(list, 0.5).toFixed(0)} ms   p99 ${quantile(list, 0.99).toFixed(0)} ms   n ${list.length}`,
    );
  }
  const missing = lost.reduce((sum, n) => sum + n, 0);
  console.log(`errors ${failures.length}, lost answers ${missing}`);
  for (const failure of failures.slice(0, 5)) console.log(`  ${failure}`);
  process.exitCode = failures.length === 0 && missing === 0 && tokens.length === wanted ? 0 : 1;
} finally {
  await Promise.all([api.stop(), worker.stop()]);
}

async function timed<T>(what: keyof typeof times, act: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const value = await act();
  times[what].push(performance.now() - began);
  return value;
}

/** One officer's attempt; gives how many acknowledged answers the handed-in paper lacks. */
async function sit(token: string, sittingId: string): Promise<number> {
  try {
    const attempt = await timed('start', () =>
      graphql<Attempt>(api.url, token, mutation('startAttempt', `... on Attempt { ${ATTEMPT} }`), {
        input: { sittingId },
      }),
    );
    const acknowledged = new Map<string, { sequence: number; answer: Record<string, unknown> }>();
    for (let sequence = 1; sequence <= SAVES_AN_ITEM; sequence++) {
      for (const item of attempt.paper) {
        const answer = someAnswer(item);
        const input = { attemptId: attempt.id, writer: attempt.writer, itemId: item.id, sequence, answer };
        await timed('save', () =>
          graphql(api.url, token, mutation('saveAnswer', '... on AnswerSaved { sequence }'), { input }),
        );
        acknowledged.set(item.id, { sequence, answer });
      }
    }
    await timed('submit', () =>
      graphql(api.url, token, mutation('submitAttempt', '... on Attempt { id }'), {
        input: { attemptId: attempt.id },
      }),
    );
    const marked = await graphql<Attempt>(
      api.url,
      token,
      `query Attempt($id: ID!) { attempt(id: $id) { ${ATTEMPT} } }`,
      { id: attempt.id },
    );
    return [...acknowledged].filter(([itemId, last]) => !isHeld(marked, itemId, last)).length;
  } catch (error) {
    failures.push(error instanceof Error ? error.message : String(error));
    return 0;
  }
}

function someAnswer(item: Attempt['paper'][number]): Record<string, unknown> {
  if (item.type === 'NUMERIC') return { number: Math.floor(random() * 100) };
  if (item.type === 'SHORT_TEXT') return { text: `answer ${Math.floor(random() * 1000)}` };
  if (item.type === 'TRUE_FALSE') return { choices: [random() < 0.5 ? 'true' : 'false'] };
  return { choices: [item.options[Math.floor(random() * item.options.length)]?.id ?? 'none'] };
}

function isHeld(
  marked: Attempt,
  itemId: string,
  last: { sequence: number; answer: Record<string, unknown> },
): boolean {
  const held = marked.answers.find((answer) => answer.itemId === itemId);
  const [kind, value] = Object.entries(last.answer)[0] ?? [];
  return (
    held?.sequence === last.sequence && JSON.stringify(held.answer[kind ?? '']) === JSON.stringify(value)
  );
}

async function sitting(tokens: readonly string[]): Promise<string> {
  const trainer = await signIn(api.url, from, 'harbourshire.trainer');
  const me = await Promise.all(
    tokens.map((token) =>
      graphql<{ person: { id: string } }>(api.url, token, 'query { me { person { id } } }'),
    ),
  );
  const personIds = me.map(({ person }) => person.id);
  const opensAt = new Date(Date.now() + 2000).toISOString();
  const closesAt = new Date(Date.now() + 60 * 60_000).toISOString();
  const input = {
    courseCode: COURSE_CODE,
    opensAt,
    closesAt,
    seats: personIds.length,
    mode: 'ONLINE',
    personIds,
  };
  const made = await graphql<{ id: string }>(
    api.url,
    trainer,
    mutation('createSitting', '... on Sitting { id }'),
    { input },
  );
  for (let at = 0; at < personIds.length; at += 50) {
    await graphql(api.url, trainer, mutation('bookPlaces', ''), {
      input: { sittingId: made.id, personIds: personIds.slice(at, at + 50) },
    });
  }
  for (;;) {
    const { state } = await graphql<{ state: string }>(
      api.url,
      trainer,
      'query Sitting($id: ID!) { sitting(id: $id) { state } }',
      { id: made.id },
    );
    if (state === 'OPEN') return made.id;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Does the work in a few lanes at once, keeping the order of the results. */
async function inLanes<T, R>(work: readonly T[], lanes: number, act: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      while (next < work.length) {
        const index = next++;
        const one = work[index];
        if (one !== undefined) results[index] = await act(one);
      }
    }),
  );
  return results;
}
