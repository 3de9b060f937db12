import { CheckAnswerFiles } from '../attempt/check-answer-files.js';
import { CreateItem } from './create-item.js';
import { ItemReader } from './item.reader.js';
import { ItemDesk } from './item-desk.js';
import { LoadStimuli } from './load-stimuli.js';
import { ApproveItem, MoveItem, ReturnItem, SendItem } from './move-item.js';
import { ReviseItem } from './revise-item.js';
import { SaveStimulus } from './save-stimulus.js';
import { StimulusRepository } from './stimulus.repository.js';
import { STIMULUS, stimulusSchema } from './stimulus.schema.js';

/** What the life of items keeps in the database besides items and their versions. */
export const itemLifeModels = [{ name: STIMULUS, schema: stimulusSchema }];

/** Its repositories and steps, for this lib only. */
export const itemLifeSteps = [CheckAnswerFiles, ItemDesk, MoveItem, StimulusRepository];

/** What the edges call. */
export const itemLifeUseCases = [
  ApproveItem,
  CreateItem,
  ItemReader,
  LoadStimuli,
  ReturnItem,
  ReviseItem,
  SaveStimulus,
  SendItem,
];
