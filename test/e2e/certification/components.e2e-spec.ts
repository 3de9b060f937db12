import type { PersonId } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { World } from '../../support/a-world.js';
import { aComponentsWorld, CODE, Teller, type Told } from './components-world.js';

const AWARDS = 'query($personId: ID!) { awards(personId: $personId) { edges { node { cycle awardedOn } } } }';
const PAGE = `{ myCourse(code: "${CODE}") { components { key passed passedOn percent weight countsUntil } } }`;

describe('components towards an award', () => {
  let world: World;
  let teller: Teller;
  let people = 0;

  beforeAll(async () => {
    const made = await aComponentsWorld();
    world = made.world;
    teller = new Teller(world, made.version.id);
  }, 120_000);
  afterAll(() => world.end());

  const somebody = async (): Promise<PersonId> => {
    people += 1;
    return world.join('harbourshire', { givenName: 'Olive', familyName: `Component${people}` });
  };
  const result = (componentKey: Told['componentKey'], on: string, more: Partial<Told> = {}): Told => ({
    ...{ componentKey, on, sourceId: newId(), percent: 80, passed: true, ...more },
  });
  const awardsOf = async (personId: PersonId) => {
    const { edges } = await (await world.as('capability')).query(AWARDS, { personId });
    return (edges as { node: { cycle: number; awardedOn: string } }[])
      .map(({ node }) => [node.cycle, node.awardedOn])
      .sort();
  };
  const withdrawn = async (personId: PersonId) => {
    const all = await world.connection.collection('awards').find({ courseCode: CODE }).toArray();
    return all.filter((award) => String(award['personId']) === personId && award['withdrawn'] !== null)
      .length;
  };

  it('CRT-50 CRT-51 waits for all, and lets one make up for another but not for the hurdle', async () => {
    const personId = await somebody();
    // 0.6 x 65 + 0.4 x 80 = 71, and 70 is asked for.
    const paper = result('paper', '2026-10-05', { percent: 65, passed: false });
    const failed = result('watched', '2026-10-07', { percent: 60, passed: false });
    await teller.tell(personId, paper, failed, result('project', '2026-10-09'));
    expect(await awardsOf(personId)).toEqual([]);
    await teller.tell(personId, result('watched', '2026-10-12', { percent: null }));
    expect(await awardsOf(personId)).toEqual([[1, '2026-10-12']]);
  });

  it('CRT-52 counts the better of two', async () => {
    const personId = await somebody();
    const low = result('paper', '2026-10-05', { percent: 60, passed: false });
    const project = result('project', '2026-10-06', { percent: 70 });
    await teller.tell(personId, low, project, result('watched', '2026-10-07'));
    // 0.6 x 60 + 0.4 x 70 = 64
    expect(await awardsOf(personId)).toEqual([]);
    const better = result('paper', '2026-10-20', { percent: 70 });
    await teller.tell(personId, better, result('paper', '2026-10-21', { percent: 10, passed: false }));
    expect(await awardsOf(personId)).toEqual([[1, '2026-10-20']]);
  });

  it('CRT-56 comes to the same in every order, and when everything is said twice', async () => {
    const told = [
      result('paper', '2026-10-05'),
      result('project', '2026-10-09'),
      result('watched', '2026-10-07'),
    ];
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ];
    for (const order of orders) {
      const personId = await somebody();
      const own = told.map((each) => ({ ...each, sourceId: newId() }));
      const shuffled = order.flatMap((place) => own.slice(place, place + 1));
      await teller.tell(personId, ...shuffled, ...shuffled);
      expect([order, await awardsOf(personId)]).toEqual([order, [[1, '2026-10-09']]]);
    }
  }, 60_000);

  it('CRT-53 CRT-59 shows each with its share and how long it counts; a failure at renewal hides nothing', async () => {
    const personId = await somebody();
    const caller = await world.signedIn(personId, world.forces.harbourshire.id);
    await caller.mutate('enrol', { courseCode: CODE }, 'id');
    await teller.tell(personId, result('paper', '2026-10-05', { percent: 62, passed: false }));
    await teller.tell(personId, result('watched', '2026-10-07', { percent: 75 }));
    const shown = {
      components: [
        { key: 'paper', passed: false, passedOn: null, percent: 62, weight: 60, countsUntil: null },
        { key: 'project', passed: false, passedOn: null, percent: null, weight: 40, countsUntil: null },
        {
          key: 'watched',
          passed: true,
          passedOn: '2026-10-07',
          percent: 75,
          weight: null,
          countsUntil: '2027-04-07',
        },
      ],
    };
    expect(await caller.query(PAGE)).toEqual(shown);
    await teller.tell(personId, result('project', '2026-10-09', { percent: 90 }));
    const failed = result('watched', '2026-11-01', { percent: 20, passed: false });
    await teller.tell(personId, failed);
    const { components } = await caller.query(PAGE);
    expect(components[2]).toMatchObject({ passed: true, percent: 75 });
    expect(await awardsOf(personId)).toEqual([[1, '2026-10-09']]);
  });

  it('CRT-55 CRT-56 voided work undoes result and award, also when it is heard of first', async () => {
    const personId = await somebody();
    const [paper, project, watched] = [
      result('paper', '2026-10-05'),
      result('project', '2026-10-06'),
      result('watched', '2026-10-07'),
    ];
    await teller.tell(personId, paper, project, watched);
    expect(await withdrawn(personId)).toBe(0);
    await teller.void(personId, project);
    await teller.void(personId, project);
    expect(await withdrawn(personId)).toBe(1);
    // What still stands is not done twice: a new project alone gives the next award.
    await teller.tell(personId, project, result('project', '2026-10-20', { percent: 60, passed: false }));
    expect(await awardsOf(personId)).toEqual([
      [1, '2026-10-07'],
      [2, '2026-10-20'],
    ]);
    const early = await somebody();
    const late = result('paper', '2026-10-05');
    await teller.void(early, late);
    await teller.tell(early, result('project', '2026-10-06'), result('watched', '2026-10-07'), late);
    expect(await awardsOf(early)).toEqual([]);
  });

  it('CRT-54 CRT-58 a failed practical acts on authority, and a passed one completes what asks for it alone', async () => {
    const rule = {
      ...{
        title: 'Tested',
        appliesFrom: '2026-11-23',
        expiry: 'COMPLETION',
        activeMonths: 12,
        windowMonths: 2,
      },
      ...{ minimumActiveMonths: 0, earlyDays: 0, renewals: [], returns: [], needsAuthority: false },
      ...{ code: 'WATCHED-1', initial: [{ kind: 'COMPONENT', key: `${CODE}/watched` }] },
      proficiencyTests: [`${CODE}/watched`],
    };
    await (await world.as('publisher')).mutate('publishCertificationRule', rule);
    const personId = await somebody();
    await (await world.as('trainer')).mutate('assignCertification', { personId, code: 'WATCHED-1' });
    const authority = async () =>
      (await world.as('capability')).query(
        'query($personId: ID!) { authorityOf(personId: $personId) { certificationCode state ground } }',
        { personId },
      );
    await teller.tell(personId, result('watched', '2026-11-20', { percent: 10, passed: false }));
    // Nobody is suspended from what they do not hold.
    expect(await authority()).toEqual([]);
    await teller.tell(personId, result('watched', '2026-11-21'));
    expect(await awardsOf(personId)).toEqual([[1, '2026-11-21']]);
    const failed = result('watched', '2026-11-22', { percent: 50, passed: false });
    await teller.tell(personId, failed, failed);
    expect(await authority()).toEqual([
      { certificationCode: 'WATCHED-1', state: 'SUSPENDED', ground: 'failed-proficiency-test' },
    ]);
  });
});

