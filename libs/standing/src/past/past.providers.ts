import { ApplyPast } from './apply-past.js';
import { CancelPast } from './cancel-past.js';
import { CheckPast } from './check-past.js';
import { ImportPast } from './import-past.js';
import { MapPast } from './map-past.js';
import { PastReader } from './past.reader.js';
import { PastDesk } from './past-desk.js';
import { PastGround } from './past-ground.js';
import { PastImportRepository } from './past-import.repository.js';
import { PastMappingRepository } from './past-mapping.repository.js';
import { PastRecordRepository } from './past-record.repository.js';
import { SavePastMapping } from './save-past-mapping.js';
import { UndoPast } from './undo-past.js';
import { WithdrawPast } from './withdraw-past.js';

/** What others may call of the past. */
export const pastUseCases = [
  ApplyPast,
  CancelPast,
  CheckPast,
  ImportPast,
  MapPast,
  PastReader,
  SavePastMapping,
  UndoPast,
  WithdrawPast,
];

/** Everything that the past is made of. */
export const pastProviders = [
  ...pastUseCases,
  PastDesk,
  PastGround,
  PastImportRepository,
  PastMappingRepository,
  PastRecordRepository,
];
