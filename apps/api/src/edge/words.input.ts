import { Field, InputType } from '@nestjs/graphql';

@InputType({
  description: 'One text in two languages. Welsh that an author gives is a draft until it is checked.',
})
export class WordsInput {
  @Field({ description: 'The English text, which is the source.' })
  en!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The Welsh text; null or left out when there is none yet.',
  })
  cy?: string | null;
}
