import { BriefReader } from './brief.reader.js';
import { BriefRepository } from './brief.repository.js';
import { BRIEF, briefSchema } from './brief.schema.js';
import { PublishBrief } from './publish-brief.js';

/** What this folder keeps in the database. */
export const briefModels = [{ name: BRIEF, schema: briefSchema }];

/** Its repository, for this lib only. */
export const briefSteps = [BriefRepository];

/** What the edges call. */
export const briefUseCases = [BriefReader, PublishBrief];
