import { CatalogueModule } from '@app/catalogue';
import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { EnrolmentReader } from './enrolment/enrolment.reader.js';
import { ENROLMENT, enrolmentSchema } from './enrolment/enrolment.schema.js';

/** Enrolments and what people have done in them. */
@Module({
  imports: [CatalogueModule, MongooseModule.forFeature([{ name: ENROLMENT, schema: enrolmentSchema }])],
  providers: [EnrolmentReader],
  exports: [EnrolmentReader],
})
export class ProgressModule {}
