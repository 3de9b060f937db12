import { ImportCourse } from '@app/catalogue';
import { englishOnly } from '@app/platform/context/words.js';
import { importCourse } from '../../../libs/assessment/src/testing/ground.js';
import { CRITERIA } from '../../../libs/practicals/src/testing/observed.js';
import { aWorld, BEGINNING, type World } from '../../support/a-world.js';
import { type Someone, someone } from '../assessment/marking-world.js';
import type { Form, Part, Way } from './nineteen-forms.js';
import { anAssessor } from './observation-world.js';

/** The people of a force who assess, mark, moderate and lead; candidates are others. */
export interface Assessors {
  readonly world: World;
  readonly assessor: Someone;
  readonly moderator: Someone;
  readonly lead: Someone;
}

/** A world with a skill, and those who assess in it. */
export async function aWorldOfAssessors(): Promise<Assessors> {
  const world = await aWorld();
  await importCourse(world, world.system());
  const assessor = await anAssessor(world);
  return {
    ...{ world, assessor },
    moderator: await someone(world, ['moderator']),
    lead: await someone(world, ['training-lead']),
  };
}

const say = (en: string) => ({ en });
const SKILL = { skillId: 'OLH-01', level: 2 } as const;
const RUBRIC = [
  { criterion: say('Says what was done'), points: 4 },
  { criterion: say('Says why it was lawful'), points: 6 },
];

/** A course of that code without an assessment; what it is assessed by is then built over the API. */
async function bareCourse(world: World, { code, passPercent, attempts, minutes }: Form): Promise<void> {
  await world.get(ImportCourse).execute(world.system('college'), {
    ...{ code, note: 'bare' },
    content: {
      ...{ title: englishOnly(code), summary: null, status: 'complete', durationMinutes: 60 },
      ...{ validityMonths: 12, classification: 'OFFICIAL', warnings: [], audienceRoles: [] },
      ...{ prerequisites: [], modules: [], components: [], skillsTaught: [SKILL] },
      assessment: { passPercent, maxAttempts: attempts, coolDownHours: 24, limitMinutes: minutes },
    },
  });
}

/** Builds the assessment of a course over the API: components by its draft, then papers and briefs. */
export async function build(world: World, form: Form): Promise<void> {
  world.at(BEGINNING);
  await bareCourse(world, form);
  await components(world, form);
  for (const part of form.parts)
    await (part[2] === 'paper' ? buildPaper(world, form, part) : buildBrief(world, form, part));
  await world.settle();
}

async function components(world: World, { code: courseCode, parts }: Form): Promise<void> {
  const author = await world.as('author');
  const read = 'query($code: ID!) { course(code: $code) { draft { revision } } }';
  const upon = async () => {
    const { draft } = await author.query(read, { code: courseCode });
    return { courseCode, revision: draft.revision };
  };
  const isGraded = (way: Way) => way !== 'self-check' && way !== 'conversation';
  const wanted = parts.map(([key, kind, way]) => ({ key, kind, title: say(key), graded: isGraded(way) }));
  await author.mutate('setCourseComponents', { ...(await upon()), components: wanted }, 'revision');
  await author.mutate('sendDraftForReview', await upon(), 'revision');
  await (await world.as('reviewer')).mutate('approveDraft', await upon(), 'revision');
  const publication = { ...(await upon()), change: 'MINOR', note: 'How it is assessed' };
  await (await world.as('publisher')).mutate('publishCourse', publication, 'number');
}

/** Two items, written by one and approved by another, and what the paper draws. */
async function buildPaper(world: World, { code }: Form, [componentKey]: Part): Promise<void> {
  const author = await world.as('author');
  const options = ['a', 'b'].map((id) => ({ id, text: say(`Option ${id}`) }));
  for (const number of ['01', '02']) {
    const content = { type: 'SINGLE', options, key: ['a'] };
    const text = { ...SKILL, points: 1, stem: say(`Question ${number}: which?`), content };
    const at = { key: `${code}-Q${number}`, version: 1 };
    await author.mutate('createItem', { key: at.key, courseCode: code, use: 'PAPER', text }, 'key');
    await author.mutate('sendItem', at, 'state');
    await (await world.as('reviewer')).mutate('approveItem', at, 'state');
  }
  const scope = [{ skillId: SKILL.skillId, maxLevel: SKILL.level }];
  const blueprint = { courseCode: code, componentKey, count: 2, quotas: [], scope, revision: 0 };
  await author.mutate('setBlueprint', blueprint, 'revision');
}

const task = (key: string, more: object = {}) => ({
  key,
  prompt: say(`Write the ${key}.`),
  rubric: RUBRIC,
  ...more,
});
const criteria = CRITERIA.map((key, at) => ({ key, text: say(`The ${key}`), critical: at === 0 }));
const parts = [
  { key: 'officer', title: say('Officer'), text: say('You answer the phone.'), candidate: true },
  { key: 'caller', title: say('Caller'), text: say('You have paid a stranger.') },
];

const BRIEFS: Readonly<Record<Exclude<Way, 'paper'>, object>> = {
  observed: { form: 'OBSERVATION', criteria },
  'role-play': { form: 'OBSERVATION', criteria, parts },
  written: { form: 'WORK', tasks: [task('text')] },
  'self-check': { form: 'WORK', tasks: [{ key: 'check', prompt: say('How are you?') }], passPercent: 0 },
  conversation: { form: 'CONVERSATION', passPercent: 0 },
  group: { form: 'GROUP_CASE', tasks: [task('profile', { shared: true }), task('view')], sharedPercent: 50 },
};

async function buildBrief(world: World, form: Form, [componentKey, , way]: Part): Promise<void> {
  const { code: courseCode, passPercent, attempts: maxAttempts } = form;
  const brief = {
    ...{ courseCode, componentKey, read: 0, title: say(componentKey), instructions: say('Do it well.') },
    ...{ passPercent, maxAttempts, coolDownHours: 24, ...SKILL, ...BRIEFS[way as Exclude<Way, 'paper'>] },
  };
  await (await world.as('publisher')).mutate('publishBrief', brief, 'id');
}
