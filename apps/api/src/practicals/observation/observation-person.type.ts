import type { PersonId } from '@app/platform/context/request-context.js';
import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType('ObservationPerson', { description: 'Somebody who has to do with an observation.' })
export class ObservationPersonType {
  @Field(() => ID, { description: 'Who it is.' })
  id!: string;

  static of(id: PersonId): ObservationPersonType {
    return Object.assign(new ObservationPersonType(), { id });
  }

  static orNull(id: PersonId | null): ObservationPersonType | null {
    return id === null ? null : ObservationPersonType.of(id);
  }
}
