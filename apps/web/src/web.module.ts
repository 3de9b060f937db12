import { Clock, SystemClock } from '@app/platform/clock/clock.js';
import { CONFIG, type Config } from '@app/platform/config/config.js';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { ApiClient } from './api/api-client.js';
import { TokenRefresher } from './api/token-refresher.js';
import { AuthorPagesModule } from './pages/author/author-pages.module.js';
import { EveryonePagesModule } from './pages/everyone/everyone-pages.module.js';
import { LeadPagesModule } from './pages/lead/lead-pages.module.js';
import { OfficerPagesModule } from './pages/officer/officer-pages.module.js';
import { FaultsFilter } from './pipeline/faults.filter.js';
import { FormToken } from './pipeline/form-token.js';
import { FormTokenGuard, SignedInGuard } from './pipeline/guards.js';
import { KeptForms } from './pipeline/kept-form.js';
import { Visits } from './pipeline/visits.js';
import { Views } from './views/views.js';

/** The web process: pages for officers, authors and forces, and the one public origin. It keeps no data of its own. */
@Global()
@Module({
  imports: [EveryonePagesModule, OfficerPagesModule, AuthorPagesModule, LeadPagesModule],
})
export class WebModule {}

/** The web process with these settings. */
export function webModule(config: Config): DynamicModule {
  return {
    module: WebModule,
    providers: [
      { provide: CONFIG, useValue: config },
      { provide: Clock, useClass: SystemClock },
      ApiClient,
      TokenRefresher,
      Views,
      FormToken,
      KeptForms,
      Visits,
      { provide: APP_GUARD, useClass: FormTokenGuard },
      { provide: APP_GUARD, useClass: SignedInGuard },
      { provide: APP_FILTER, useClass: FaultsFilter },
    ],
    exports: [CONFIG, Clock, KeptForms],
  };
}
