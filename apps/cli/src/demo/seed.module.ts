import { Clock } from '@app/platform/clock/clock.js';
import { CONFIG, type Config } from '@app/platform/config/config.js';
import { JobsModule } from '@app/platform/jobs/jobs.module.js';
import { MongoModule } from '@app/platform/mongo/mongo.module.js';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { processorModules } from '../../../worker/src/processors.js';

/** The ground of the seed: real settings, a clock that the demonstration's history moves. */
@Global()
@Module({})
class SeedGround {}

/** All domains on a given clock, with background work done inline. */
export function seedModule(config: Config, clock: Clock): DynamicModule {
  const ground: DynamicModule = {
    module: SeedGround,
    providers: [
      { provide: CONFIG, useValue: config },
      { provide: Clock, useValue: clock },
    ],
    exports: [CONFIG, Clock],
  };
  return { module: SeedRooms, imports: [ground, MongoModule, JobsModule, ...processorModules] };
}

@Module({})
class SeedRooms {}
