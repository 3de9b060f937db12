import { ConfigModule } from '@app/platform/config/config.module.js';
import { JobsModule } from '@app/platform/jobs/jobs.module.js';
import { MongoModule } from '@app/platform/mongo/mongo.module.js';
import { Module } from '@nestjs/common';
import { processorModules } from '../../worker/src/processors.js';

/** All domains with their background edge, for commands that do their own background work inline. No Redis, no HTTP. */
@Module({ imports: [ConfigModule, MongoModule, JobsModule, ...processorModules] })
export class CliModule {}
