import type { LoopPulse } from '@app/scheduling';

/** Runs a step again and again, never two at once, and sooner when nudged. A failing step is logged and tried again. */
export class Loop {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private nudged = false;
  private stopped = false;
  private last: { at: Date; tookMs: number } | null = null;
  private failures = 0;

  constructor(
    private readonly name: string,
    private readonly everyMs: number,
    private readonly step: () => Promise<number>,
    private readonly hooks: { warn: (message: string) => void; now: () => Date },
  ) {
    this.plan(0);
  }

  /** What it did last, for operators. */
  get pulse(): LoopPulse {
    const { name, last, failures } = this;
    return { name, lastAt: last?.at ?? null, tookMs: last?.tookMs ?? 0, failures };
  }

  /** Runs the step now, or once more right after the run under way. */
  nudge(): void {
    if (this.running === undefined) this.plan(0);
    else this.nudged = true;
  }

  /** Waits for the run under way and starts no other. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private plan(inMs: number): void {
    clearTimeout(this.timer);
    if (!this.stopped) this.timer = setTimeout(() => this.start(), inMs);
  }

  private start(): void {
    this.running = this.once();
  }

  private async once(): Promise<void> {
    const began = performance.now();
    let moved = 0;
    try {
      moved = await this.step();
      this.failures = 0;
    } catch (error) {
      this.failures += 1;
      this.hooks.warn(`${this.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
    this.last = { at: this.hooks.now(), tookMs: Math.round(performance.now() - began) };
    this.running = undefined;
    const again = this.nudged || moved > 0;
    this.nudged = false;
    this.plan(again ? 0 : this.everyMs);
  }
}
