import { ItemReader, type PaperItem } from '@app/assessment';
import type { FileId } from '@app/platform/files/file.js';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Gql, type GraphqlContext } from '../edge/graphql-context.js';
import { FileAddresses } from '../files/file-addresses.js';
import { AttemptType } from './attempt.type.js';
import { ItemImageType } from './paper-item.type.js';
import { ExhibitType, StimulusType } from './stimulus.type.js';

const ADDRESS = 'Where to fetch it: good for five minutes and for this session alone.';

/** What a paper's items rest on, in the versions that the paper was drawn with. */
@Resolver(() => AttemptType)
export class AttemptStimuliResolver {
  constructor(private readonly items: ItemReader) {}

  @ResolveField(() => [StimulusType], {
    description: 'What items of the paper rest on, in the order of the paper.',
  })
  async stimuli(@Parent() attempt: AttemptType): Promise<StimulusType[]> {
    const stimuli = await this.items.stimulusVersions(refsOf(attempt.source.paper));
    return stimuli.map((stimulus) => StimulusType.of(stimulus));
  }
}

function refsOf(paper: readonly PaperItem[]) {
  const numbers = new Map(
    paper.flatMap(({ stimulusId, stimulusVersion }) =>
      typeof stimulusId === 'string' && typeof stimulusVersion === 'number'
        ? [[stimulusId, stimulusVersion] as const]
        : [],
    ),
  );
  return [...numbers].map(([id, number]) => ({ id, number }));
}

/** Addresses of images: whoever reads the item may fetch its image. */
@Resolver(() => ItemImageType)
export class ItemImageResolver {
  constructor(private readonly files: FileAddresses) {}

  @ResolveField(() => String, { description: ADDRESS })
  async address(@Parent() image: ItemImageType, @Gql() { request }: GraphqlContext): Promise<string> {
    return this.files.addressOf(request, image.fileId as FileId);
  }
}

/** Addresses of exhibits that are files. */
@Resolver(() => ExhibitType)
export class ExhibitResolver {
  constructor(private readonly files: FileAddresses) {}

  @ResolveField(() => String, { nullable: true, description: `${ADDRESS} Null for a text.` })
  async address(@Parent() exhibit: ExhibitType, @Gql() { request }: GraphqlContext): Promise<string | null> {
    return exhibit.fileId === null ? null : this.files.addressOf(request, exhibit.fileId as FileId);
  }
}
