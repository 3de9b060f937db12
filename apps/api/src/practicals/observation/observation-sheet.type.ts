import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { ObservationOutcome, ObservationTerms, Sheet, SheetMark, Signature } from '@app/practicals';
import { Field, Float, ID, ObjectType } from '@nestjs/graphql';
import { DateScalar, DateTimeScalar } from '../../edge/scalars.js';
import { WordsType, wordsOf } from '../../edge/words.type.js';
import { ObservationPersonType } from './observation-person.type.js';
import { SheetMarkEnum } from './observation-state.enum.js';

@ObjectType('ObservationCriterion', { description: 'What is seen, or not.' })
export class ObservationCriterionType {
  @Field(() => ID, { description: 'Names it within its brief.' })
  key!: string;

  @Field(() => WordsType, { description: 'What is to be seen.' })
  text!: WordsType;

  @Field({ description: 'Not seen, it fails the whole, whatever else was seen.' })
  critical!: boolean;

  static all(criteria: ObservationTerms['criteria']): ObservationCriterionType[] {
    return criteria.map(({ key, text, critical }) =>
      Object.assign(new ObservationCriterionType(), { key, critical, text: wordsOf(text) }),
    );
  }
}

@ObjectType('ObservationPart', { description: 'A part that somebody plays.' })
export class ObservationPartType {
  @Field(() => ID, { description: 'Names it within its brief.' })
  key!: string;

  @Field(() => WordsType, { description: 'Who it is.' })
  title!: WordsType;

  @Field(() => WordsType, { description: 'What its player knows and does.' })
  text!: WordsType;

  @Field({ description: 'Whether it is the candidate’s own.' })
  candidate!: boolean;

  static all(parts: ObservationTerms['parts']): ObservationPartType[] {
    return parts.map(({ key, title, text, candidate }) =>
      Object.assign(new ObservationPartType(), {
        ...{ key, candidate, title: wordsOf(title), text: wordsOf(text) },
      }),
    );
  }
}

@ObjectType('ObservationTick', { description: 'One criterion on a sheet.' })
export class ObservationTickType {
  @Field(() => ID, { description: 'Made by the device.' })
  tickId!: string;

  @Field(() => ID, { description: 'The criterion’s key.' })
  criterion!: string;

  @Field({ description: 'Whether it was seen.' })
  seen!: boolean;

  @Field(() => String, { nullable: true, description: 'What the assessor wrote about it.' })
  note!: string | null;

  @Field(() => DateTimeScalar, { description: 'When, by the device’s clock.' })
  seenAt!: Date;
}

@ObjectType('ObservationPlayer', { description: 'Who played a part.' })
export class ObservationPlayerType {
  @Field(() => ID, { description: 'The part’s key.' })
  part!: string;

  @Field(() => ObservationPersonType, {
    nullable: true,
    description: 'Who played it; null: somebody from outside the force.',
  })
  person!: ObservationPersonType | null;
}

@ObjectType('ObservationSheet', { description: 'What an assessor wrote down.' })
export class ObservationSheetType {
  @Field({ description: 'SHA-256 of what it says, about whom and by which brief: what a signature is of.' })
  digest!: string;

  @Field(() => ObservationPersonType, { description: 'Who filled it in.' })
  recordedBy!: ObservationPersonType;

  @Field(() => DateTimeScalar, { description: 'When the observing began, by the device’s clock.' })
  startedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it ended, by the device’s clock.' })
  finishedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was sent, by the device’s clock.' })
  sentAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was received, by the server’s clock.' })
  receivedAt!: Date;

  @Field(() => [SheetMarkEnum], { description: 'What is to be known about its times.' })
  marks!: readonly SheetMark[];

  @Field(() => [ObservationTickType], { description: 'Every criterion once, in the order of the brief.' })
  ticks!: ObservationTickType[];

  @Field(() => [ObservationPlayerType], { description: 'Who played the parts but the candidate’s.' })
  players!: ObservationPlayerType[];

  @Field(() => String, { nullable: true, description: 'What the assessor wrote about the whole.' })
  note!: string | null;

  static of(sheet: Sheet): ObservationSheetType {
    const { recordedBy, ticks, players, ...rest } = sheet;
    return Object.assign(new ObservationSheetType(), {
      ...{ ...rest, recordedBy: ObservationPersonType.of(recordedBy) },
      ticks: ticks.map((tick) => Object.assign(new ObservationTickType(), tick)),
      players: players.map(({ part, personId }) =>
        Object.assign(new ObservationPlayerType(), { part, person: ObservationPersonType.orNull(personId) }),
      ),
    });
  }
}

@ObjectType('ObservationSignature', { description: 'One person’s word for exactly one sheet.' })
export class ObservationSignatureType {
  @Field(() => ObservationPersonType, { description: 'Whose.' })
  by!: ObservationPersonType;

  @Field({ description: 'The digest of the sheet that it is of.' })
  digest!: string;

  @Field(() => DateTimeScalar, { description: 'When it was given.' })
  at!: Date;

  static of({ personId, digest, at }: Signature): ObservationSignatureType {
    const by = ObservationPersonType.of(personId);
    return Object.assign(new ObservationSignatureType(), { by, digest, at });
  }
}

@ObjectType('ObservationOutcome', { description: 'What a sheet comes to; it counts once released.' })
export class ObservationOutcomeType {
  @Field(() => Float, { description: 'The share of criteria seen, 0–100 with at most two decimals.' })
  percent!: number;

  @Field({ description: 'Whether it is passed: no critical criterion missed, and the share is enough.' })
  passed!: boolean;

  @Field(() => [ID], { description: 'Keys of the critical criteria that were not seen.' })
  criticalMissed!: readonly string[];

  @Field(() => DateScalar, { description: 'The day of observing.' })
  on!: CalendarDate;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day on which a pass counts; null: as long as the course’s cycle.',
  })
  lastValidDay!: CalendarDate | null;

  static of(outcome: ObservationOutcome): ObservationOutcomeType {
    return Object.assign(new ObservationOutcomeType(), outcome);
  }
}
