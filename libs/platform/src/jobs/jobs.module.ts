import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { BatchRunner } from './batch-runner.js';
import { InlineDriver } from './inline-driver.js';
import { JobRegistry } from './job-registry.js';
import { WorkRecords, WorkRunner } from './work-runner.js';

/** What the background edge needs: who handles what, and the code that does one piece of work once. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [JobRegistry, WorkRecords, WorkRunner, BatchRunner, InlineDriver],
  exports: [JobRegistry, WorkRunner, BatchRunner, InlineDriver],
})
export class JobsModule {}
