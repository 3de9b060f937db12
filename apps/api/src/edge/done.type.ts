import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'It was done; there is nothing more to tell.' })
export class Done {
  @Field({ description: 'Always true.' })
  ok!: boolean;
}
