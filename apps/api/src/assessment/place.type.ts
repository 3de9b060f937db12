import type { AttemptState, Place } from '@app/assessment';
import type { PersonId } from '@app/platform/context/request-context.js';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../edge/paging.js';
import { DateTimeScalar } from '../edge/scalars.js';
import { AttemptStateEnum } from './attempt-state.type.js';

@ObjectType('Place', { description: 'A person’s place in a sitting.' })
export class PlaceType {
  @Field(() => ID, { description: 'Names it for as long as it is held.' })
  id!: string;

  @Field(() => DateTimeScalar, { description: 'When it was booked.' })
  bookedAt!: Date;

  @Field(() => AttemptStateEnum, {
    nullable: true,
    description:
      'How the holder’s latest attempt in this sitting stands; null when none was started. Never a mark.',
  })
  attemptState!: AttemptState | null;

  /** Whose it is; the field `person` is resolved from it. */
  personId!: PersonId;

  static of(place: Place, attemptState: AttemptState | null): PlaceType {
    return Object.assign(new PlaceType(), { ...place, attemptState });
  }
}

export const PlaceConnection = connectionOf(PlaceType);
