/** One that waits for its turn, and how it hears of its outcome. */
interface Waiting<Outcome> {
  readonly id: string;
  readonly done: (outcome: Outcome) => void;
  readonly failed: (error: unknown) => void;
}

/** How each of several goes, by id. */
export type Outcomes<Outcome> = ReadonlyMap<string, Promise<Outcome>>;

/**
 * Gathers what arrives for somebody while others of it are under way, and hands it over together. Nothing waits for company: what
 * comes when nothing is under way goes at once. Each hears of itself alone. What the handing over leaves to be done apart (a promise
 * that is still open when it ends) keeps nobody waiting who comes later.
 */
export class Gathering<Outcome> {
  private readonly waiting = new Map<string, Waiting<Outcome>[]>();
  private readonly busy = new Set<string>();

  /** @param handOver does several for one receiver; what it throws, each of them hears. */
  constructor(
    private readonly handOver: (receiver: string, ids: readonly string[]) => Promise<Outcomes<Outcome>>,
  ) {}

  /** Hands one over, perhaps with others. Its outcome; throws the error it met. */
  async add(receiver: string, id: string): Promise<Outcome> {
    return new Promise<Outcome>((done, failed) => {
      this.waiting.set(receiver, [...(this.waiting.get(receiver) ?? []), { id, done, failed }]);
      if (!this.busy.has(receiver)) void this.serve(receiver);
    });
  }

  private async serve(receiver: string): Promise<void> {
    this.busy.add(receiver);
    for (let next = this.take(receiver); next.length > 0; next = this.take(receiver))
      await this.together(receiver, next);
    this.busy.delete(receiver);
  }

  private take(receiver: string): readonly Waiting<Outcome>[] {
    const taken = this.waiting.get(receiver) ?? [];
    this.waiting.delete(receiver);
    return taken;
  }

  private async together(receiver: string, gathered: readonly Waiting<Outcome>[]): Promise<void> {
    try {
      const outcomes = await this.handOver(receiver, [...new Set(gathered.map(({ id }) => id))]);
      for (const { id, done, failed } of gathered) {
        const how = outcomes.get(id);
        if (how === undefined) failed(new Error(`Nobody says how it went with ${id}`));
        else how.then(done, failed);
      }
    } catch (error) {
      for (const { failed } of gathered) failed(error);
    }
  }
}
