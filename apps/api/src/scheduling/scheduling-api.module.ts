import { IdentityModule } from '@app/identity';
import { SchedulingModule } from '@app/scheduling';
import { Module } from '@nestjs/common';
import { Identify } from '../edge/auth.guard.js';
import { ClockworkHands, ClockworkResolver } from './clockwork.resolver.js';
import { QueueBoard } from './queue-board.js';

export const schedulingResolvers = [ClockworkResolver];

/** The clockwork on the API. */
@Module({
  imports: [IdentityModule, SchedulingModule],
  providers: [...schedulingResolvers, ClockworkHands, Identify, QueueBoard],
})
export class SchedulingApiModule {}
