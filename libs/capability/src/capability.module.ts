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
import { OutlookReader } from './cover/outlook.reader.js';
import { ProfileRepository } from './cover/profile.repository.js';
import { RebuildCover } from './cover/rebuild-cover.js';
import { StaleRepository } from './cover/stale.repository.js';
import { StateRepository } from './cover/state.repository.js';
import { TallyReader } from './cover/tally.reader.js';
import { TallyRepository } from './cover/tally.repository.js';
import { WhoCoversReader } from './cover/who-covers.reader.js';
import { MinimumCoverRepository } from './minimum/minimum-cover.repository.js';
import { MINIMUM_COVER, minimumSchema } from './minimum/minimum-cover.schema.js';
import { CoverNeeds, SetMinimumCover } from './minimum/set-minimum-cover.js';
import { ShortfallReader } from './minimum/shortfall.reader.js';
import { NationalCoverReader } from './national/national-cover.reader.js';
import { SaveShiftPattern } from './shift/save-shift-pattern.js';
import { ShiftPatternRepository } from './shift/shift-pattern.repository.js';
import { SHIFT_PATTERN, shiftPatternSchema } from './shift/shift-pattern.schema.js';

/** Cover of units, today and at a date. */
@Module({
  imports: [
    IdentityModule,
    FrameworkModule,
    StandingModule,
    MongooseModule.forFeature([
      ...coverModels,
      { name: MINIMUM_COVER, schema: minimumSchema },
      { name: SHIFT_PATTERN, schema: shiftPatternSchema },
    ]),
  ],
  providers: [
    FactsReader,
    StateRepository,
    ProfileRepository,
    TallyRepository,
    TallyReader,
    StaleRepository,
    MinimumCoverRepository,
    ShiftPatternRepository,
    CoverNeeds,
    SaveShiftPattern,
    ShortfallReader,
    WhoCoversReader,
    OutlookReader,
    CoverReader,
    ForceCoverReader,
    NationalCoverReader,
    KeepCover,
    RebuildCover,
    SetMinimumCover,
  ],
  exports: [
    SaveShiftPattern,
    ShiftPatternRepository,
    ShortfallReader,
    WhoCoversReader,
    OutlookReader,
    CoverReader,
    ForceCoverReader,
    NationalCoverReader,
    KeepCover,
    RebuildCover,
    SetMinimumCover,
  ],
})
export class CapabilityModule {}
