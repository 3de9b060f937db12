import { FrameworkModule } from '@app/framework';
import { IdentityModule } from '@app/identity';
import { StandingModule } from '@app/standing';
import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { ContributionRepository } from './cover/contribution.repository.js';
import { CountRepository } from './cover/count.repository.js';
import { CoverReader } from './cover/cover.reader.js';
import { coverModels } from './cover/cover.schema.js';
import { FactsReader } from './cover/facts.reader.js';
import { KeepCover } from './cover/keep-cover.js';
import { RebuildCover } from './cover/rebuild-cover.js';
import { StaleRepository } from './cover/stale.repository.js';
import { MinimumCoverRepository } from './minimum/minimum-cover.repository.js';
import { MINIMUM_COVER, minimumSchema } from './minimum/minimum-cover.schema.js';
import { SetMinimumCover } from './minimum/set-minimum-cover.js';

/** Cover of units, today and at a date. */
@Module({
  imports: [
    IdentityModule,
    FrameworkModule,
    StandingModule,
    MongooseModule.forFeature([...coverModels, { name: MINIMUM_COVER, schema: minimumSchema }]),
  ],
  providers: [
    FactsReader,
    ContributionRepository,
    CountRepository,
    StaleRepository,
    MinimumCoverRepository,
    CoverReader,
    KeepCover,
    RebuildCover,
    SetMinimumCover,
  ],
  exports: [CoverReader, KeepCover, RebuildCover, SetMinimumCover],
})
export class CapabilityModule {}
