import { Module } from '@nestjs/common';
import { AdjustmentDeskPage } from './adjustments/adjustment-desk.page.js';
import { CoverPage } from './cover/cover.page.js';
import { CoverLinePage } from './cover/line.page.js';
import { InvigilationPage } from './invigilation/invigilation.page.js';
import { EnrolPeoplePage } from './people/enrol-people.page.js';
import { PeoplePage } from './people/people.page.js';
import { RosterPage } from './roster/roster.page.js';
import { MakeSittingPage } from './sittings/make-sitting.page.js';
import { PlacesPage } from './sittings/places.page.js';
import { SittingsPage } from './sittings/sittings.page.js';

/** The pages of those who lead training in a force. */
@Module({
  controllers: [
    SittingsPage,
    MakeSittingPage,
    PlacesPage,
    EnrolPeoplePage,
    RosterPage,
    PeoplePage,
    AdjustmentDeskPage,
    InvigilationPage,
    CoverPage,
    CoverLinePage,
  ],
})
export class LeadPagesModule {}
