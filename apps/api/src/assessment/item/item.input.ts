import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { WordsInput } from '../../edge/words.input.js';
import { DifficultyEnum } from '../blueprint/blueprint-words.type.js';
import { ItemContentInput } from './item-content.input.js';
import { ItemUseEnum } from './item-words.type.js';

@InputType({ description: 'What an author writes of an item.' })
export class ItemTextInput {
  @Field({ description: 'The skill that it asks about, of the framework: `DEV-01`.' })
  skillId!: string;

  @Field(() => Int, { description: 'The level, 1–4.' })
  level!: number;

  @Field(() => Float, { description: 'What it is worth, in steps of 0.5 from 0.5 to 100.' })
  points!: number;

  @Field(() => DifficultyEnum, { nullable: true, description: 'How hard its author thinks it.' })
  difficulty?: 'easy' | 'medium' | 'hard' | null;

  @Field(() => [String], { nullable: true, description: 'Words that quotas may name.' })
  tags?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Keys of items that it gives away, or that give it away.',
  })
  excludes?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'The stimulus that it rests on, of the same course.' })
  stimulusId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'False: options stand as written in every attempt. When absent they are shuffled.',
  })
  shuffle?: boolean | null;

  @Field(() => WordsInput, { description: 'The question.' })
  stem!: WordsInput;

  @Field(() => WordsInput, { nullable: true, description: 'Shown with a released result.' })
  explanation?: WordsInput | null;

  @Field(() => [ID], { nullable: true, description: 'Entries of the law register that the key rests on.' })
  lawIds?: string[] | null;

  @Field(() => ItemContentInput, { description: 'What it shows, and its key.' })
  content!: ItemContentInput;
}

@InputType({ description: 'Begins an item.' })
export class CreateItemInput {
  @Field(() => ID, { description: 'Its name for ever: 3 to 40 capital letters, digits and hyphens.' })
  key!: string;

  @Field({ description: 'The course whose bank it is in: `OLH-101`.' })
  courseCode!: string;

  @Field(() => ItemUseEnum, { description: 'For papers or for practice, for ever.' })
  use!: 'paper' | 'practice';

  @Field(() => ItemTextInput, { description: 'Its first version.' })
  text!: ItemTextInput;
}

@InputType({ description: 'Gives an item a new version.' })
export class ReviseItemInput {
  @Field(() => ID, { description: 'The item.' })
  key!: string;

  @Field(() => Int, { description: 'The version that was read and changed.' })
  version!: number;

  @Field(() => ItemTextInput, { description: 'The whole of the new version.' })
  text!: ItemTextInput;
}

@InputType({ description: 'Hands a draft to the reviewers.' })
export class SendItemInput {
  @Field(() => ID, { description: 'The item.' })
  key!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  version!: number;
}

@InputType({ description: 'Makes an item in review ready to draw.' })
export class ApproveItemInput {
  @Field(() => ID, { description: 'The item.' })
  key!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  version!: number;
}

@InputType({ description: 'Gives an item in review back to its author.' })
export class ReturnItemInput {
  @Field(() => ID, { description: 'The item.' })
  key!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  version!: number;

  @Field({ description: 'What is to be mended, in 3 to 500 characters.' })
  reason!: string;
}

@InputType({ description: 'One thing laid out with a scenario: a text or a file.' })
export class ExhibitInput {
  @Field(() => ID, { description: 'Its name within the stimulus.' })
  id!: string;

  @Field(() => WordsInput, { description: 'What it is.' })
  title!: WordsInput;

  @Field(() => String, {
    nullable: true,
    description: 'What it says, up to 100,000 characters; null for a file.',
  })
  text?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'One’s own upload with purpose `exhibit`; null for a text.',
  })
  fileId?: string | null;
}

@InputType({ description: 'What may distress in a stimulus.' })
export class StimulusWarningInput {
  @Field({ description: 'What kind: `violence`.' })
  kind!: string;

  @Field(() => Int, { description: '1 mentioned, 2 described, 3 central to it.' })
  intensity!: number;
}

@InputType({ description: 'Begins a stimulus, or gives it a new version.' })
export class SaveStimulusInput {
  @Field(() => ID, { description: 'Its name for ever: 3 to 40 capital letters, digits and hyphens.' })
  id!: string;

  @Field({ description: 'The course whose items rest on it.' })
  courseCode!: string;

  @Field(() => Int, { description: 'The version that was read and changed; 0 for a new one.' })
  version!: number;

  @Field(() => WordsInput, { description: 'What it is called.' })
  title!: WordsInput;

  @Field(() => WordsInput, { description: 'What it tells, in Markdown.' })
  text!: WordsInput;

  @Field(() => [ExhibitInput], { description: 'What is laid out with it, up to 20.' })
  exhibits!: ExhibitInput[];

  @Field(() => [StimulusWarningInput], { description: 'What may distress.' })
  warnings!: StimulusWarningInput[];
}
