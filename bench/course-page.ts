import { graphql, ground, numberArgument, signIn, startApi, startServer } from './ground.ts';
import { compare, type Latencies, numbersFrom, quantile, type Shot, volley } from './measure.ts';

/**
 * `npm run bench -- course-page [--seed N] [--rounds N]`: a person's own course page in one GraphQL request (course, modules,
 * my progress, what is due, open sittings) beside one indexed read behind bare `node:http`. Bar: 2.5 × at the median.
 */
const BAR = 2.5;
const SHOTS_A_ROUND = 300;
const COURSE_CODE = 'OLH-101';
const QUERY = `query CoursePage($code: ID!) { myCourse(code: $code) {
  course { code title { en } durationMinutes }
  enrolment { id percent state dueOn resumeAt }
  modules { id title { en } done total activities { id title { en } completed } }
  openSittings { id opensAt closesAt } } }`;

const from = ground();
const seed = numberArgument('seed', 1);
const rounds = numberArgument('rounds', 8);
const random = numbersFrom(seed);
const api = await startApi();
const floor = await startServer('bench/floor-course-page.ts', {});
let withinBar = false;
try {
  const token = await signIn(api.url, from, 'harbourshire.officer');
  await graphql(
    api.url,
    token,
    'mutation Enrol($input: EnrolInput!) { enrol(input: $input) { __typename ... on Refused { message } } }',
    {
      input: { courseCode: COURSE_CODE },
    },
  );
  const me = await graphql<{ person: { id: string }; force: { id: string } }>(
    api.url,
    token,
    'query { me { person { id } force { id } } }',
  );
  const product: Shot = {
    url: `${api.url}/graphql`,
    headers: {
      authorization: `Bearer ${token}`,
      'apollo-require-preflight': 'true',
      accept: 'application/json',
    },
    body: JSON.stringify({ query: QUERY, variables: { code: COURSE_CODE } }),
    mustContain: '"modules":[{',
  };
  const bare: Shot = {
    url: floor.url,
    headers: {},
    body: JSON.stringify({
      variables: { floor: { personId: me.person.id, forceId: me.force.id, courseCode: COURSE_CODE } },
    }),
    mustContain: '"courseCode"',
  };
  await volley(1, 200, () => product);
  await volley(1, 200, () => bare);
  const sides: Record<'floor' | 'product', Latencies> = { floor: [], product: [] };
  for (let turn = 0; turn < rounds; turn++) {
    const order = random() < 0.5 ? (['floor', 'product'] as const) : (['product', 'floor'] as const);
    for (const side of order)
      sides[side].push(...(await volley(1, SHOTS_A_ROUND, () => (side === 'floor' ? bare : product))));
  }
  console.log(
    `course page beside one indexed read, seed ${seed}, ${rounds} rounds of ${SHOTS_A_ROUND} on each side`,
  );
  console.log(compare('1 connection', sides.floor, sides.product));
  withinBar = quantile(sides.product, 0.5) <= BAR * quantile(sides.floor, 0.5);
  console.log(
    withinBar ? `Within the bar of ${BAR} × at the median.` : `Over the bar of ${BAR} × at the median.`,
  );
} finally {
  await Promise.all([api.stop(), floor.stop()]);
}
process.exitCode = withinBar ? 0 : 1;
