import { IdentityModule } from '@app/identity';
import { Module } from '@nestjs/common';
import { ImportRosterProcessor } from './import-roster.processor.js';

/** The background edge of rosters. */
@Module({ imports: [IdentityModule], providers: [ImportRosterProcessor] })
export class RosterWorkerModule {}
