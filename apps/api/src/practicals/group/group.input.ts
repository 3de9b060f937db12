import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { WorkPartInput } from '../work/work.input.js';
import { OutOfGroupEnum } from './group-state.type.js';

@InputType({ description: 'A group of people of one’s own force.' })
export class FormGroupInput {
  @Field(() => ID, { description: 'The course: `SVP-210`.' })
  courseCode!: string;

  @Field(() => ID, { description: 'A component of its assessment that is a group case.' })
  componentKey!: string;

  @Field(() => [ID], { description: '1–12 people whom one leads; others join by its code.' })
  personIds!: string[];
}

@InputType({ description: 'A group that one joins.' })
export class JoinGroupInput {
  @Field({ description: 'Its code; spaces and small letters are taken too.' })
  joinCode!: string;
}

@InputType({ description: 'A group that one leaves.' })
export class LeaveGroupInput {
  @Field(() => ID, { description: 'The group.' })
  groupId!: string;
}

@InputType({ description: 'Somebody who is out of a group.' })
export class RemoveGroupMemberInput {
  @Field(() => ID, { description: 'The group.' })
  groupId!: string;

  @Field(() => ID, { description: 'One of its members.' })
  personId!: string;

  @Field(() => OutOfGroupEnum, { description: 'Why.' })
  why!: keyof typeof OutOfGroupEnum;
}

@InputType({ description: 'A part that one writes in this window from now on.' })
export class TakeUpGroupPartInput {
  @Field(() => ID, { description: 'The group.' })
  groupId!: string;

  @Field({ description: 'True: what all write together. False: one’s own.' })
  shared!: boolean;
}

@InputType({ description: 'A save of what all write together, or of one’s own.' })
export class SaveGroupPartInput {
  @Field(() => ID, { description: 'The group.' })
  groupId!: string;

  @Field({ description: 'True: what all write together. False: one’s own.' })
  shared!: boolean;

  @Field({ description: 'The key that takeUpGroupPart gave.' })
  writer!: string;

  @Field(() => Int, { description: 'The client’s count of its saves: each higher than the one before.' })
  sequence!: number;

  @Field(() => [WorkPartInput], {
    description: 'Everything written there so far, 1–20 parts: what is left out is empty.',
  })
  parts!: WorkPartInput[];
}

@InputType({ description: 'A group case to be handed in.' })
export class SubmitGroupInput {
  @Field(() => ID, { description: 'The group.' })
  groupId!: string;
}

@InputType({ description: 'A proposal that one member’s result shall not count.' })
export class ProposeGroupVoidInput {
  @Field(() => ID, { description: 'The group.' })
  groupId!: string;

  @Field(() => ID, { description: 'One of its members.' })
  personId!: string;

  @Field({ description: 'Why, in 10–2,000 characters. Kept where it can be erased.' })
  reason!: string;
}

@InputType({ description: 'A decision about such a proposal.' })
export class DecideGroupVoidInput {
  @Field(() => ID, { description: 'The group.' })
  groupId!: string;

  @Field(() => ID, { description: 'One of its members.' })
  personId!: string;

  @Field({ description: 'True: the result does not count. False: it does.' })
  confirm!: boolean;
}
