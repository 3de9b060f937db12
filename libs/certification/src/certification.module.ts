import { CatalogueModule } from '@app/catalogue';
import { StandingModule } from '@app/standing';
import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { AwardReader } from './award/award.reader.js';
import { AwardRepository } from './award/award.repository.js';
import { AWARD, awardSchema } from './award/award.schema.js';
import { GrantAward } from './award/grant-award.js';
import { WithdrawAward } from './award/withdraw-award.js';
import { CollectOutcome } from './component/collect-outcome.js';
import { ComponentReader } from './component/component.reader.js';
import { CycleRepository } from './component/cycle.repository.js';
import { CYCLE, cycleSchema } from './component/cycle.schema.js';

/** Components passed, awards given. */
@Module({
  imports: [
    CatalogueModule,
    StandingModule,
    MongooseModule.forFeature([
      { name: AWARD, schema: awardSchema },
      { name: CYCLE, schema: cycleSchema },
    ]),
  ],
  providers: [
    AwardRepository,
    CycleRepository,
    AwardReader,
    ComponentReader,
    GrantAward,
    CollectOutcome,
    WithdrawAward,
  ],
  exports: [AwardReader, ComponentReader, GrantAward, CollectOutcome, WithdrawAward],
})
export class CertificationModule {}
