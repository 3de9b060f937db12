import { FrameworkModule } from '@app/framework';
import { IdentityModule } from '@app/identity';
import { FilesModule } from '@app/platform/files/files.module.js';
import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { AssessorReader } from './assessor/assessor.reader.js';
import { ApplyAuthorityRule } from './authority/apply-authority-rule.js';
import { AuthorityReader } from './authority/authority.reader.js';
import { AuthorityRepository } from './authority/authority.repository.js';
import { AUTHORITY, authoritySchema } from './authority/authority.schema.js';
import { RecordAuthority } from './authority/record-authority.js';
import { claimProviders, claimUseCases } from './claim/claim.providers.js';
import { claimModels } from './claim/claim.schema.js';
import { EvidenceRepository } from './evidence/evidence.repository.js';
import { EVIDENCE, evidenceSchema } from './evidence/evidence.schema.js';
import { EvidenceListReader } from './evidence/evidence-list.reader.js';
import { OutcomeReader } from './evidence/outcome.reader.js';
import { RecordEvidence } from './evidence/record-evidence.js';
import { WithdrawEvidence } from './evidence/withdraw-evidence.js';
import { pastProviders, pastUseCases } from './past/past.providers.js';
import { pastModels } from './past/past.schema.js';
import { ExplainStanding } from './standing/explain-standing.js';
import { StandingReader } from './standing/standing.reader.js';

/** Evidence of skills, and standing as a function of it. */
@Module({
  imports: [
    FrameworkModule,
    IdentityModule,
    FilesModule,
    MongooseModule.forFeature([
      { name: EVIDENCE, schema: evidenceSchema },
      { name: AUTHORITY, schema: authoritySchema },
      ...pastModels,
      ...claimModels,
    ]),
  ],
  providers: [
    AssessorReader,
    AuthorityRepository,
    AuthorityReader,
    RecordAuthority,
    ApplyAuthorityRule,
    EvidenceRepository,
    RecordEvidence,
    WithdrawEvidence,
    StandingReader,
    EvidenceListReader,
    ExplainStanding,
    OutcomeReader,
    ...claimProviders,
    ...pastProviders,
  ],
  exports: [
    AssessorReader,
    AuthorityReader,
    RecordAuthority,
    ApplyAuthorityRule,
    RecordEvidence,
    WithdrawEvidence,
    StandingReader,
    EvidenceListReader,
    ExplainStanding,
    OutcomeReader,
    ...claimUseCases,
    ...pastUseCases,
  ],
})
export class StandingModule {}
