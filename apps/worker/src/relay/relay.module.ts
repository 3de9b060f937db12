import { ClockWatch } from '@app/platform/clock/clock-watch.js';
import { SchedulingModule } from '@app/scheduling';
import { Module } from '@nestjs/common';
import { Background, BackgroundParts, BackgroundSigns } from './background.js';
import { Gatherer } from './gatherer.js';
import { IdleTransactions } from './idle-transactions.js';
import { Metrics } from './metrics.js';
import { Queues } from './queues.js';
import { Reconciler, WorkLists } from './reconciler.js';
import { Relay } from './relay.js';
import { Sweep } from './sweep.js';
import { VitalSigns } from './vital-signs.js';

/** From the journal and the timetable to BullMQ and back. */
@Module({
  imports: [SchedulingModule],
  providers: [
    ClockWatch,
    Queues,
    Gatherer,
    Relay,
    WorkLists,
    Reconciler,
    Sweep,
    IdleTransactions,
    Metrics,
    VitalSigns,
    BackgroundParts,
    BackgroundSigns,
    Background,
  ],
  exports: [Metrics, Queues, Relay, Reconciler, Sweep, IdleTransactions],
})
export class RelayModule {}
