import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ClockGuard, TOLERATED_SKEW_MS } from './clock-guard.js';

const EVERY_MS = 5000;

/** Keeps measuring a process's clock against MongoDB's, and says so when it goes astray and when it is right again. */
@Injectable()
export class ClockWatch implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Clock');
  private timer: NodeJS.Timeout | undefined;
  private wasTrusted = true;

  constructor(private readonly guard: ClockGuard) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.measure();
    this.timer = setInterval(() => void this.measure(), EVERY_MS);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Measures once. A MongoDB that does not answer leaves the last judgement as it is: nothing timed can be done then anyway. */
  private async measure(): Promise<void> {
    try {
      const skew = Math.round(await this.guard.measure());
      const isTrusted = this.guard.isTrusted();
      if (!isTrusted)
        this.log.error(
          `This clock is ${skew} ms off MongoDB's (allowed ${TOLERATED_SKEW_MS}): no timed work until it is right`,
        );
      else if (!this.wasTrusted) this.log.log(`This clock is right again (${skew} ms off MongoDB's)`);
      this.wasTrusted = isTrusted;
    } catch (error) {
      this.log.warn(`clock not measured: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
