import { AssessmentModule } from '@app/assessment';
import { CatalogueModule } from '@app/catalogue';
import { IdentityModule } from '@app/identity';
import { FilesModule } from '@app/platform/files/files.module.js';
import { ProgressModule } from '@app/progress';
import { StandingModule } from '@app/standing';
import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { briefModels, briefSteps, briefUseCases } from './brief/providers.js';
import { conversationModels, conversationSteps, conversationUseCases } from './conversation/providers.js';
import { groupModels, groupSteps, groupUseCases } from './group/providers.js';
import { observationModels, observationSteps, observationUseCases } from './observation/providers.js';
import { BriefsOfWorks } from './work/briefs-of-works.js';
import { workModels, workSteps, workUseCases } from './work/providers.js';
import { WorkBriefs } from './work/work-brief.js';

/** The components of a course's assessment that are no paper. */
@Module({
  imports: [
    ...[AssessmentModule, CatalogueModule, FilesModule, IdentityModule, ProgressModule, StandingModule],
    MongooseModule.forFeature([...briefModels, ...conversationModels, ...groupModels]),
    MongooseModule.forFeature([...observationModels, ...workModels]),
  ],
  providers: [
    ...briefSteps,
    ...briefUseCases,
    ...conversationSteps,
    ...conversationUseCases,
    ...groupSteps,
    ...groupUseCases,
    ...observationSteps,
    ...observationUseCases,
    { provide: WorkBriefs, useClass: BriefsOfWorks },
    ...workSteps,
    ...workUseCases,
  ],
  exports: [
    ...[...briefUseCases, ...conversationUseCases, ...groupUseCases],
    ...[...observationUseCases, ...workUseCases],
  ],
})
export class PracticalsModule {}
