import { ConfigModule } from '@app/platform/config/config.module.js';
import { JobsModule } from '@app/platform/jobs/jobs.module.js';
import { MongoModule } from '@app/platform/mongo/mongo.module.js';
import { Module } from '@nestjs/common';
import { processorModules } from './processors.js';
import { RelayModule } from './relay/relay.module.js';

/** The worker process: everything that happens without a person waiting for it. */
@Module({ imports: [ConfigModule, MongoModule, JobsModule, RelayModule, ...processorModules] })
export class WorkerModule {}
