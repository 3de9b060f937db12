import type { Exhibit, StimulusVersion } from '@app/assessment';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { WordsType, wordsOf } from '../edge/words.type.js';

@ObjectType('Exhibit', { description: 'One thing laid out with a scenario: a text to read, or a file.' })
export class ExhibitType {
  @Field(() => ID, { description: 'Its name within the stimulus.' })
  id!: string;

  @Field(() => WordsType, { description: 'What it is.' })
  title!: WordsType;

  @Field({ description: 'What its content is: `text/plain`, `image/png`.' })
  mediaType!: string;

  @Field(() => String, { nullable: true, description: 'What it says; null for a file.' })
  text!: string | null;

  @Field({ description: 'SHA-256 of its exact bytes (a text’s in UTF-8), in hexadecimal.' })
  sha256!: string;

  /** What the field `address` is resolved from. */
  readonly fileId!: string | null;

  static of(exhibit: Exhibit): ExhibitType {
    return Object.assign(new ExhibitType(), { ...exhibit, title: wordsOf(exhibit.title) });
  }
}

@ObjectType({ description: 'What may distress in a stimulus.' })
export class StimulusWarning {
  @Field({ description: 'What kind: `violence`.' })
  kind!: string;

  @Field(() => Int, { description: '1 mentioned, 2 described, 3 central to it.' })
  intensity!: number;
}

@ObjectType('Stimulus', { description: 'A scenario with its exhibits, on which several items rest.' })
export class StimulusType {
  @Field(() => ID, { description: 'Its name for ever: `EX-DFX-1`.' })
  id!: string;

  @Field(() => Int, { description: 'Which version this is.' })
  version!: number;

  @Field(() => WordsType, { description: 'What it is called.' })
  title!: WordsType;

  @Field(() => WordsType, { description: 'What it tells, in Markdown.' })
  text!: WordsType;

  @Field(() => [ExhibitType], { description: 'What is laid out with it.' })
  exhibits!: ExhibitType[];

  @Field(() => [StimulusWarning], { description: 'What may distress; show nothing before consent.' })
  warnings!: StimulusWarning[];

  static of(stimulus: StimulusVersion): StimulusType {
    const { id, number, title, text, exhibits, warnings } = stimulus;
    return Object.assign(new StimulusType(), {
      ...{ id, version: number, title: wordsOf(title), text: wordsOf(text), warnings },
      exhibits: exhibits.map((exhibit) => ExhibitType.of(exhibit)),
    });
  }
}
