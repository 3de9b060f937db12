/** Progress as people read it. It goes to standard error, so that what a command prints can be piped. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** One finished step and its time. */
export interface StepTime {
  readonly title: string;
  readonly ms: number;
}

/** "850 ms", "3.2 s", "1 min 05 s". */
export function duration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  return `${Math.floor(ms / 60_000)} min ${String(Math.floor((ms % 60_000) / 1000)).padStart(2, '0')} s`;
}

/** Runs steps one after another, shows that each goes on, and keeps its time. */
export class Steps {
  readonly done: StepTime[] = [];
  private readonly terminal = process.stderr.isTTY;

  /** `work` is handed a function that changes the note behind the running line. */
  async step<T>(title: string, work: (note: (text: string) => void) => Promise<T>): Promise<T> {
    const began = performance.now();
    let detail = '';
    const show = () => {
      const line = `  … ${title} ${duration(performance.now() - began)} ${detail}`.slice(0, 110);
      process.stderr.write(this.terminal ? `\r\x1b[K${line}` : `${line}\n`);
    };
    const timer = setInterval(show, this.terminal ? 250 : 20_000);
    try {
      const result = await work((text) => {
        detail = text;
      });
      this.finish(title, performance.now() - began);
      return result;
    } finally {
      clearInterval(timer);
      if (this.terminal) process.stderr.write('\r\x1b[K');
    }
  }

  private finish(title: string, ms: number): void {
    this.done.push({ title, ms });
    say(`${this.terminal ? '\r\x1b[K' : ''}  ✓ ${title}  ${duration(ms)}`);
  }
}
