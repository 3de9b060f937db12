import type { Brief, BriefPart, BriefTask, Criterion } from '@app/practicals';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MarkCriterionType } from '../../assessment/marking-round/marking-task.type.js';
import { DateTimeScalar } from '../../edge/scalars.js';
import { WordsType, wordsOf } from '../../edge/words.type.js';

export const BriefFormEnum = {
  WORK: 'work',
  OBSERVATION: 'observation',
  GROUP_CASE: 'group-case',
  CONVERSATION: 'conversation',
} as const;
registerEnumType(BriefFormEnum, {
  name: 'BriefForm',
  description: 'How a component is done.',
  valuesMap: {
    WORK: { description: 'Written or filed by one person, and marked by rubric where it is graded.' },
    OBSERVATION: { description: 'Seen by an assessor with a checklist.' },
    GROUP_CASE: { description: 'Handed in by several, and marked for each.' },
    CONVERSATION: { description: 'Only recorded as held.' },
  },
});

@ObjectType('BriefCriterion', { description: 'One line of an assessor’s checklist.' })
export class BriefCriterionType {
  @Field(() => ID, { description: 'Its name within the brief.' })
  key!: string;

  @Field(() => WordsType, { description: 'What is looked for.' })
  text!: WordsType;

  @Field({ description: 'Whether the whole observation is failed when it is not seen.' })
  critical!: boolean;

  static all(criteria: readonly Criterion[]): BriefCriterionType[] {
    return criteria.map(({ key, text, critical }) =>
      Object.assign(new BriefCriterionType(), { key, text: wordsOf(text), critical }),
    );
  }
}

@ObjectType('BriefPart', { description: 'A part that somebody plays.' })
export class BriefPartType {
  @Field(() => ID, { description: 'Its name within the brief.' })
  key!: string;

  @Field(() => WordsType, { description: 'Who it is.' })
  title!: WordsType;

  @Field(() => WordsType, { description: 'What whoever plays it knows and does.' })
  text!: WordsType;

  @Field({ description: 'Whether it is the candidate’s own.' })
  candidate!: boolean;

  static all(parts: readonly BriefPart[]): BriefPartType[] {
    return parts.map(({ key, title, text, candidate }) =>
      Object.assign(new BriefPartType(), { key, title: wordsOf(title), text: wordsOf(text), candidate }),
    );
  }
}

@ObjectType('BriefTask', { description: 'One thing that is asked in writing, as its candidate sees it.' })
export class BriefTaskType {
  @Field(() => ID, { description: 'Its name within the brief.' })
  key!: string;

  @Field(() => WordsType, { description: 'What to do.' })
  prompt!: WordsType;

  @Field({ description: 'Whether it is marked; false: handing in is done.' })
  isGraded!: boolean;

  @Field({ description: 'Whether it is handed in once for all members of a group.' })
  shared!: boolean;

  static all(tasks: readonly BriefTask[]): BriefTaskType[] {
    return tasks.map(({ key, prompt, rubric, shared }) =>
      Object.assign(new BriefTaskType(), {
        ...{ key, prompt: wordsOf(prompt), isGraded: rubric.length > 0, shared },
      }),
    );
  }
}

@ObjectType('WholeBriefTask', {
  description: 'One thing that is asked in writing, with what it is marked by.',
})
export class WholeBriefTaskType extends BriefTaskType {
  @Field(() => [MarkCriterionType], { description: 'What it is marked by; empty where nothing is graded.' })
  rubric!: MarkCriterionType[];

  static override all(tasks: readonly BriefTask[]): WholeBriefTaskType[] {
    const shown = BriefTaskType.all(tasks);
    return tasks.map(({ rubric }, place) =>
      Object.assign(new WholeBriefTaskType(), shown[place], { rubric: MarkCriterionType.all(rubric) }),
    );
  }
}

