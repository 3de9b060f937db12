import type { PersonId } from '@app/platform/context/request-context.js';
import type { GroupCase, GroupDraft, GroupTask, Membership, OwnGroupView } from '@app/practicals';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../edge/paging.js';
import { DateTimeScalar } from '../../edge/scalars.js';
import { WordsType, wordsOf } from '../../edge/words.type.js';
import { WorkOutcomeType } from '../work/work.type.js';
import { GroupCaseStateEnum, GroupMemberStateEnum } from './group-state.type.js';

@ObjectType('GroupMember', { description: 'Somebody who is or was in a group. Nothing of what they wrote.' })
export class GroupMemberType {
  @Field(() => GroupMemberStateEnum, { description: 'Whether they are in it.' })
  state!: Membership['state'];

  /** Who: the field `person` names them. */
  personId!: PersonId;

  static of({ state, personId }: Membership): GroupMemberType {
    return Object.assign(new GroupMemberType(), { state, personId });
  }
}

@ObjectType('GroupCase', { description: 'Several people of one force at one case.' })
export class GroupCaseType {
  @Field(() => ID, { description: 'Names it for ever.' })
  id!: GroupCase['id'];

  @Field(() => ID, { description: 'The course: `SVP-210`.' })
  courseCode!: string;

  @Field(() => ID, { description: 'The component of its assessment.' })
  componentKey!: string;

  @Field(() => GroupCaseStateEnum, { description: 'Where it stands.' })
  state!: GroupCase['state'];

  @Field(() => String, {
    nullable: true,
    description: 'What others of the force join by; null once it is handed in, and for whoever is out of it.',
  })
  joinCode!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was formed.' })
  formedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was handed in; null before that.' })
  submittedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When its results were released, all together.',
  })
  releasedAt!: Date | null;

  /** Not shown: what own parts are asked of each member. */
  tasks!: readonly GroupTask[];

  static of(group: GroupCase, showsCode = true): GroupCaseType {
    const { id, courseCode, componentKey, state, joinCode, formedAt, submittedAt, releasedAt } = group;
    return Object.assign(new GroupCaseType(), {
      ...{ id, courseCode, componentKey, state, formedAt, submittedAt, releasedAt },
      joinCode: showsCode && state === 'FORMED' ? joinCode : null,
      tasks: group.terms.tasks,
    });
  }
}

@ObjectType('GroupTask', { description: 'One thing that is asked in a group case.' })
export class GroupTaskType {
  @Field(() => ID, { description: 'What saves name it by.' })
  key!: string;

  @Field(() => WordsType, { description: 'What to do.' })
  prompt!: WordsType;

  @Field({ description: 'Whether it is written once for all; false: each member writes their own.' })
  shared!: boolean;

  @Field({ description: 'Whether it is marked; false: handing in is done.' })
  isGraded!: boolean;

  static of({ key, prompt, shared, rubric }: GroupTask): GroupTaskType {
    const asked = { key, prompt: wordsOf(prompt), shared, isGraded: rubric.length > 0 };
    return Object.assign(new GroupTaskType(), asked);
  }
}

@ObjectType('GroupPartText', { description: 'What is written for one task.' })
export class GroupPartTextType {
  @Field(() => ID, { description: 'The task.' })
  key!: string;

  @Field(() => String, { nullable: true, description: 'The text; null for files only.' })
  text!: string | null;

  /** Not shown: the field `files` makes addresses of them. */
  fileIds!: readonly string[];
}

@ObjectType('GroupDraft', { description: 'What is written together, or by one member alone, so far.' })
export class GroupDraftType {
  @Field(() => Int, { description: 'The count of the last save; 0 before the first.' })
  sequence!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last saved; null before that.' })
  savedAt!: Date | null;

  @Field(() => [GroupPartTextType], { description: 'Task by task, as saved.' })
  parts!: GroupPartTextType[];

  static of({ sequence, savedAt, parts }: GroupDraft): GroupDraftType {
    const shown = parts.map((part) => Object.assign(new GroupPartTextType(), part));
    return Object.assign(new GroupDraftType(), { sequence, savedAt, parts: shown });
  }
}

@ObjectType('TakenUpGroupPart', { description: 'A part that is written in this window from now on.' })
export class TakenUpGroupPartType extends GroupDraftType {
  @Field({ description: 'The key of this window: saves carry it.' })
  writer!: string;

  static override of(draft: GroupDraft): TakenUpGroupPartType {
    const { writer } = draft;
    return Object.assign(new TakenUpGroupPartType(), GroupDraftType.of(draft), { writer });
  }
}

@ObjectType('GroupPartSaved', { description: 'An acknowledged save: it is on disk.' })
export class GroupPartSavedType {
  @Field(() => Int, { description: 'The count of the save.' })
  sequence!: number;

  @Field(() => DateTimeScalar, { description: 'When it was saved.' })
  savedAt!: Date;
}

@ObjectType('MyGroup', {
  description: 'A group that one is or was in: what all write, what one writes for oneself, what one got.',
})
export class MyGroupType {
  @Field(() => GroupCaseType, { description: 'The group.' })
  group!: GroupCaseType;

  @Field(() => GroupMemberStateEnum, { description: 'Whether one is in it.' })
  myState!: Membership['state'];

  @Field(() => [GroupTaskType], { description: 'What is asked, in the order of its brief.' })
  tasks!: GroupTaskType[];

  @Field(() => GroupDraftType, {
    nullable: true,
    description: 'What all write together; null for whoever is out of the group.',
  })
  shared!: GroupDraftType | null;

  @Field(() => GroupDraftType, {
    description: 'What one writes for oneself; nobody else of the group reads it.',
  })
  own!: GroupDraftType;

  @Field(() => WorkOutcomeType, {
    nullable: true,
    description: 'What one got; null until everybody’s is released.',
  })
  outcome!: WorkOutcomeType | null;

  @Field({ description: 'Whether one’s own result does not count.' })
  isVoided!: boolean;

  static of({ group, membership }: OwnGroupView): MyGroupType {
    const { state: myState, own, outcome, voidedAt } = membership;
    const isIn = myState === 'IN';
    return Object.assign(new MyGroupType(), {
      ...{ group: GroupCaseType.of(group, isIn), myState, isVoided: voidedAt !== null },
      tasks: group.terms.tasks.map((task) => GroupTaskType.of(task)),
      ...{ shared: isIn ? GroupDraftType.of(group.shared) : null, own: GroupDraftType.of(own) },
      outcome: WorkOutcomeType.of(outcome),
    });
  }
}

export const GroupCaseConnection = connectionOf(GroupCaseType);
export const MyGroupConnection = connectionOf(MyGroupType);
