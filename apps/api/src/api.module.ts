import { IdentityModule } from '@app/identity';
import { ConfigModule } from '@app/platform/config/config.module.js';
import { MongoModule } from '@app/platform/mongo/mongo.module.js';
import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { AuthGuard, Identify } from './edge/auth.guard.js';
import { HttpFaultFilter } from './edge/http-fault.filter.js';
import { RefusalInterceptor } from './edge/refusal.interceptor.js';
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
    { provide: APP_FILTER, useClass: HttpFaultFilter },
    { provide: APP_INTERCEPTOR, useClass: RefusalInterceptor },
  ],
})
export class ApiRooms {}

/** The API process. */
@Module({ imports: [ConfigModule, MongoModule, ApiRooms] })
export class ApiModule {}
