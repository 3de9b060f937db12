import { CompleteWork } from './complete-work.js';
import { DecideWorkVoid } from './decide-work-void.js';
import { ProposeWorkVoid } from './propose-work-void.js';
import { ReleaseWork } from './release-work.js';
import { SaveWork } from './save-work.js';
import { StartWork } from './start-work.js';
import { SubmitWork } from './submit-work.js';
import { WithdrawWork } from './withdraw-work.js';
import { WorkReader } from './work.reader.js';
import { WorkRepository } from './work.repository.js';
import { WORK, workSchema } from './work.schema.js';
import { WorkGround } from './work-ground.js';
import { WorkVoidReader } from './work-void.reader.js';
import { WorkVoidRepository } from './work-void.repository.js';
import { WORK_VOID, workVoidSchema } from './work-void.schema.js';

/** What this folder keeps in the database. */
export const workModels = [
  { name: WORK, schema: workSchema },
  { name: WORK_VOID, schema: workVoidSchema },
];

/** Its repositories and steps, for this lib only. They need a provider of `WorkBriefs`. */
export const workSteps = [ReleaseWork, WorkGround, WorkRepository, WorkVoidRepository];

/** What the edges call. */
export const workUseCases = [
  CompleteWork,
  DecideWorkVoid,
  ProposeWorkVoid,
  SaveWork,
  StartWork,
  SubmitWork,
  WithdrawWork,
  WorkReader,
  WorkVoidReader,
];
