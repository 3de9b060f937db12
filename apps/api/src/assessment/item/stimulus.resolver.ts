import { ItemReader, SaveStimulus } from '@app/assessment';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../edge/allow.js';
import { Ctx } from '../../edge/graphql-context.js';
import { resultOf } from '../../edge/refused.js';
import { StimulusType } from '../stimulus.type.js';
import { SaveStimulusInput } from './item.input.js';
import { readWords } from './read-content.js';

const SaveStimulusResult = resultOf('SaveStimulus', StimulusType);

/** The scenarios and exhibits that items rest on, for authors and reviewers. */
@Resolver()
export class StimulusResolver {
  constructor(
    private readonly reader: ItemReader,
    private readonly save: SaveStimulus,
  ) {}

  @Allow('assessment.item.read')
  @Query(() => [StimulusType], {
    description: 'The stimuli of a course, each in its current version, by name.',
  })
  async stimuli(
    @Args('courseCode', { type: () => ID, description: 'The course.' }) courseCode: string,
  ): Promise<StimulusType[]> {
    return (await this.reader.stimuliOf(courseCode)).map((stimulus) => StimulusType.of(stimulus));
  }

  @Allow('assessment.stimulus.save')
  @Mutation(() => SaveStimulusResult, {
    description:
      'Begins a stimulus, or gives it a new version; its items then get one too, and those that were ready are reviewed again. Refused: STIMULUS_MALFORMED, ITEM_KEY_MALFORMED, ITEM_KEY_TAKEN, ITEM_CHANGED_SINCE.',
  })
  async saveStimulus(
    @Ctx() ctx: RequestContext,
    @Args('input') input: SaveStimulusInput,
  ): Promise<StimulusType> {
    const { courseCode } = input;
    const id = await this.save.execute(ctx, {
      ...{ id: input.id, courseCode, version: input.version },
      ...{ title: readWords(input.title), text: readWords(input.text) },
      exhibits: input.exhibits.map(({ id: name, title, text, fileId }) => ({
        ...{ id: name, title: readWords(title), text: text ?? null, fileId: fileId ?? null },
      })),
      warnings: input.warnings.map(({ kind, intensity }) => ({ kind, intensity: intensity as 1 | 2 | 3 })),
    });
    const saved = (await this.reader.stimuliOf(courseCode)).find((stimulus) => stimulus.id === id);
    return StimulusType.of(found(saved ?? null));
  }
}
