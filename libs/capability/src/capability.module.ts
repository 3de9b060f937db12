import { FrameworkModule } from '@app/framework';
import { IdentityModule } from '@app/identity';
import { StandingModule } from '@app/standing';
import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { CoverReader } from './cover/cover.reader.js';
import { coverModels } from './cover/cover.schema.js';
import { FactsReader } from './cover/facts.reader.js';
import { ForceCoverReader } from './cover/force-cover.reader.js';
import { KeepCover } from './cover/keep-cover.js';
import { ProfileRepository } from './cover/profile.repository.js';
import { RebuildCover } from './cover/rebuild-cover.js';
import { StaleRepository } from './cover/stale.repository.js';
import { StateRepository } from './cover/state.repository.js';
import { TallyReader } from './cover/tally.reader.js';
import { TallyRepository } from './cover/tally.repository.js';
import { MinimumCoverRepository } from './minimum/minimum-cover.repository.js';
import { MINIMUM_COVER, minimumSchema } from './minimum/minimum-cover.schema.js';
import { SetMinimumCover } from './minimum/set-minimum-cover.js';
import { NationalCoverReader } from './national/national-cover.reader.js';

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
    StateRepository,
    ProfileRepository,
    TallyRepository,
    TallyReader,
    StaleRepository,
    MinimumCoverRepository,
    CoverReader,
    ForceCoverReader,
    NationalCoverReader,
    KeepCover,
    RebuildCover,
    SetMinimumCover,
  ],
  exports: [CoverReader, ForceCoverReader, NationalCoverReader, KeepCover, RebuildCover, SetMinimumCover],
})
export class CapabilityModule {}
