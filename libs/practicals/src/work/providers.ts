import { CompleteWork } from './complete-work.js';
import { VoidWork, WithdrawWork } from './end-work.js';
import { ReleaseWork } from './release-work.js';
import { SaveWork } from './save-work.js';
import { StartWork } from './start-work.js';
import { SubmitWork } from './submit-work.js';
import { WorkReader } from './work.reader.js';
import { WorkRepository } from './work.repository.js';
import { WORK, workSchema } from './work.schema.js';
import { WorkGround } from './work-ground.js';

/** What this folder keeps in the database. */
export const workModels = [{ name: WORK, schema: workSchema }];

/** Its repositories and steps, for this lib only. They need a provider of `WorkBriefs`. */
export const workSteps = [ReleaseWork, WorkGround, WorkRepository];

/** What the edges call. */
export const workUseCases = [
  CompleteWork,
  SaveWork,
  StartWork,
  SubmitWork,
  VoidWork,
  WithdrawWork,
  WorkReader,
];
