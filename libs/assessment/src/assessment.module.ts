import { CatalogueModule } from '@app/catalogue';
import { FrameworkModule } from '@app/framework';
import { IdentityModule } from '@app/identity';
import { FilesModule } from '@app/platform/files/files.module.js';
import { ProgressModule } from '@app/progress';
import { StandingModule } from '@app/standing';
import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { adjustmentModels, adjustmentSteps, adjustmentUseCases } from './adjustment/providers.js';
import { appealModels, appealSteps, appealUseCases } from './appeal/providers.js';
import { AnswerRepository } from './attempt/answer.repository.js';
import { AttemptReader } from './attempt/attempt.reader.js';
import { AttemptRepository } from './attempt/attempt.repository.js';
import { ATTEMPT, attemptSchema } from './attempt/attempt.schema.js';
import { CloseAttempt } from './attempt/close-attempt.js';
import { ExplainUnsaved } from './attempt/explain-unsaved.js';
import { FinishAttempt } from './attempt/finish-attempt.js';
import { LoadOwnAttempt } from './attempt/load-own-attempt.js';
import { OpenAttempt } from './attempt/open-attempt.js';
import { recallSteps, recallUseCases } from './attempt/recall-providers.js';
import { ReleaseResults } from './attempt/release-results.js';
import { ResultReader } from './attempt/result.reader.js';
import { ResumeAttempt } from './attempt/resume-attempt.js';
import { SaveAnswer } from './attempt/save-answer.js';
import { StartAttempt } from './attempt/start-attempt.js';
import { LoadStartFacts } from './attempt/start-facts.js';
import { StopWriting } from './attempt/stop-writing.js';
import { SubmitAttempt } from './attempt/submit-attempt.js';
import { UsePlace } from './attempt/use-place.js';
import { ViewAttempt } from './attempt/view-attempt.js';
import { bookingModels, bookingSteps, bookingUseCases } from './booking/providers.js';
import { invigilationModels, invigilationSteps, invigilationUseCases } from './invigilation/providers.js';
import { CountExposure } from './item/count-exposure.js';
import { ItemRepository } from './item/item.repository.js';
import {
  ITEM,
  ITEM_VERSION,
  itemSchema,
  itemVersionSchema,
  SEEN_ITEM,
  seenItemSchema,
} from './item/item.schema.js';
import { LoadItems } from './item/load-items.js';
import { itemLifeModels, itemLifeSteps, itemLifeUseCases } from './item/providers.js';
import { SeenItemRepository } from './item/seen-item.repository.js';
import { markingModels, markingSteps, markingUseCases } from './marking-round/providers.js';
import { Bank } from './paper/bank.js';
import { BlueprintReader } from './paper/blueprint.reader.js';
import { BlueprintRepository } from './paper/blueprint.repository.js';
import { BLUEPRINT, blueprintSchema, DRAW, drawSchema } from './paper/blueprint.schema.js';
import { CheckBlueprint } from './paper/check-blueprint.js';
import { DrawRepository } from './paper/draw.repository.js';
import { GuardPublication } from './paper/guard-publication.js';
import { PreparePaper } from './paper/prepare-paper.js';
import { ReplayPaper } from './paper/replay-paper.js';
import { RetireItem } from './paper/retire-item.js';
import { SamplePaper } from './paper/sample-paper.js';
import { SetBlueprint } from './paper/set-blueprint.js';
import { Solver } from './paper/solver.js';
import { WatchBlueprints } from './paper/watch-blueprints.js';
import { passMarkModels, passMarkSteps, passMarkUseCases } from './pass-mark/providers.js';
import { regradeModels, regradeSteps, regradeUseCases } from './regrade/providers.js';
import { AddSitting } from './sitting/add-sitting.js';
import { BookPlace } from './sitting/book-place.js';
import { BookPlaces } from './sitting/book-places.js';
import { CancelSitting, SittingUse } from './sitting/cancel-sitting.js';
import { CreateSitting } from './sitting/create-sitting.js';
import { GiveUpPlace } from './sitting/give-up-place.js';
import { PlaceRepository } from './sitting/place.repository.js';
import { RecordWindow } from './sitting/record-window.js';
import { SittingReader } from './sitting/sitting.reader.js';
import { SittingRepository } from './sitting/sitting.repository.js';
import { PLACE, placeSchema, SITTING, sittingSchema } from './sitting/sitting.schema.js';
import { TakePlaces } from './sitting/take-places.js';

const repositories = [
  AnswerRepository,
  AttemptRepository,
  BlueprintRepository,
  DrawRepository,
  ItemRepository,
  PlaceRepository,
  SeenItemRepository,
  SittingRepository,
];
const steps = [
  ...adjustmentSteps,
  ...appealSteps,
  ...bookingSteps,
  ...invigilationSteps,
  ...itemLifeSteps,
  ...passMarkSteps,
  ...recallSteps,
  ...regradeSteps,
  AddSitting,
  Bank,
  ExplainUnsaved,
  FinishAttempt,
  GuardPublication,
  LoadOwnAttempt,
  LoadStartFacts,
  OpenAttempt,
  PreparePaper,
  SittingUse,
  Solver,
  TakePlaces,
  UsePlace,
];
/** Marking by people. */
const useCases = [
  ...adjustmentUseCases,
  ...appealUseCases,
  ...bookingUseCases,
  ...invigilationUseCases,
  ...itemLifeUseCases,
  ...passMarkUseCases,
  ...recallUseCases,
  ...regradeUseCases,
  BookPlace,
  BookPlaces,
  CancelSitting,
  CheckBlueprint,
  CloseAttempt,
  CountExposure,
  CreateSitting,
  GiveUpPlace,
  LoadItems,
  RecordWindow,
  ReleaseResults,
  ResumeAttempt,
  ReplayPaper,
  RetireItem,
  SamplePaper,
  SaveAnswer,
  SetBlueprint,
  StartAttempt,
  StopWriting,
  SubmitAttempt,
  ViewAttempt,
  WatchBlueprints,
];
const readers = [BlueprintReader, AttemptReader, ResultReader, SittingReader];

/** Items, papers, sittings, places, attempts and marks. */
@Module({
  imports: [
    StandingModule,
    IdentityModule,
    CatalogueModule,
    FrameworkModule,
    ProgressModule,
    FilesModule,
    MongooseModule.forFeature([
      { name: ITEM, schema: itemSchema },
      { name: ITEM_VERSION, schema: itemVersionSchema },
      { name: SEEN_ITEM, schema: seenItemSchema },
      { name: BLUEPRINT, schema: blueprintSchema },
      { name: DRAW, schema: drawSchema },
      { name: SITTING, schema: sittingSchema },
      { name: PLACE, schema: placeSchema },
      { name: ATTEMPT, schema: attemptSchema },
      ...adjustmentModels,
      ...appealModels,
      ...bookingModels,
      ...invigilationModels,
      ...itemLifeModels,
      ...markingModels,
      ...passMarkModels,
      ...regradeModels,
    ]),
  ],
  providers: [...markingSteps, ...markingUseCases, ...repositories, ...steps, ...readers, ...useCases],
  exports: [...markingUseCases, ...readers, ...useCases],
})
export class AssessmentModule {}
