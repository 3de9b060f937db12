import { actingPerson, type RequestContext } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import type { ListPage, ListRequest } from '@app/platform/listing/listing.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, QueryFilter } from 'mongoose';
import type { Conversation, ConversationId } from './conversation.js';
import { CONVERSATION, conversationOf, type StoredConversation } from './conversation.schema.js';

/** Reads conversations for the two who held them, and nobody else. */
@Injectable()
export class ConversationReader {
  constructor(@InjectModel(CONVERSATION) private readonly conversations: Model<StoredConversation>) {}

  /** A page of those recorded of the acting person, newest first. */
  async own(ctx: RequestContext, request: ListRequest): Promise<ListPage<Conversation>> {
    return this.page(ctx, { personId: objectId(found(actingPerson(ctx))) }, request);
  }

  /** A page of those that the acting person recorded of others, newest first. */
  async held(ctx: RequestContext, request: ListRequest): Promise<ListPage<Conversation>> {
    return this.page(ctx, { heldById: objectId(found(actingPerson(ctx))) }, request);
  }

  private async page(
    ctx: RequestContext,
    of: QueryFilter<StoredConversation>,
    request: ListRequest,
  ): Promise<ListPage<Conversation>> {
    const wanted = { ...of, forceId: objectId(ctx.force.forceId) };
    const after = request.after === null ? {} : { _id: { $lt: objectId(request.after as ConversationId) } };
    const rows = await this.conversations
      .find({ ...wanted, ...after })
      .sort({ _id: -1 })
      .limit(request.limit)
      .lean<StoredConversation[]>();
    const totalCount = await this.conversations.countDocuments(wanted);
    return { rows: rows.map(conversationOf), totalCount, keyOf: ({ id }) => id };
  }
}
