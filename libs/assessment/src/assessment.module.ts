import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { IdentityModule } from '@app/identity';
import { AttemptReader } from './attempt/attempt.reader.js';
import { ATTEMPT, attemptSchema } from './attempt/attempt.schema.js';
import { SittingReader } from './sitting/sitting.reader.js';
import { PLACE, placeSchema, SITTING, sittingSchema } from './sitting/sitting.schema.js';

/** Items, papers, sittings, places, attempts and marks. */
@Module({
  imports: [
    IdentityModule,
    MongooseModule.forFeature([
      { name: SITTING, schema: sittingSchema },
      { name: PLACE, schema: placeSchema },
      { name: ATTEMPT, schema: attemptSchema },
    ]),
  ],
  providers: [SittingReader, AttemptReader],
  exports: [SittingReader, AttemptReader],
})
export class AssessmentModule {}
