import { Handles, type JobHandler } from '@app/platform/jobs/job.js';
import { ForgetDone, forgetDone } from '@app/scheduling';
import { Injectable } from '@nestjs/common';

/** Forgets the marks of work that was done long ago, every night. */
@Injectable()
@Handles(forgetDone)
export class ForgetDoneProcessor implements JobHandler<Record<string, never>> {
  constructor(private readonly forget: ForgetDone) {}

  async handle(): Promise<void> {
    await this.forget.execute();
  }
}
