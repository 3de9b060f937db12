import {
  type ClozeGap,
  type ContentOf,
  type ItemContent,
  type ItemWhole,
  keyOf,
  type RubricLine,
  scoringOf,
} from '@app/assessment';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../edge/paging.js';
import { WordsType, wordsOf } from '../../edge/words.type.js';
import { Answer } from '../answer.type.js';
import { ItemTypeEnum } from '../attempt-state.type.js';
import { DifficultyEnum, ItemStateEnum } from '../blueprint/blueprint-words.type.js';
import { ImageAreaType, ItemImageType, PaperFiles, PaperGapType, PaperOption } from '../paper-item.type.js';
import { ItemScoringEnum, ItemUseEnum, NormalisationEnum } from './item-words.type.js';

@ObjectType('RubricLine', { description: 'What a marker looks for.' })
export class RubricLineType {
  @Field(() => WordsType, { description: 'The criterion.' })
  criterion!: WordsType;

  @Field(() => Float, { description: 'What it is worth.' })
  points!: number;

  static of({ criterion, points }: RubricLine): RubricLineType {
    return Object.assign(new RubricLineType(), { criterion: wordsOf(criterion), points });
  }
}

@ObjectType('ItemContent', {
  description: 'What an item shows, and its key: for authors and reviewers alone.',
})
export class ItemContentType {
  @Field(() => [PaperOption], { description: 'Options, rows of a MATRIX; as written, not as shuffled.' })
  options!: PaperOption[];

  @Field(() => [PaperOption], { description: 'Targets of a MATCH, columns of a MATRIX.' })
  targets!: PaperOption[];

  @Field(() => Answer, { description: 'What is right, in the shape of an answer.' })
  key!: Answer;

  @Field(() => [[ID]], { description: 'Of ORDER: other orders that are as right.' })
  alsoRight!: readonly (readonly string[])[];

  @Field(() => Float, { nullable: true, description: 'Of NUMERIC: how far off is right too.' })
  tolerance!: number | null;

  @Field(() => String, { nullable: true, description: 'Of NUMERIC.' })
  unit!: string | null;

  @Field(() => [String], { description: 'Of SHORT_TEXT: accepted forms.' })
  accepted!: readonly string[];

  @Field(() => [NormalisationEnum], { description: 'Of SHORT_TEXT: how typing is made comparable.' })
  normalise!: readonly string[];

  @Field(() => WordsType, { nullable: true, description: 'Of CLOZE.' })
  cloze!: WordsType | null;

  @Field(() => [PaperGapType], { description: 'Of CLOZE; what fills them is in the key.' })
  gaps!: PaperGapType[];

  @Field(() => ItemImageType, { nullable: true, description: 'Of HOTSPOT.' })
  image!: ItemImageType | null;

  @Field(() => [ImageAreaType], { description: 'Of HOTSPOT.' })
  areas!: ImageAreaType[];

  @Field({ description: 'Of MATRIX: whether a row may take several columns.' })
  several!: boolean;

  @Field(() => [RubricLineType], { description: 'Of WRITTEN and FILE_RESPONSE.' })
  rubric!: RubricLineType[];

  @Field(() => PaperFiles, { nullable: true, description: 'Of FILE_RESPONSE.' })
  files!: PaperFiles | null;

  @Field(() => ItemScoringEnum, {
    nullable: true,
    description: 'Whether parts count; null as usual for the type.',
  })
  scoring!: string | null;

  static of(content: ItemContent): ItemContentType {
    const nothing = { alsoRight: [], tolerance: null, unit: null, accepted: [], normalise: [] };
    const none = { cloze: null, gaps: [], image: null, areas: [], several: false, rubric: [], files: null };
    return Object.assign(new ItemContentType(), {
      ...{ options: [], targets: [], ...nothing, ...none },
      ...('scoring' in content ? { scoring: content.scoring ?? null } : { scoring: null }),
      key: Answer.of(keyOf(content)),
      ...shownOf(content),
    });
  }
}

const options = (list: readonly Parameters<typeof PaperOption.of>[0][]) =>
  list.map((one) => PaperOption.of(one));

