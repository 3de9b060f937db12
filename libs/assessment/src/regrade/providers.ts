import { MarkAgain } from './mark-again.js';
import { RemedyRepository } from './remedy.repository.js';
import { ITEM_REMEDY, itemRemedySchema } from './remedy.schema.js';

/** What this folder keeps in the database. */
export const regradeModels = [{ name: ITEM_REMEDY, schema: itemRemedySchema }];

/** Its repositories and steps, for this lib only. */
export const regradeSteps = [MarkAgain, RemedyRepository];

/** What the edges call. */
export const regradeUseCases = [];
