import { MarkNoticeRead, type NoticeId, NoticeReader } from '@app/notifications';
import { actingPerson, type RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../edge/allow.js';
import { Ctx } from '../edge/graphql-context.js';
import { idArg } from '../edge/ids.js';
import { PageArgs, page } from '../edge/paging.js';
import {
  MarkNoticeReadInput,
  MarkNoticeReadResult,
  NoticeConnection,
  NoticeType,
  noticeType,
} from './notice.type.js';

/** One's own notices. */
@Resolver(() => NoticeType)
export class NoticeResolver {
  constructor(
    private readonly reader: NoticeReader,
    private readonly markRead: MarkNoticeRead,
  ) {}

  @Query(() => NoticeConnection, { description: 'What you have been told, newest first.' })
  @Allow('notifications.notice.read-own')
  async myNotices(@Ctx() ctx: RequestContext, @Args() args: PageArgs) {
    const personId = found(actingPerson(ctx));
    return page(args, (request) => this.reader.ofPerson(ctx.force, personId, request), noticeType);
  }

  @Mutation(() => MarkNoticeReadResult, {
    description: 'Marks one of your notices read. Again changes nothing.',
  })
  @Allow('notifications.notice.mark-read')
  async markNoticeRead(
    @Ctx() ctx: RequestContext,
    @Args('input') input: MarkNoticeReadInput,
  ): Promise<NoticeType> {
    const noticeId = idArg<NoticeId>(input.noticeId, 'noticeId');
    return noticeType(await this.markRead.execute(ctx, { noticeId }));
  }
}
