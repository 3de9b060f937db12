import { PeopleReader } from '@app/identity';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import {
  ConfirmConversation,
  type ConversationId,
  ConversationReader,
  RecordConversation,
  TakeBackConversation,
} from '@app/practicals';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../edge/allow.js';
import { Ctx, Gql, type GraphqlContext } from '../../edge/graphql-context.js';
import { idArg } from '../../edge/ids.js';
import { PageArgs, page } from '../../edge/paging.js';
import { resultOf } from '../../edge/refused.js';
import { peopleLoader } from '../../identity/loaders.js';
import { NamedPersonType } from '../named-person.type.js';
import {
  ConfirmConversationInput,
  RecordConversationInput,
  TakeBackConversationInput,
} from './conversation.input.js';
import { ConversationConnection, ConversationType } from './conversation.type.js';

const RecordConversationResult = resultOf('RecordConversation', ConversationType);
const ConfirmConversationResult = resultOf('ConfirmConversation', ConversationType);
const TakeBackConversationResult = resultOf('TakeBackConversation', ConversationType);

/** Conversations that are recorded only as held: for the two who held them. */
@Resolver(() => ConversationType)
export class ConversationResolver {
  constructor(
    private readonly recordIt: RecordConversation,
    private readonly confirmIt: ConfirmConversation,
    private readonly takeItBack: TakeBackConversation,
    private readonly reader: ConversationReader,
    private readonly people: PeopleReader,
  ) {}

  @Allow('practicals.conversation.read-own')
  @Query(() => ConversationConnection, {
    description: 'Conversations recorded of the caller, newest first: what is RECORDED waits for their word.',
  })
  async myConversations(@Ctx() ctx: RequestContext, @Args() args: PageArgs) {
    return page(args, this.reader.own.bind(this.reader, ctx), (row) => ConversationType.of(row));
  }

  @Allow('practicals.conversation.read-own')
  @Query(() => ConversationConnection, {
    description: 'Conversations that the caller recorded of others, newest first.',
  })
  async conversationsHeld(@Ctx() ctx: RequestContext, @Args() args: PageArgs) {
    return page(args, this.reader.held.bind(this.reader, ctx), (row) => ConversationType.of(row));
  }

  @Allow('practicals.conversation.record')
  @Mutation(() => RecordConversationResult, {
    description:
      'Records that a conversation was held: by the person’s line manager or deputy on that day, or a supervisor or training lead in whose reach the person was; anybody else gets NOT_FOUND. Refused: CONVERSATION_WITH_ONESELF, CONVERSATION_NOT_ENROLLED, CONVERSATION_IN_FUTURE, CONVERSATION_TOO_EARLY, CONVERSATION_WAITS, CONVERSATION_CONFIRMED. The same again is the same answer.',
  })
  async recordConversation(
    @Ctx() ctx: RequestContext,
    @Args('input') { personId, courseCode, componentKey, heldOn }: RecordConversationInput,
  ): Promise<ConversationType> {
    const held = { personId: idArg<PersonId>(personId, 'personId'), courseCode, componentKey, heldOn };
    return ConversationType.of(await this.recordIt.execute(ctx, held));
  }

  @Allow('practicals.conversation.confirm')
  @Mutation(() => ConfirmConversationResult, {
    description:
      'The person says that it was held, which makes the component done. Refused: CONVERSATION_OWN_RECORD, CONVERSATION_TAKEN_BACK. Again is the same answer.',
  })
  async confirmConversation(
    @Ctx() ctx: RequestContext,
    @Args('input') input: ConfirmConversationInput,
  ): Promise<ConversationType> {
    return ConversationType.of(await this.confirmIt.execute(ctx, of(input)));
  }

  @Allow('practicals.conversation.take-back')
  @Mutation(() => TakeBackConversationResult, {
    description:
      'Either of the two takes the record back before both have confirmed it. Refused: CONVERSATION_CONFIRMED. Again is the same answer.',
  })
  async takeBackConversation(
    @Ctx() ctx: RequestContext,
    @Args('input') input: TakeBackConversationInput,
  ): Promise<ConversationType> {
    return ConversationType.of(await this.takeItBack.execute(ctx, of(input)));
  }

  @ResolveField(() => NamedPersonType, { description: 'Whose component it is.' })
  async person(@Gql() gql: GraphqlContext, @Parent() { personId }: ConversationType) {
    return this.named(gql, personId);
  }

  @ResolveField(() => NamedPersonType, { description: 'The supervisor who held it.' })
  async heldBy(@Gql() gql: GraphqlContext, @Parent() { heldById }: ConversationType) {
    return this.named(gql, heldById);
  }

  private async named(gql: GraphqlContext, id: PersonId): Promise<NamedPersonType> {
    return NamedPersonType.of(found(await peopleLoader(gql, this.people).load(id)));
  }
}

function of({ conversationId }: { conversationId: string }): { conversationId: ConversationId } {
  return { conversationId: idArg(conversationId, 'conversationId') };
}
