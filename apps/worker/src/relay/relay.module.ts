import { ClockWatch } from '@app/platform/clock/clock-watch.js';
import { Module } from '@nestjs/common';
import { Background, BackgroundParts } from './background.js';
import { Queues } from './queues.js';
import { Reconciler } from './reconciler.js';
import { Relay } from './relay.js';
import { Sweep } from './sweep.js';

/** From the journal and the timetable to BullMQ and back. */
@Module({
  providers: [ClockWatch, Queues, Relay, Reconciler, Sweep, BackgroundParts, Background],
  exports: [Queues, Relay, Reconciler, Sweep],
})
export class RelayModule {}
