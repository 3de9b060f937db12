import { FrameworkModule } from '@app/framework';
import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { EvidenceRepository } from './evidence/evidence.repository.js';
import { EVIDENCE, evidenceSchema } from './evidence/evidence.schema.js';
import { RecordEvidence } from './evidence/record-evidence.js';
import { WithdrawEvidence } from './evidence/withdraw-evidence.js';
import { StandingReader } from './standing/standing.reader.js';

/** Evidence of skills, and standing as a function of it. */
@Module({
  imports: [FrameworkModule, MongooseModule.forFeature([{ name: EVIDENCE, schema: evidenceSchema }])],
  providers: [EvidenceRepository, RecordEvidence, WithdrawEvidence, StandingReader],
  exports: [RecordEvidence, WithdrawEvidence, StandingReader],
})
export class StandingModule {}