describe('setting the components of a course', () => {
  let world: World;
  beforeAll(async () => {
    ({ world } = await aComponentsWorld());
  }, 120_000);
  afterAll(() => world.end());

  const FIELDS = 'revision state components { key kind title { en } weight graded validityMonths }';
  const COURSE = `query($code: ID!) { course(code: $code) { draft { ${FIELDS} } published { number components { key weight } } } }`;
  const part = (key: string, kind: string, more: object = {}) => ({ key, kind, title: { en: key }, ...more });
  const course = async () => (await world.as('author')).query(COURSE, { code: CODE });
  const input = async (...components: object[]) => {
    const { draft } = await course();
    return { courseCode: CODE, components, revision: draft.revision };
  };

  it('CAT-18 goes by the draft, another person’s approval and publication', async () => {
    const wanted = await input(
      part('paper', 'PAPER', { weight: 50, validityMonths: 12 }),
      part('note', 'REFLECTIVE_NOTE', { weight: 50 }),
      part('talk', 'CONVERSATION', { graded: false }),
    );
    const author = await world.as('author');
    const set = await author.mutate('setCourseComponents', wanted, FIELDS);
    expect(set).toMatchObject({
      state: 'DRAFT',
      components: [
        { key: 'paper', kind: 'PAPER', title: { en: 'paper' }, weight: 50, graded: true, validityMonths: 12 },
        { key: 'note', kind: 'REFLECTIVE_NOTE', weight: 50, graded: true, validityMonths: null },
        { key: 'talk', kind: 'CONVERSATION', weight: null, graded: false },
      ],
    });
    expect(await author.mutate('setCourseComponents', wanted, FIELDS)).toEqual(set);
    const [first] = wanted.components;
    expect(
      await author.codeOf('setCourseComponents', { ...wanted, components: [{ ...first, weight: 100 }] }),
    ).toBe('CONFLICT');
    const upon = async () => ({ courseCode: CODE, revision: (await course()).draft.revision });
    await author.mutate('sendDraftForReview', await upon());
    await (await world.as('reviewer')).mutate('approveDraft', await upon());
    const publisher = await world.as('publisher');
    const publication = { ...(await upon()), change: 'MINOR', note: 'A note and a talk' };
    await publisher.mutate('publishCourse', publication, 'number');
    const { published } = await course();
    expect(published).toMatchObject({
      number: 2,
      components: [{ weight: 50 }, { weight: 50 }, { weight: null }],
    });
    expect(await author.refusalOf('sendDraftForReview', await upon())).toBe('DRAFT_UNCHANGED');
  });

  it.each<[string, object[], string]>([
    [
      'CAT-16',
      [part('paper', 'PAPER', { weight: 60 }), part('note', 'PROJECT', { weight: 30 })],
      'COMPONENT_WEIGHTS_WRONG',
    ],
    ['CAT-16', [part('paper', 'PAPER', { weight: 0 })], 'COMPONENT_WEIGHT_WRONG'],
    ['CAT-16', [part('paper', 'PAPER', { weight: 100, graded: false })], 'COMPONENT_NOT_GRADED'],
    ['CAT-17', [part('paper', 'PAPER'), part('paper', 'PROJECT')], 'COMPONENT_KEY_WRONG'],
    ['CAT-17', [part('paper', 'PAPER', { title: { en: ' ' } })], 'COMPONENT_UNNAMED'],
    ['CAT-17', [part('paper', 'PAPER', { validityMonths: 121 })], 'COMPONENT_VALIDITY_WRONG'],
  ])('%s refuses %j', async (rule, components, code) => {
    const refused = await (await world.as('author')).mutate(
      'setCourseComponents',
      await input(...components),
    );
    expect(refused).toMatchObject({ code, rule, field: 'components' });
  });

  it('CAT-16 says what the weights come to', async () => {
    const wanted = await input(part('a', 'PAPER', { weight: 60 }), part('b', 'PROJECT', { weight: 30 }));
    const { message } = await (await world.as('author')).mutate('setCourseComponents', wanted);
    expect(message).toContain('add up to 90, not to 100');
  });

  it('is for authors, about courses and kinds that there are', async () => {
    const wanted = await input(part('paper', 'PAPER'));
    for (const key of ['officer', 'trainer', 'reviewer', 'publisher'] as const)
      expect(await (await world.as(key)).codeOf('setCourseComponents', wanted)).toBe('FORBIDDEN');
    const author = await world.as('author');
    expect(await author.codeOf('setCourseComponents', { ...wanted, courseCode: 'XXX-000' })).toBe(
      'NOT_FOUND',
    );
    const dance = { ...wanted, components: [part('dance', 'DANCE')] };
    expect(await author.codeOf('setCourseComponents', dance)).toBe('BAD_USER_INPUT');
  });
});
