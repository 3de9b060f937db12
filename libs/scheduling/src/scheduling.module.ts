import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { FailedWorkRepository } from './failed-work/failed-work.repository.js';
import { DiscardWork, RedriveWork } from './failed-work/settle-failed-work.js';
import { DoneRepository } from './forgetting/done.repository.js';
import { ForgetDone } from './forgetting/forget-done.js';
import { PULSE, pulseSchema } from './pulse/pulse.schema.js';
import { Pulses } from './pulse/pulses.repository.js';
import { PutOnTimetable } from './recurring/put-on-timetable.js';
import { RecurringReader } from './recurring/recurring.reader.js';
import { RecurringRepository } from './recurring/recurring.repository.js';
import {
  PauseRecurring,
  ResumeRecurring,
  RunRecurringNow,
  SteerRecurring,
} from './recurring/steer-recurring.js';

const doors = [
  ...[PutOnTimetable, PauseRecurring, ResumeRecurring, RunRecurringNow, RecurringReader],
  ...[RedriveWork, DiscardWork, FailedWorkRepository, Pulses, ForgetDone],
];

/** The clockwork. */
@Module({
  imports: [MongooseModule.forFeature([{ name: PULSE, schema: pulseSchema }])],
  providers: [DoneRepository, RecurringRepository, SteerRecurring, ...doors],
  exports: doors,
})
export class SchedulingModule {}