@ObjectType('Brief', {
  description:
    'What a component that is no paper asks of its candidates. It shows nothing that is for assessors only.',
})
export class BriefType {
  @Field(() => ID, { description: 'Names this version.' })
  id!: string;

  @Field(() => ID, { description: 'The course: `PRO-310`.' })
  courseCode!: string;

  @Field(() => ID, { description: 'The component of its assessment.' })
  componentKey!: string;

  @Field(() => Int, { description: 'The version: 1, 2, 3… within the component.' })
  number!: number;

  @Field(() => DateTimeScalar, { description: 'Since when it is in force.' })
  publishedAt!: Date;

  @Field(() => BriefFormEnum, { description: 'How the component is done.' })
  form!: Brief['form'];

  @Field(() => WordsType, { description: 'What it is.' })
  title!: WordsType;

  @Field(() => WordsType, { description: 'For the candidate, before and while it is done.' })
  instructions!: WordsType;

  @Field(() => [BriefTaskType], { description: 'What is asked in writing; empty for other forms.' })
  tasks!: BriefTaskType[];

  @Field(() => [BriefCriterionType], { description: 'What an assessor looks for; empty for other forms.' })
  criteria!: BriefCriterionType[];

  @Field(() => [BriefPartType], { description: 'The candidate’s own part, where parts are played.' })
  parts!: BriefPartType[];

  @Field(() => Int, {
    nullable: true,
    description: 'In a group case: the share of the common part in a member’s mark, 1–99 per cent.',
  })
  sharedPercent!: number | null;

  @Field(() => Int, {
    description:
      'What is needed to pass, 0–100; in an observation the share of criteria, besides every critical one.',
  })
  passPercent!: number;

  @Field(() => Int, { description: 'How often it may be done, 1–20, before adjustments.' })
  maxAttempts!: number;

  @Field(() => Int, { description: 'How many hours lie between two goes at least, 0–8,760.' })
  coolDownHours!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'For how many months an outcome counts towards the award, 1–120; null: the course’s cycle.',
  })
  validityMonths!: number | null;

  static of(brief: Brief): BriefType {
    return Object.assign(new BriefType(), {
      ...commonOf(brief),
      tasks: BriefTaskType.all(brief.tasks),
      parts: BriefPartType.all(brief.parts.filter(({ candidate }) => candidate)),
    });
  }
}

@ObjectType('WholeBrief', { description: 'A brief with what is for assessors and markers only.' })
export class WholeBriefType extends BriefType {
  @Field(() => WordsType, { nullable: true, description: 'For assessors and markers; null for nothing.' })
  notes!: WordsType | null;

  @Field(() => [WholeBriefTaskType], { description: 'What is asked in writing, with rubrics.' })
  declare tasks: WholeBriefTaskType[];

  @Field(() => ID, { description: 'The skill in which markers and assessors must be in date.' })
  skillId!: string;

  @Field(() => Int, { description: 'The level of it, 1–4.' })
  level!: number;

  static override of(brief: Brief): WholeBriefType {
    const { notes, tasks, parts, skillId, level } = brief;
    return Object.assign(new WholeBriefType(), {
      ...{ ...commonOf(brief), skillId, level, notes: notes === null ? null : wordsOf(notes) },
      ...{ tasks: WholeBriefTaskType.all(tasks), parts: BriefPartType.all(parts) },
    });
  }
}

function commonOf(brief: Brief) {
  const { id, courseCode, componentKey, number, publishedAt, form } = brief;
  const { sharedPercent, passPercent, maxAttempts, coolDownHours, validityMonths } = brief;
  return {
    ...{ id, courseCode, componentKey, number, publishedAt, form },
    ...{ sharedPercent, passPercent, maxAttempts, coolDownHours, validityMonths },
    ...{ title: wordsOf(brief.title), instructions: wordsOf(brief.instructions) },
    criteria: BriefCriterionType.all(brief.criteria),
  };
}
