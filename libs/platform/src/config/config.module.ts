import { Global, Module } from '@nestjs/common';
import { Clock, SystemClock } from '../clock/clock.js';
import { CONFIG, loadConfig } from './config.js';

/** The validated settings and the clock, for every module of a process. */
@Global()
@Module({
  providers: [
    { provide: CONFIG, useFactory: () => loadConfig() },
    { provide: Clock, useClass: SystemClock },
  ],
  exports: [CONFIG, Clock],
})
export class ConfigModule {}
