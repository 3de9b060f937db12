import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Gql, type GraphqlContext } from '../edge/graphql-context.js';
import { FileAddresses } from '../files/file-addresses.js';
import { LessonPictureType } from './activity.type.js';

/** Addresses of a lesson's pictures: whoever reads the lesson may fetch them. */
@Resolver(() => LessonPictureType)
export class LessonPictureResolver {
  constructor(private readonly files: FileAddresses) {}

  @ResolveField(() => String, {
    description: 'Where to fetch it: good for five minutes and for this session alone.',
  })
  async address(@Parent() picture: LessonPictureType, @Gql() { request }: GraphqlContext): Promise<string> {
    return this.files.addressOf(request, picture.fileId);
  }
}
