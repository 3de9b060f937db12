import type { Person } from '@app/identity';
import type { PersonId } from '@app/platform/context/request-context.js';
import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType('NamedPerson', {
  description: 'Somebody by name alone, for those who work with them: no number, no address, no role.',
})
export class NamedPersonType {
  @Field(() => ID, { description: 'The id.' })
  id!: PersonId;

  @Field({ description: 'Given name.' })
  givenName!: string;

  @Field({ description: 'Family name.' })
  familyName!: string;

  static of({ id, givenName, familyName }: Person): NamedPersonType {
    return Object.assign(new NamedPersonType(), { id, givenName, familyName });
  }
}
