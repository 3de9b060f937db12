import { found } from '@app/platform/refusal/fault.js';
import { type BriefId, BriefReader } from '@app/practicals';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ResponseFileType } from '../../assessment/marking-round/marking-task.type.js';
import { filesOf } from '../../assessment/marking-round/response-files.js';
import { Gql, type GraphqlContext, loaderOf } from '../../edge/graphql-context.js';
import { FileAddresses } from '../../files/file-addresses.js';
import { BriefType } from '../brief/brief.type.js';
import { WorkPartType, WorkType } from './work.type.js';

const BRIEFS = Symbol('briefs');

/** The files of one's own work. */
@Resolver(() => WorkPartType)
export class WorkFilesResolver {
  constructor(private readonly addresses: FileAddresses) {}

  @ResolveField(() => [ResponseFileType], { description: 'The files that were saved with it.' })
  async files(@Gql() gql: GraphqlContext, @Parent() { fileIds }: WorkPartType): Promise<ResponseFileType[]> {
    return filesOf(this.addresses, gql, fileIds);
  }
}

/** The brief of one's own work, all of a page's in one read. */
@Resolver(() => WorkType)
export class WorkBriefResolver {
  constructor(private readonly briefs: BriefReader) {}

  @ResolveField(() => BriefType, { description: 'The version of the brief on which it was begun, and ends.' })
  async brief(@Gql() gql: GraphqlContext, @Parent() { briefId }: WorkType): Promise<BriefType> {
    const loader = loaderOf(gql, BRIEFS, (_, ids) => this.briefs.byIds(ids as BriefId[]));
    return BriefType.of(found(await loader.load(briefId)));
  }
}
