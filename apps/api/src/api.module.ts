import { IdentityModule } from '@app/identity';
import { ClockWatch } from '@app/platform/clock/clock-watch.js';
import { ConfigModule } from '@app/platform/config/config.module.js';
import { MongoModule } from '@app/platform/mongo/mongo.module.js';
import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { AuthGuard, Identify } from './edge/auth.guard.js';
import { RefusalFilter } from './edge/refusal.filter.js';
import { graphqlModule } from './graphql.module.js';
import { HealthController } from './health.controller.js';
import { apiModules } from './resolvers.js';
import { SchemaController } from './schema.controller.js';

/** The API's rooms without its ground: what tests put on a clock of their own. */
@Module({
  imports: [graphqlModule, IdentityModule, ...apiModules],
  controllers: [HealthController, SchemaController],
  providers: [
    Identify,
    { provide: APP_GUARD, useClass: AuthGuard },
    { provide: APP_FILTER, useClass: RefusalFilter },
  ],
})
export class ApiRooms {}

/** The API process. */
@Module({ imports: [ConfigModule, MongoModule, ApiRooms], providers: [ClockWatch] })
export class ApiModule {}
