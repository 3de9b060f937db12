import type { Activity, ActivityKind, Block, Picture, QuickCheck, RenderedText } from '@app/catalogue';
import type { FileId } from '@app/platform/files/file.js';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { WordsType, wordsOf } from '../edge/words.type.js';
import { ActivityKindEnum } from './module.type.js';

@ObjectType('BlockWarning', { description: 'What in a block may distress, and how strongly.' })
export class BlockWarningType {
  @Field({ description: 'What it is, such as `abuse`.' })
  kind!: string;

  @Field(() => Int, { description: '1 mentioned, 2 described, 3 central to the block.' })
  intensity!: number;
}

@ObjectType('CheckOption', { description: 'One choice of a quick check.' })
export class CheckOptionType {
  @Field(() => ID, { description: 'Its id within the check.' })
  id!: string;

  @Field(() => WordsType, { description: 'Its text.' })
  text!: WordsType;
}

@ObjectType('QuickCheck', {
  description: 'A question inside a lesson. Its key and reasons come with `answerCheck`, never here.',
})
export class QuickCheckType {
  @Field({ description: 'single, multiple or true-false.' })
  type!: string;

  @Field(() => WordsType, { description: 'The question.' })
  stem!: WordsType;

  @Field(() => [CheckOptionType], { description: 'What there is to choose from.' })
  options!: CheckOptionType[];
}

@ObjectType('LessonPicture', { description: 'A picture that a lesson shows, with what it says in words.' })
export class LessonPictureType {
  /** Not a field: `address` is made from it for the session that asks. */
  fileId!: FileId;

  @Field({ description: 'Its media type, such as `image/svg+xml`.' })
  mediaType!: string;

  @Field(() => Int, { description: 'How wide it was drawn, in CSS pixels.' })
  width!: number;

  @Field(() => Int, { description: 'How high it was drawn, in CSS pixels.' })
  height!: number;

  @Field(() => WordsType, { description: 'What somebody who does not see it needs to know.' })
  alt!: WordsType;

  @Field(() => WordsType, { nullable: true, description: 'The line below it, where it has one.' })
  caption!: WordsType | null;
}

@ObjectType('Block', { description: 'The smallest piece of a lesson that can be corrected.' })
export class BlockType {
  @Field(() => ID, { description: 'Its id within its activity, stable from version to version.' })
  id!: string;

  @Field({ description: 'text, example, callout, law, check or picture.' })
  kind!: string;

  @Field(() => String, { nullable: true, description: 'Of a callout: note, mistake, court or support.' })
  tone!: string | null;

  @Field(() => WordsType, { nullable: true, description: 'Its heading, where it has one.' })
  heading!: WordsType | null;

  @Field(() => WordsType, {
    nullable: true,
    description: 'Its text in CommonMark; null in a check and a picture.',
  })
  markdown!: WordsType | null;

  @Field(() => WordsType, { nullable: true, description: 'The same text as sanitised HTML.' })
  html!: WordsType | null;

  @Field(() => ID, { nullable: true, description: 'Of a law block: the entry that it cites.' })
  lawId!: string | null;

  @Field(() => QuickCheckType, { nullable: true, description: 'Of a check block: the question.' })
  check!: QuickCheckType | null;

  @Field(() => LessonPictureType, { nullable: true, description: 'Of a picture block: the picture.' })
  picture!: LessonPictureType | null;

  @Field(() => [BlockWarningType], { description: 'What in it may distress: ask before showing it.' })
  warnings!: BlockWarningType[];
}

@ObjectType('Activity', { description: 'An activity with all its blocks.' })
export class ActivityType {
  @Field(() => ID, { description: 'Its id, stable from version to version.' })
  id!: string;

  @Field(() => ActivityKindEnum, { description: 'What there is to do.' })
  kind!: ActivityKind;

  @Field(() => WordsType, { description: 'Its title.' })
  title!: WordsType;

  @Field(() => Int, { description: 'How long it takes, in minutes.' })
  minutes!: number;

  @Field(() => [BlockType], { description: 'Its blocks, in order.' })
  blocks!: BlockType[];
}

/** An activity for the API. `versionId` is null for a draft, whose texts are rendered afresh. */
export function activityType(
  activity: Activity,
  versionId: string | null,
  rendered: RenderedText,
): ActivityType {
  const { id, kind, title, minutes, blocks } = activity;
  const keyOf = (block: Block) => (versionId === null ? null : `${versionId}/${id}/${block.id}`);
  return {
    ...{ id, kind, minutes },
    title: wordsOf(title),
    blocks: blocks.map((block) => blockType(block, keyOf(block), rendered)),
  };
}

function blockType(block: Block, key: string | null, rendered: RenderedText): BlockType {
  const { id, kind, tone, heading, markdown, lawId, check, picture, warnings } = block;
  return {
    ...{ id, kind, tone, lawId },
    heading: heading === null ? null : wordsOf(heading),
    markdown: markdown === null ? null : wordsOf(markdown),
    html: markdown === null ? null : wordsOf(rendered.html(key, markdown)),
    check: check === null ? null : checkType(check),
    picture: picture === undefined ? null : pictureType(picture),
    warnings: warnings.map((warning) => ({ ...warning })),
  };
}

function pictureType({ alt, caption, ...rest }: Picture): LessonPictureType {
  return { ...rest, alt: wordsOf(alt), caption: caption === null ? null : wordsOf(caption) };
}

function checkType({ type, stem, options }: QuickCheck): QuickCheckType {
  return { type, stem: wordsOf(stem), options: options.map(({ id, text }) => ({ id, text: wordsOf(text) })) };
}
