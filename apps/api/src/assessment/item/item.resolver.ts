import {
  ApproveItem,
  type AuthoredText,
  CreateItem,
  ItemReader,
  type ItemState,
  ReturnItem,
  ReviseItem,
  SendItem,
} from '@app/assessment';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../edge/allow.js';
import { Ctx } from '../../edge/graphql-context.js';
import { PageArgs, page } from '../../edge/paging.js';
import { resultOf } from '../../edge/refused.js';
import { ItemStateEnum } from '../blueprint/blueprint-words.type.js';
import {
  ApproveItemInput,
  CreateItemInput,
  type ItemTextInput,
  ReturnItemInput,
  ReviseItemInput,
  SendItemInput,
} from './item.input.js';
import { ItemConnection, ItemType } from './item.type.js';
import { readContent, readWords } from './read-content.js';

const CreateItemResult = resultOf('CreateItem', ItemType);
const ReviseItemResult = resultOf('ReviseItem', ItemType);
const SendItemResult = resultOf('SendItem', ItemType);
const ApproveItemResult = resultOf('ApproveItem', ItemType);
const ReturnItemResult = resultOf('ReturnItem', ItemType);

const FAULTS =
  'Refused for what is wrong with it, naming item and field: ITEM_QUESTION_MISSING, ITEM_POINTS_MALFORMED, ITEM_LEVEL_MALFORMED, ITEM_SKILL_UNKNOWN, ITEM_NO_RIGHT_ANSWER, ITEM_KEY_UNKNOWN, ITEM_KEY_TWICE, ITEM_KEY_INCOMPLETE, ITEM_OPTIONS_COUNT, ITEM_OPTION_EMPTY, ITEM_OPTIONS_SAME, ITEM_TOLERANCE_NEGATIVE, ITEM_FORM_TWICE, ITEM_GAP_UNFILLABLE, ITEM_GAP_MISPLACED, ITEM_GAP_WEIGHT, ITEM_IMAGE_UNDESCRIBED, ITEM_IMAGE_UNKNOWN, ITEM_AREA_UNLABELLED, ITEM_AREA_MALFORMED, ITEM_ROW_WITHOUT_KEY, ITEM_RUBRIC_MALFORMED, ITEM_RUBRIC_SUM, ITEM_FILES_MALFORMED, ITEM_STIMULUS_UNKNOWN';

/** The life of items, for authors and reviewers: the only ones who see keys. */
@Resolver(() => ItemType)
export class ItemResolver {
  constructor(
    private readonly reader: ItemReader,
    private readonly create: CreateItem,
    private readonly revise: ReviseItem,
    private readonly sending: SendItem,
    private readonly approving: ApproveItem,
    private readonly returning: ReturnItem,
  ) {}

  @Allow('assessment.item.read')
  @Query(() => ItemType, { description: 'One item with its key, in its current version.' })
  async item(
    @Args('key', { type: () => ID, description: 'The item: `OLH-101-Q31`.' }) key: string,
  ): Promise<ItemType> {
    return ItemType.of(found(await this.reader.byKey(key)));
  }

  @Allow('assessment.item.read')
  @Query(() => ItemConnection, { description: 'The items of a course with their keys, by name.' })
  async items(
    @Args() args: PageArgs,
    @Args('courseCode', { type: () => ID, description: 'The course.' }) courseCode: string,
    @Args('state', { type: () => ItemStateEnum, nullable: true, description: 'Only those in this state.' })
    state?: ItemState | null,
  ) {
    const fetch = this.reader.page.bind(this.reader, { courseCode, state: state ?? null });
    return page(args, fetch, (item) => ItemType.of(item));
  }

  @Allow('assessment.item.create')
  @Mutation(() => CreateItemResult, {
    description: `Begins an item as a draft; whoever does is its author. ITEM_KEY_MALFORMED, ITEM_KEY_TAKEN. ${FAULTS}.`,
  })
  async createItem(@Ctx() ctx: RequestContext, @Args('input') input: CreateItemInput): Promise<ItemType> {
    const { key, courseCode, use } = input;
    return this.shown(await this.create.execute(ctx, { key, courseCode, use, text: textOf(input.text) }));
  }

  @Allow('assessment.item.revise')
  @Mutation(() => ReviseItemResult, {
    description: `Gives an item a new version; papers keep the one they have. A ready item is reviewed again, one in review goes back to draft. ITEM_CHANGED_SINCE, ITEM_STATE_REFUSED. ${FAULTS}.`,
  })
  async reviseItem(@Ctx() ctx: RequestContext, @Args('input') input: ReviseItemInput): Promise<ItemType> {
    const { key, version } = input;
    return this.shown(await this.revise.execute(ctx, { key, version, text: textOf(input.text) }));
  }

  @Allow('assessment.item.send')
  @Mutation(() => SendItemResult, {
    description: 'Hands a draft to the reviewers. Refused: ITEM_CHANGED_SINCE, ITEM_STATE_REFUSED.',
  })
  async sendItem(@Ctx() ctx: RequestContext, @Args('input') input: SendItemInput): Promise<ItemType> {
    return this.shown(await this.sending.execute(ctx, input));
  }

  @Allow('assessment.item.approve')
  @Mutation(() => ApproveItemResult, {
    description:
      'Makes an item in review ready to draw. Refused: ITEM_SELF_APPROVED to whoever wrote any version, ITEM_CHANGED_SINCE, ITEM_STATE_REFUSED.',
  })
  async approveItem(@Ctx() ctx: RequestContext, @Args('input') input: ApproveItemInput): Promise<ItemType> {
    return this.shown(await this.approving.execute(ctx, input));
  }

  @Allow('assessment.item.return')
  @Mutation(() => ReturnItemResult, {
    description:
      'Gives an item in review back to its author, saying why. Refused: ITEM_RETURN_REASON, ITEM_CHANGED_SINCE, ITEM_STATE_REFUSED.',
  })
  async returnItem(@Ctx() ctx: RequestContext, @Args('input') input: ReturnItemInput): Promise<ItemType> {
    return this.shown(await this.returning.execute(ctx, input));
  }

  private async shown(key: string): Promise<ItemType> {
    return ItemType.of(found(await this.reader.byKey(key)));
  }
}

function textOf(input: ItemTextInput): AuthoredText {
  const { skillId, level, points, difficulty, stimulusId, shuffle, stem, explanation } = input;
  return {
    ...{ skillId, level, points, difficulty: difficulty ?? null, stimulusId: stimulusId ?? null },
    ...{ tags: input.tags ?? [], excludes: input.excludes ?? [], lawIds: input.lawIds ?? [] },
    ...(shuffle === false ? { shuffle } : {}),
    stem: readWords(stem),
    explanation: explanation ? readWords(explanation) : null,
    content: readContent(input.content),
  };
}
