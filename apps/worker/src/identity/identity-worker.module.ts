import { IdentityModule } from '@app/identity';
import { Module } from '@nestjs/common';
import { ForgetExpiredProcessor } from './forget-expired.processor.js';
import { ImportRosterProcessor } from './import-roster.processor.js';

/** The background edge of identity: rosters, and forgetting. */
@Module({ imports: [IdentityModule], providers: [ImportRosterProcessor, ForgetExpiredProcessor] })
export class IdentityWorkerModule {}
