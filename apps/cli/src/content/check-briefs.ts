import { checkBrief } from '@app/practicals';
import { faultAt, type PackIndex, type Rule } from './pack-index.js';
import type { Brief, Course, Fault } from './pack-schema.js';
import { briefOf } from './pack-to-briefs.js';

type Component = Course['assessment']['components'][number];
type Found = { path: (string | number)[]; reason: string };

/** What a component of each kind may be done as. */
const FORMS: Readonly<Record<Component['kind'], readonly Brief['form'][]>> = {
  paper: [],
  'observed-practical': ['observation'],
  'role-play': ['observation'],
  'practical-exercise': ['observation', 'work'],
  'written-work': ['work'],
  'reflective-note': ['work'],
  project: ['work'],
  'group-case': ['group-case'],
  conversation: ['conversation'],
};
const FEWEST_CRITERIA = 6;
const MOST_CRITERIA = 12;

function ofEachBrief(find: (course: Course, brief: Brief, index: PackIndex) => Found[]): Rule {
  return (index) =>
    index.pack.courses.flatMap((course) =>
      course.briefs.flatMap((brief) =>
        find(course, brief, index).map((found) => faultAt(index, brief.at, found)),
      ),
    );
}

/** A component that is no paper says what is asked and by what it is judged. */
export const everyComponentHasItsBrief: Rule = (index) =>
  index.pack.courses.flatMap((course) =>
    course.assessment.components.flatMap(({ key, kind }, place): Fault[] => {
      if (kind === 'paper' || course.briefs.some(({ component }) => component === key)) return [];
      const reason = `component ${key} (${kind}) has no brief: write briefs/${key}.yaml`;
      return [faultAt(index, course.at, { path: ['assessment', 'components', place], reason })];
    }),
  );

/** A brief is of a component of its course, in a form that its kind can have, graded where the component is. */
export const briefsFitTheirComponent = ofEachBrief((course, { component: key, form, tasks }) => {
  const component = course.assessment.components.find((each) => each.key === key);
  if (component === undefined || component.kind === 'paper')
    return [
      { path: ['component'], reason: `course ${course.code} has no component ${key} that wants a brief` },
    ];
  const fits = FORMS[component.kind].includes(form);
  if (!fits) return [{ path: ['form'], reason: `a ${component.kind} is not done as ${form}` }];
  const isGraded = form === 'observation' || tasks.some(({ rubric }) => rubric.length > 0);
  return isGraded === component.graded
    ? []
    : [{ path: ['tasks'], reason: `component ${key} is ${component.graded ? '' : 'not '}graded` }];
});

/** A brief keeps the rules of briefs: what would refuse it at publication is a fault here, at its line. */
export const briefsAreSound = ofEachBrief((course, brief) =>
  checkBrief(briefOf(course, brief)).map((refusal) => ({
    path: pathOf(brief, refusal.field ?? ''),
    reason: refusal.sentence('en'),
  })),
);

/** Where the field of a refusal stands in the file: `tasks.plan.rubric`, or a field with the name of the pack. */
function pathOf({ tasks }: Brief, field: string): (string | number)[] {
  const [head = '', key] = field.split('.');
  const place = tasks.findIndex((task) => task.key === key);
  if (head === 'tasks' && place >= 0) return [head, place, 'rubric'];
  return [head === 'maxAttempts' ? 'attempts' : head];
}

/** A checklist is long enough to judge by and short enough to hold, and says what may not be missed. */
export const checklistsCanBeUsed = ofEachBrief((_, { form, criteria }) => {
  if (form !== 'observation') return [];
  const isLong = criteria.length >= FEWEST_CRITERIA && criteria.length <= MOST_CRITERIA;
  const counted = `a checklist has ${FEWEST_CRITERIA} to ${MOST_CRITERIA} criteria, and this one ${criteria.length}`;
  const hasCritical = criteria.some(({ critical }) => critical);
  return [
    ...(isLong ? [] : [{ path: ['criteria'], reason: counted }]),
    ...(hasCritical ? [] : [{ path: ['criteria'], reason: 'no criterion is critical' }]),
  ];
});

/** Whoever judges is in date in a skill that the course teaches, at the level that it teaches at least. */
export const assessorsKnowMore = ofEachBrief((course, { skill, level }) => {
  const taught = course.skills.find((each) => each.skill === skill);
  if (taught === undefined)
    return [{ path: ['skill'], reason: `course ${course.code} does not teach ${skill}` }];
  const reason = `the course teaches level ${taught.level} of ${skill}: whoever judges has it at least`;
  return level < taught.level ? [{ path: ['level'], reason }] : [];
});

/** A brief cites the exercises that its component is done with. */
export const briefsCiteTheirExercises = ofEachBrief((course, { component: key, refs }) => {
  const component = course.assessment.components.find((each) => each.key === key);
  return (component?.exercises ?? [])
    .filter((exercise) => !refs.includes(exercise))
    .map((exercise) => ({ path: ['refs'], reason: `component ${key} is done with ${exercise}: cite it` }));
});