/** What each type has besides the key. */
const shown: { readonly [T in ItemContent['type']]: (content: ContentOf<T>) => Partial<ItemContentType> } = {
  single: (content) => ({ options: options(content.options) }),
  multiple: (content) => ({ options: options(content.options) }),
  'true-false': () => ({}),
  match: (content) => ({ options: options(content.options), targets: options(content.targets) }),
  order: (content) => ({ options: options(content.options), alsoRight: content.alsoRight ?? [] }),
  numeric: ({ tolerance, unit }) => ({ tolerance, unit }),
  'short-text': ({ accepted, normalise }) => ({ accepted, normalise }),
  cloze: ({ text, gaps }) => ({ cloze: wordsOf(text), gaps: gaps.map(gapOf) }),
  hotspot: ({ image, areas }) => ({
    image: ItemImageType.of(image),
    areas: areas.map((area) => ImageAreaType.of(area)),
  }),
  matrix: ({ rows, columns, multiple }) => ({
    ...{ options: options(rows), targets: options(columns), several: multiple },
  }),
  written: ({ rubric }) => ({ rubric: rubric.map((line) => RubricLineType.of(line)) }),
  'file-response': ({ rubric, mediaTypes, mostBytes, mostFiles = 1 }) => ({
    rubric: rubric.map((line) => RubricLineType.of(line)),
    files: Object.assign(new PaperFiles(), { mediaTypes, mostBytes, mostFiles }),
  }),
  practical: () => ({}),
};

function shownOf(content: ItemContent): Partial<ItemContentType> {
  // The table's key is the content's own type, which TypeScript cannot follow through an index.
  return (shown[content.type] as (content: ItemContent) => Partial<ItemContentType>)(content);
}

function gapOf(gap: ClozeGap): PaperGapType {
  return Object.assign(new PaperGapType(), {
    ...{ id: gap.id, kind: gap.kind, unit: gap.kind === 'number' ? gap.unit : null },
    options: gap.kind === 'choice' ? options(gap.options) : [],
  });
}

@ObjectType('Item', {
  description: 'One question of the bank, key and all: for authors and reviewers alone.',
})
export class ItemType {
  @Field(() => ID, { description: 'Its name for ever: `OLH-101-Q31`.' })
  key!: string;

  @Field({ description: 'The course whose bank it is in.' })
  courseCode!: string;

  @Field(() => ItemStateEnum, { description: 'Where it stands.' })
  state!: ItemWhole['state'];

  @Field(() => Int, { description: 'The current version, from 1: give it with whatever you decide on it.' })
  version!: number;

  @Field(() => ItemTypeEnum, {
    nullable: true,
    description: 'Its type; null for one that is done and watched, which no paper draws.',
  })
  type!: string | null;

  @Field(() => ItemUseEnum, { description: 'For papers or for practice, for ever.' })
  use!: 'paper' | 'practice';

  @Field({ description: 'Shipped as an example, and so known to everybody.' })
  sample!: boolean;

  @Field({ description: 'The skill it asks about.' })
  skillId!: string;

  @Field(() => Int, { description: 'The level, 1–4.' })
  level!: number;

  @Field(() => DifficultyEnum, { nullable: true, description: 'How hard its author thinks it.' })
  difficulty!: string | null;

  @Field(() => [String], { description: 'Words that quotas may name.' })
  tags!: readonly string[];

  @Field(() => [ID], { description: 'Items that it gives away, or that give it away.' })
  excludes!: readonly string[];

  @Field(() => ID, { nullable: true, description: 'The stimulus that it rests on.' })
  stimulusId!: string | null;

  @Field(() => Float, { description: 'What it is worth.' })
  points!: number;

  @Field({ description: 'Whether options stand in an order of each attempt’s own.' })
  shuffle!: boolean;

  @Field(() => WordsType, { description: 'The question.' })
  stem!: WordsType;

  @Field(() => WordsType, { nullable: true, description: 'Shown with a released result.' })
  explanation!: WordsType | null;

  @Field(() => [ID], { description: 'Entries of the law register that the key rests on.' })
  lawIds!: readonly string[];

  @Field(() => ItemContentType, { description: 'What it shows, and its key.' })
  content!: ItemContentType;

  @Field(() => WordsType, {
    description: 'How it is scored, as author and candidate read it. The Welsh is a draft.',
  })
  scoringRule!: WordsType;

  @Field(() => Int, { description: 'On how many papers it has been; lags by moments.' })
  exposure!: number;

  static of({ key, courseCode, state, exposure, version }: ItemWhole): ItemType {
    const { use, sample, skillId, level, tags, stimulusId, points, lawIds, content } = version;
    const { difficulty, excludes = [], shuffle = true, explanation, number } = version;
    return Object.assign(new ItemType(), {
      ...{ key, courseCode, state, exposure, version: number },
      ...{ use, sample, skillId, level, tags, stimulusId, points, lawIds, difficulty, excludes, shuffle },
      type: content.type === 'practical' ? null : content.type,
      stem: wordsOf(version.stem),
      explanation: explanation === null ? null : wordsOf(explanation),
      content: ItemContentType.of(content),
      scoringRule: wordsOf(scoringOf(content)),
    });
  }
}

export const ItemConnection = connectionOf(ItemType);
