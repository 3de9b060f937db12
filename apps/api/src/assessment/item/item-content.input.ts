import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { WordsInput } from '../../edge/words.input.js';
import { PairInput } from '../answer.type.js';
import { ItemTypeEnum } from '../attempt-state.type.js';
import { AreaShapeEnum, GapKindEnum, ItemScoringEnum, NormalisationEnum } from './item-words.type.js';

@InputType({ description: 'Something to choose, to order or to match; a row or a column.' })
export class ItemOptionInput {
  @Field(() => ID, { description: 'Its name within the item, 1–40 characters, telling nothing of the key.' })
  id!: string;

  @Field(() => WordsInput, { description: 'What it says.' })
  text!: WordsInput;
}

@InputType({ description: 'What a marker looks for.' })
export class RubricLineInput {
  @Field(() => WordsInput, { description: 'The criterion.' })
  criterion!: WordsInput;

  @Field(() => Float, {
    description: 'What it is worth, in steps of 0.5; the lines add up to the item’s points.',
  })
  points!: number;
}

@InputType({ description: 'A gap of a cloze.' })
export class ClozeGapInput {
  @Field(() => ID, { description: 'Stands once in the text as `[[id]]`.' })
  id!: string;

  @Field(() => GapKindEnum, { description: 'What fills it.' })
  kind!: 'text' | 'number' | 'choice';

  @Field(() => Float, {
    nullable: true,
    description: 'Its share among the gaps, in steps of 0.5; 1 when absent.',
  })
  weight?: number | null;

  @Field(() => [String], { nullable: true, description: 'Of TEXT: accepted forms, in either language.' })
  accepted?: string[] | null;

  @Field(() => [NormalisationEnum], {
    nullable: true,
    description: 'Of TEXT: how typing is made comparable.',
  })
  normalise?: ('trim' | 'single-spaces' | 'lower-case' | 'no-punctuation')[] | null;

  @Field(() => Float, { nullable: true, description: 'Of NUMBER: the right one.' })
  answer?: number | null;

  @Field(() => Float, { nullable: true, description: 'Of NUMBER: how far off is right too, from 0.' })
  tolerance?: number | null;

  @Field(() => String, { nullable: true, description: 'Of NUMBER: its unit.' })
  unit?: string | null;

  @Field(() => [ItemOptionInput], { nullable: true, description: 'Of CHOICE: what to choose from.' })
  options?: ItemOptionInput[] | null;

  @Field(() => ID, { nullable: true, description: 'Of CHOICE: the right option.' })
  key?: string | null;
}

@InputType({ description: 'The image of a hotspot.' })
export class ItemImageInput {
  @Field(() => ID, { description: 'One’s own upload with purpose `item-media`.' })
  fileId!: string;

  @Field(() => WordsInput, { description: 'What it shows, for whoever cannot see it.' })
  alt!: WordsInput;

  @Field(() => Int, { description: 'In pixels.' })
  width!: number;

  @Field(() => Int, { description: 'In pixels.' })
  height!: number;
}

@InputType({ description: 'A labelled area of an image.' })
export class ImageAreaInput {
  @Field(() => ID, { description: 'Its name within the item.' })
  id!: string;

  @Field(() => AreaShapeEnum, { description: 'Its shape.' })
  shape!: 'circle' | 'rect' | 'poly';

  @Field(() => [Float], { description: 'Its coordinates in pixels, within the image.' })
  coords!: number[];

  @Field(() => WordsInput, { description: 'What is there, so that it can be chosen without being seen.' })
  label!: WordsInput;
}

@InputType({
  description: 'What is peculiar to a type: what is shown, and the key. Fields of other types are left out.',
})
export class ItemContentInput {
  @Field(() => ItemTypeEnum, { description: 'The type. It decides which fields count.' })
  type!: (typeof ItemTypeEnum)[keyof typeof ItemTypeEnum];

  @Field(() => [ItemOptionInput], {
    nullable: true,
    description: 'Of SINGLE, MULTIPLE, ORDER, MATCH; the rows of a MATRIX. 2–20.',
  })
  options?: ItemOptionInput[] | null;

  @Field(() => [ItemOptionInput], { nullable: true, description: 'Of MATCH; the columns of a MATRIX. 2–20.' })
  targets?: ItemOptionInput[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'The right options; of ORDER first to last, without distractors; of HOTSPOT areas.',
  })
  key?: string[] | null;

  @Field(() => [[ID]], {
    nullable: true,
    description: 'Of ORDER: other orders of the same options that are as right.',
  })
  alsoRight?: string[][] | null;

  @Field(() => [PairInput], { nullable: true, description: 'The key of MATCH and MATRIX.' })
  pairs?: PairInput[] | null;

  @Field(() => Boolean, { nullable: true, description: 'The key of TRUE_FALSE.' })
  truth?: boolean | null;

  @Field(() => Float, { nullable: true, description: 'The key of NUMERIC.' })
  answer?: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Of NUMERIC: how far off is right too, from 0; 0 when absent.',
  })
  tolerance?: number | null;

  @Field(() => String, { nullable: true, description: 'Of NUMERIC: its unit.' })
  unit?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Of SHORT_TEXT: accepted forms, in either language.',
  })
  accepted?: string[] | null;

  @Field(() => [NormalisationEnum], {
    nullable: true,
    description: 'Of SHORT_TEXT: how typing is made comparable.',
  })
  normalise?: ('trim' | 'single-spaces' | 'lower-case' | 'no-punctuation')[] | null;

  @Field(() => WordsInput, { nullable: true, description: 'Of CLOZE: the text, its gaps as `[[id]]`.' })
  cloze?: WordsInput | null;

  @Field(() => [ClozeGapInput], { nullable: true, description: 'Of CLOZE.' })
  gaps?: ClozeGapInput[] | null;

  @Field(() => ItemImageInput, { nullable: true, description: 'Of HOTSPOT.' })
  image?: ItemImageInput | null;

  @Field(() => [ImageAreaInput], { nullable: true, description: 'Of HOTSPOT, 2–20.' })
  areas?: ImageAreaInput[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Of MATRIX: whether a row may take several columns.' })
  several?: boolean | null;

  @Field(() => [RubricLineInput], { nullable: true, description: 'Of WRITTEN and FILE_RESPONSE.' })
  rubric?: RubricLineInput[] | null;

  @Field(() => [String], { nullable: true, description: 'Of FILE_RESPONSE: what files may be.' })
  mediaTypes?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'Of FILE_RESPONSE: the most bytes of one file.' })
  mostBytes?: number | null;

  @Field(() => Int, { nullable: true, description: 'Of FILE_RESPONSE: the most files, 1–10; 1 when absent.' })
  mostFiles?: number | null;

  @Field(() => ItemScoringEnum, {
    nullable: true,
    description: 'Whether parts count. When absent: of CLOZE they do, of all others they do not.',
  })
  scoring?: 'all-or-nothing' | 'partial' | 'exact' | 'adjacent-pairs' | null;
}
