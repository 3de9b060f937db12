import {
  type HotspotArea,
  type ItemImage,
  type ItemOption,
  type PaperItem,
  scoringOf,
} from '@app/assessment';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { WordsType, wordsOf } from '../edge/words.type.js';
import { ItemTypeEnum } from './attempt-state.type.js';
import { AreaShapeEnum, GapKindEnum } from './item/item-words.type.js';

@ObjectType({ description: 'Something to choose, to order, or to match.' })
export class PaperOption {
  @Field(() => ID, { description: 'Stable within its item; it tells nothing of the key.' })
  id!: string;

  @Field(() => WordsType, { description: 'What it says.' })
  text!: WordsType;

  static of(option: ItemOption): PaperOption {
    return Object.assign(new PaperOption(), { id: option.id, text: wordsOf(option.text) });
  }
}

@ObjectType('PaperGap', { description: 'A gap of a cloze.' })
export class PaperGapType {
  @Field(() => ID, { description: 'Stands in the text as `[[id]]`.' })
  id!: string;

  @Field(() => GapKindEnum, { description: 'What fills it.' })
  kind!: 'text' | 'number' | 'choice';

  @Field(() => [PaperOption], { description: 'Of CHOICE only, in this attempt’s own order.' })
  options!: PaperOption[];

  @Field(() => String, { nullable: true, description: 'Of NUMBER only: its unit.' })
  unit!: string | null;
}

@ObjectType('ItemImage', { description: 'A still image, with what it shows in words.' })
export class ItemImageType {
  @Field(() => ID, { description: 'The file. `address` fetches it.' })
  fileId!: string;

  @Field(() => WordsType, { description: 'What it shows, for whoever cannot see it.' })
  alt!: WordsType;

  @Field(() => Int, { description: 'In pixels.' })
  width!: number;

  @Field(() => Int, { description: 'In pixels.' })
  height!: number;

  static of(image: ItemImage): ItemImageType {
    return Object.assign(new ItemImageType(), { ...image, alt: wordsOf(image.alt) });
  }
}

@ObjectType('ImageArea', { description: 'An area of an image; it may be chosen by its label alone.' })
export class ImageAreaType {
  @Field(() => ID, { description: 'What `choices` names; it tells nothing of the key.' })
  id!: string;

  @Field(() => AreaShapeEnum, { description: 'Its shape.' })
  shape!: 'circle' | 'rect' | 'poly';

  @Field(() => [Float], { description: 'Its coordinates, in pixels of the image.' })
  coords!: readonly number[];

  @Field(() => WordsType, { description: 'What is there, in words.' })
  label!: WordsType;

  static of(area: HotspotArea): ImageAreaType {
    return Object.assign(new ImageAreaType(), { ...area, label: wordsOf(area.label) });
  }
}

@ObjectType({ description: 'Which files an answer takes.' })
export class PaperFiles {
  @Field(() => [String], { description: 'What they may be.' })
  mediaTypes!: readonly string[];

  @Field(() => Int, { description: 'The most bytes of one.' })
  mostBytes!: number;

  @Field(() => Int, { description: 'The most of them.' })
  mostFiles!: number;
}

@ObjectType('PaperItem', { description: 'One question of a frozen paper.' })
export class PaperItemType {
  @Field(() => ID, { description: 'What saveAnswer wants as itemId.' })
  id!: string;

  @Field(() => Int, { description: 'Its place in the paper, from 1.' })
  number!: number;

  @Field(() => ItemTypeEnum, { description: 'What kind of answer it wants.' })
  type!: PaperItem['type'];

  @Field(() => WordsType, { description: 'The question.' })
  stem!: WordsType;

  @Field(() => [PaperOption], {
    description:
      'In this attempt’s own order, the same on every device; the rows of a MATRIX; the labels of a HOTSPOT.',
  })
  options!: PaperOption[];

  @Field(() => [PaperOption], {
    description: 'Of MATCH: what options are matched with; of MATRIX: the columns.',
  })
  targets!: PaperOption[];

  @Field(() => String, { nullable: true, description: 'Of NUMERIC only: the unit of the number.' })
  unit!: string | null;

  @Field(() => Float, { description: 'What it is worth.' })
  points!: number;

  @Field(() => WordsType, { description: 'How it is scored, in a sentence that tells nothing of the key.' })
  scoring!: WordsType;

  @Field(() => ID, {
    nullable: true,
    description: 'What it rests on, of the attempt’s `stimuli`; its items stand together.',
  })
  stimulusId!: string | null;

  @Field({ description: 'Whether several may be chosen: MULTIPLE; a MATRIX in one row; a HOTSPOT.' })
  several!: boolean;

  @Field(() => WordsType, {
    nullable: true,
    description: 'Of CLOZE: the text, each gap as its id in double square brackets.',
  })
  cloze!: WordsType | null;

  @Field(() => [PaperGapType], { description: 'Of CLOZE: its gaps.' })
  gaps!: PaperGapType[];

  @Field(() => ItemImageType, { nullable: true, description: 'Of HOTSPOT: the image.' })
  image!: ItemImageType | null;

  @Field(() => [ImageAreaType], { description: 'Of HOTSPOT: its labelled areas.' })
  areas!: ImageAreaType[];

  @Field(() => PaperFiles, { nullable: true, description: 'Of FILE_RESPONSE: what files it takes.' })
  files!: PaperFiles | null;

  static of(item: PaperItem, index: number): PaperItemType {
    const { itemId: id, type, unit, points, image, areas = [], stimulusId = null, files = null } = item;
    return Object.assign(new PaperItemType(), {
      ...{ id, number: index + 1, type, unit, points, stimulusId, files },
      stem: wordsOf(item.stem),
      options: item.options.map((option) => PaperOption.of(option)),
      targets: item.targets.map((option) => PaperOption.of(option)),
      scoring: wordsOf(scoringOf(item)),
      several: item.several ?? type === 'multiple',
      ...clozeOf(item),
      image: image === undefined ? null : ItemImageType.of(image),
      areas: areas.map((area) => ImageAreaType.of(area)),
    });
  }
}

function clozeOf({ cloze, gaps = [] }: PaperItem) {
  return {
    cloze: cloze === undefined ? null : wordsOf(cloze),
    gaps: gaps.map(({ id, kind, options, unit }) =>
      Object.assign(new PaperGapType(), {
        ...{ id, kind, unit },
        options: options.map((option) => PaperOption.of(option)),
      }),
    ),
  };
}
