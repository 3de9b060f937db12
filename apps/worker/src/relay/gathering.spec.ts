import { describe, expect, it } from '@jest/globals';
import { Gathering, type Outcomes } from './gathering.js';

/** Hands over what it is given when it is let, and remembers what came together. */
class Desk {
  readonly seen: [string, readonly string[]][] = [];
  private readonly doors: (() => void)[] = [];
  hurry: () => void = () => undefined;
  private readonly slow = new Promise<void>((resolve) => {
    this.hurry = resolve;
  });
  readonly gathering = new Gathering<string>((receiver, ids) => this.handOver(receiver, ids));

  private async handOver(receiver: string, ids: readonly string[]): Promise<Outcomes<string>> {
    this.seen.push([receiver, ids]);
    await new Promise<void>((open) => this.doors.push(open));
    if (ids.includes('storm')) throw new Error('nothing goes in a storm');
    const how = async (id: string) => {
      if (id === 'bad') throw new Error('bad');
      if (id === 'slow') await this.slow;
      return `${id} of ${ids.length}`;
    };
    return new Map(ids.filter((id) => id !== 'lost').map((id) => [id, how(id)]));
  }

  /** Lets the one that has waited longest finish. */
  async finish(): Promise<void> {
    this.doors.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('Gathering', () => {
  it('hands over at once what comes alone, and together what comes meanwhile', async () => {
    const desk = new Desk();
    const all = ['a', 'b', 'c'].map((id) => desk.gathering.add('bells', id));
    expect(desk.seen).toEqual([['bells', ['a']]]);
    await desk.finish();
    expect(desk.seen[1]).toEqual(['bells', ['b', 'c']]);
    await desk.finish();
    expect(await Promise.all(all)).toEqual(['a of 1', 'b of 2', 'c of 2']);
  });

  it('lets no receiver wait for another', () => {
    const desk = new Desk();
    void desk.gathering.add('bells', 'a');
    void desk.gathering.add('drums', 'b');
    expect(desk.seen).toEqual([
      ['bells', ['a']],
      ['drums', ['b']],
    ]);
  });

  it('keeps nobody waiting for what is left to be done apart', async () => {
    const desk = new Desk();
    const slow = desk.gathering.add('bells', 'slow');
    await desk.finish();
    const quick = desk.gathering.add('bells', 'quick');
    await desk.finish();
    expect(await quick).toBe('quick of 1');
    desk.hurry();
    expect(await slow).toBe('slow of 1');
  });

  it('answers twice, and works once, when one comes twice', async () => {
    const desk = new Desk();
    const all = ['a', 'b', 'b'].map((id) => desk.gathering.add('bells', id));
    await desk.finish();
    await desk.finish();
    expect(await Promise.all(all)).toEqual(['a of 1', 'b of 1', 'b of 1']);
  });

  it('tells each its own error, and everybody when the handing over itself fails', async () => {
    const desk = new Desk();
    const all = ['a', 'bad', 'b', 'lost'].map((id) => desk.gathering.add('bells', id));
    const outcomes = Promise.allSettled(all);
    await desk.finish();
    await desk.finish();
    expect(
      (await outcomes).map((each) => (each.status === 'fulfilled' ? each.value : String(each.reason))),
    ).toEqual([...['a of 1', 'Error: bad', 'b of 3', 'Error: Nobody says how it went with lost']]);
    const stormy = Promise.allSettled(['c', 'd', 'storm'].map((id) => desk.gathering.add('bells', id)));
    await desk.finish();
    await desk.finish();
    expect((await stormy).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    const after = desk.gathering.add('bells', 'e');
    await desk.finish();
    expect(await after).toBe('e of 1');
  });
});
