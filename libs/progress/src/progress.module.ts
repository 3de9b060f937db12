import { CatalogueModule } from '@app/catalogue';
import { IdentityModule } from '@app/identity';
import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { AnnounceCutOff } from './enrolment/announce-cut-off.js';
import { AnswerCheck } from './enrolment/answer-check.js';
import { CompleteActivity } from './enrolment/complete-activity.js';
import { Enrol } from './enrolment/enrol.js';
import { EnrolPeople } from './enrolment/enrol-people.js';
import { EnrolmentReader } from './enrolment/enrolment.reader.js';
import { EnrolmentRepository } from './enrolment/enrolment.repository.js';
import { ENROLMENT, enrolmentSchema } from './enrolment/enrolment.schema.js';
import { LearningStep } from './enrolment/learning-step.js';
import { MoveLearners } from './enrolment/move-learners.js';
import { OpenActivity } from './enrolment/open-activity.js';
import { PeopleToEnrol } from './enrolment/people-to-enrol.js';
import { StartNextCycle } from './enrolment/start-next-cycle.js';

const useCases = [
  Enrol,
  EnrolPeople,
  StartNextCycle,
  OpenActivity,
  AnswerCheck,
  CompleteActivity,
  MoveLearners,
  AnnounceCutOff,
];

/** Enrolments and what people have done in them. */
@Module({
  imports: [
    IdentityModule,
    CatalogueModule,
    MongooseModule.forFeature([{ name: ENROLMENT, schema: enrolmentSchema }]),
  ],
  providers: [EnrolmentRepository, EnrolmentReader, PeopleToEnrol, LearningStep, ...useCases],
  exports: [EnrolmentReader, ...useCases],
})
export class ProgressModule {}
