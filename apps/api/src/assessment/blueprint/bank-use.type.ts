import type {
  BlueprintCheck,
  ItemExposure,
  ItemRetired,
  NamedCount,
  PaperReplay,
  SampleItem,
} from '@app/assessment';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../edge/paging.js';
import { WordsType, wordsOf } from '../../edge/words.type.js';
import { ItemTypeEnum } from '../attempt-state.type.js';
import { BlueprintType } from './blueprint.type.js';
import { DifficultyEnum, ItemStateEnum } from './blueprint-words.type.js';

@ObjectType('NamedCount', { description: 'So many items that answer to these selectors.' })
export class NamedCountType {
  @Field({ description: 'The selectors in words, or the key of a fixed item: `OLH-02, level 1–2`.' })
  name!: string;

  @Field(() => Int, { description: 'How many.' })
  count!: number;

  static of({ name, count }: NamedCount): NamedCountType {
    return Object.assign(new NamedCountType(), { name, count });
  }
}

@ObjectType('BlueprintCheck', {
  description: 'Whether a blueprint would hold; if not, why not, and what would mend it.',
})
export class BlueprintCheckType {
  @Field({ description: 'Whether the bank can meet it as it stands.' })
  holds!: boolean;

  @Field(() => String, { nullable: true, description: 'The refusal that setting it would meet.' })
  code!: string | null;

  @Field(() => String, { nullable: true, description: 'The same as a sentence.' })
  message!: string | null;

  @Field(() => [NamedCountType], {
    description:
      'A smallest set of quotas and fixed items that no paper holds together. No set of fewer is impossible.',
  })
  conflict!: NamedCountType[];

  @Field(() => Int, { description: 'How many places the conflict asks for.' })
  needed!: number;

  @Field(() => Int, { description: 'The most of those places that any paper could fill.' })
  available!: number;

  @Field(() => [NamedCountType], {
    nullable: true,
    description:
      'The fewest new items with which it would hold, by their selectors; null when no new item would do.',
  })
  mend!: NamedCountType[] | null;

  static of(check: BlueprintCheck): BlueprintCheckType {
    return Object.assign(new BlueprintCheckType(), check, {
      conflict: check.conflict.map((one) => NamedCountType.of(one)),
      mend: check.mend?.map((one) => NamedCountType.of(one)) ?? null,
    });
  }
}

@ObjectType('SampleItem', { description: 'One question of a sample paper.' })
export class SampleItemType {
  @Field(() => ID, { description: 'The key of the item.' })
  itemKey!: string;

  @Field(() => Int, { description: 'Its place in the paper, from 1.' })
  number!: number;

  @Field(() => ItemTypeEnum, { description: 'What kind of answer it wants.' })
  type!: SampleItem['version']['content']['type'];

  @Field(() => ID, { description: 'The skill it asks for.' })
  skillId!: string;

  @Field(() => Int, { description: 'Its level, 1–4.' })
  level!: number;

  @Field(() => DifficultyEnum, { nullable: true, description: 'Its band; null when nobody has said.' })
  difficulty!: SampleItem['version']['difficulty'];

  @Field(() => ID, {
    nullable: true,
    description: 'The stimulus it shares with others; null: it stands alone.',
  })
  stimulusId!: string | null;

  @Field(() => Float, { description: 'What it is worth.' })
  points!: number;

  @Field(() => WordsType, { description: 'The question.' })
  stem!: WordsType;

  static of({ itemKey, version }: SampleItem, index: number): SampleItemType {
    const { skillId, level, difficulty, stimulusId, points, content } = version;
    const facts = { skillId, level, difficulty: difficulty ?? null, stimulusId: stimulusId ?? null, points };
    const told = { itemKey, number: index + 1, type: content.type, stem: wordsOf(version.stem) };
    return Object.assign(new SampleItemType(), facts, told);
  }
}

@ObjectType('ItemRetired', { description: 'What retiring an item did.' })
export class ItemRetiredType {
  @Field(() => ID, { description: 'The key of the item.' })
  itemKey!: string;

  @Field(() => ItemStateEnum, { description: 'Where it stands now.' })
  state!: ItemRetired['state'];

  @Field(() => [BlueprintType], { description: 'The blueprints that are short for want of it.' })
  short!: BlueprintType[];

  static of({ itemKey, state, short }: ItemRetired): ItemRetiredType {
    const blueprints = short.map((blueprint) => BlueprintType.of(blueprint));
    return Object.assign(new ItemRetiredType(), { itemKey, state, short: blueprints });
  }
}

@ObjectType('ItemExposure', { description: 'How often papers have shown an item.' })
export class ItemExposureType {
  @Field(() => ID, { description: 'Names the item for ever.' })
  itemId!: string;

  @Field(() => ID, { description: 'Its key: `OLH-101-Q01`.' })
  itemKey!: string;

  @Field(() => ItemTypeEnum, { description: 'What kind of answer it wants.' })
  type!: ItemExposure['type'];

  @Field(() => ItemStateEnum, { description: 'Where it stands.' })
  state!: ItemExposure['state'];

  @Field(() => Int, { description: 'On how many papers it has been, in all forces. It may lag by moments.' })
  papers!: number;

  static of({ itemId, key, type, state, papers }: ItemExposure): ItemExposureType {
    return Object.assign(new ItemExposureType(), { itemId, itemKey: key, type, state, papers });
  }
}
export const ItemExposureConnection = connectionOf(ItemExposureType);

@ObjectType('PaperReplay', {
  description: 'The paper of an attempt, drawn again from what was kept. It shows none of its text.',
})
export class PaperReplayType {
  @Field(() => ID, { description: 'The attempt.' })
  attemptId!: string;

  @Field({ description: 'The seed of the draw: 32 hexadecimal characters.' })
  seed!: string;

  @Field(() => Int, { description: 'How many items there were to draw from.' })
  candidates!: number;

  @Field(() => Int, { description: 'How many the paper holds.' })
  items!: number;

  @Field({
    description: 'SHA-256 of the paper as the candidate has it: items, wording and the order of options.',
  })
  digest!: string;

  @Field({ description: 'SHA-256 of the paper as drawn again.' })
  replayedDigest!: string;

  @Field({ description: 'Whether the two are the same.' })
  identical!: boolean;

  static of(replay: PaperReplay): PaperReplayType {
    return Object.assign(new PaperReplayType(), replay);
  }
}
