import { ForgetExpired, forgetExpired } from '@app/identity';
import { Handles, type JobHandler } from '@app/platform/jobs/job.js';
import { Injectable } from '@nestjs/common';

/** Forgets what nobody needs any more, every night. */
@Injectable()
@Handles(forgetExpired)
export class ForgetExpiredProcessor implements JobHandler<Record<string, never>> {
  constructor(private readonly forget: ForgetExpired) {}

  async handle(): Promise<void> {
    await this.forget.execute();
  }
}
