import { MongoClient, ObjectId } from 'mongodb';
import { graphql, ground, numberArgument, type Started, signIn, startApi, startServer } from './ground.ts';
import { compare, type Latencies, numbersFrom, quantile, type Shot, volley } from './measure.ts';

/**
 * `npm run bench -- save-answer [--seed N] [--rounds N]`: the `saveAnswer` mutation beside its floor, interleaved round by
 * round in one run, at 1 and at 16 connections. Bar: at most 1.5 × at the median (DESIGN part 7).
 */
const BAR = 1.5;
const CONNECTIONS = [1, 16] as const;
const SHOTS_A_ROUND = 320;
const MUTATION =
  'mutation SaveAnswer($input: SaveAnswerInput!) { saveAnswer(input: $input) { __typename ... on AnswerSaved { sequence savedAt } ... on Refused { code message field } } }';
const START = `mutation StartAttempt($input: StartAttemptInput!) { startAttempt(input: $input) { __typename
  ... on Attempt { id writer paper { id type options { id } } } ... on Refused { message } } }`;

interface Seat {
  readonly token: string;
  readonly attemptId: string;
  readonly writer: string;
  readonly items: readonly { id: string; options: readonly { id: string }[] }[];
  readonly personId: string;
  readonly forceId: string;
}

const from = ground();
const seed = numberArgument('seed', 1);
const rounds = numberArgument('rounds', 8);
const random = numbersFrom(seed);
const api = await startApi();
const floor = await startServer('bench/floor-save-answer.ts', {});
const mongo = await MongoClient.connect(from.mongodbUri);
const sequences = new Map<string, number>();
let missed = 0;
try {
  const seats = await takeSeats(api, 16);
  console.log(`saveAnswer beside its floor, seed ${seed}, ${rounds} rounds of ${SHOTS_A_ROUND} on each side`);
  for (const connections of CONNECTIONS) {
    const sides: Record<'floor' | 'product', Latencies> = { floor: [], product: [] };
    await round(seats, connections, { floor: [], product: [] }, 64);
    for (let turn = 0; turn < rounds; turn++) {
      await freshAttempts(seats);
      await round(seats, connections, sides, SHOTS_A_ROUND);
    }
    console.log(compare(`${connections} connection(s)`, sides.floor, sides.product));
    if (quantile(sides.product, 0.5) > BAR * quantile(sides.floor, 0.5)) missed += 1;
  }
  console.log(
    missed === 0
      ? `Within the bar of ${BAR} × at the median.`
      : `${missed} of ${CONNECTIONS.length} over the bar of ${BAR} ×.`,
  );
} finally {
  await mongo.close();
  await Promise.all([api.stop(), floor.stop()]);
}
process.exitCode = missed === 0 ? 0 : 1;

/** One round: floor and product, the one that goes first drawn by the seed. */
async function round(
  seats: readonly Seat[],
  connections: number,
  into: Record<'floor' | 'product', Latencies>,
  count: number,
): Promise<void> {
  const order = random() < 0.5 ? (['floor', 'product'] as const) : (['product', 'floor'] as const);
  for (const side of order) {
    const url = side === 'floor' ? floor.url : `${api.url}/graphql`;
    into[side].push(
      ...(await volley(connections, count, (connection) => shot(side, url, seats[connection]))),
    );
  }
}

function shot(side: string, url: string, seat: Seat | undefined): Shot {
  if (seat === undefined) throw new Error('More connections than seats');
  const item = seat.items[Math.floor(random() * seat.items.length)];
  if (item === undefined) throw new Error('An empty paper');
  const key = `${side} ${seat.attemptId} ${item.id}`;
  const sequence = (sequences.get(key) ?? 0) + 1;
  sequences.set(key, sequence);
  const choice = item.options[Math.floor(random() * item.options.length)]?.id ?? 'none';
  const input = {
    attemptId: seat.attemptId,
    writer: seat.writer,
    itemId: item.id,
    sequence,
    answer: { choices: [choice] },
  };
  const extra = side === 'floor' ? { floor: { personId: seat.personId, forceId: seat.forceId } } : {};
  return {
    url,
    headers: {
      authorization: `Bearer ${seat.token}`,
      'apollo-require-preflight': 'true',
      accept: 'application/json',
    },
    body: JSON.stringify({ query: MUTATION, variables: { input, ...extra } }),
    mustContain: '"AnswerSaved"',
  };
}

/** Sixteen officers of the demonstration, each with an attempt of their own, and its copy for the floor. */
async function takeSeats(server: Started, count: number): Promise<Seat[]> {
  const trainer = await signIn(server.url, from, 'harbourshire.trainer');
  const officers = from.demo.officers.filter(({ key }) => key.startsWith('harbourshire.')).slice(-count);
  const tokens: string[] = [];
  for (const { key } of officers) tokens.push(await signIn(server.url, from, key));
  const me = 'query { me { person { id } force { id } } }';
  const people = await Promise.all(
    tokens.map((token) => graphql<{ person: { id: string }; force: { id: string } }>(server.url, token, me)),
  );
  const sittingId = await makeSitting(
    server,
    trainer,
    people.map(({ person }) => person.id),
  );
  await mongo
    .db()
    .collection('sittings')
    .updateOne({ _id: new ObjectId(sittingId) }, { $set: { state: 'OPEN' } });
  const seats: Seat[] = [];
  for (const [index, token] of tokens.entries()) {
    await graphql(
      server.url,
      token,
      'mutation Enrol($input: EnrolInput!) { enrol(input: $input) { __typename ... on Refused { message } } }',
      {
        input: { courseCode: 'OLH-101' },
      },
    );
    const attempt = await graphql<{ id: string; writer: string; paper: Seat['items'] }>(
      server.url,
      token,
      START,
      { input: { sittingId } },
    );
    const { person, force } = people[index] ?? { person: { id: '' }, force: { id: '' } };
    const items = attempt.paper.filter(({ options }) => options.length > 0);
    seats.push({
      token,
      attemptId: attempt.id,
      writer: attempt.writer,
      items,
      personId: person.id,
      forceId: force.id,
    });
  }
  await freshAttempts(seats);
  return seats;
}

async function makeSitting(server: Started, token: string, personIds: string[]): Promise<string> {
  const now = Date.now();
  const create =
    'mutation CreateSitting($input: CreateSittingInput!) { createSitting(input: $input) { __typename ... on Sitting { id } ... on Refused { message } } }';
  const book =
    'mutation BookPlaces($input: BookPlacesInput!) { bookPlaces(input: $input) { __typename ... on Refused { message } } }';
  const opensAt = new Date(now + 1000).toISOString();
  const closesAt = new Date(now + 60 * 60_000).toISOString();
  const sitting = await graphql<{ id: string }>(server.url, token, create, {
    input: { courseCode: 'OLH-101', opensAt, closesAt, seats: personIds.length, mode: 'ONLINE', personIds },
  });
  await graphql(server.url, token, book, { input: { sittingId: sitting.id, personIds } });
  await new Promise((resolve) => setTimeout(resolve, 1200));
  return sitting.id;
}

/** Puts both sides back to the same empty attempts, so that neither works on a longer history than the other. */
async function freshAttempts(seats: readonly Seat[]): Promise<void> {
  const product = mongo.db().collection('attempts');
  const copies = mongo.db().collection('floorAttempts');
  const ids = seats.map(({ attemptId }) => new ObjectId(attemptId));
  await product.updateMany({ _id: { $in: ids } }, { $set: { answers: {}, history: [] } });
  await copies.deleteMany({});
  await copies.insertMany(await product.find({ _id: { $in: ids } }).toArray());
  sequences.clear();
}
