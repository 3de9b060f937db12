import { Agent, request } from 'node:http';

/** One POST of a load: where to, what with, and what the reply must contain to count. */
export interface Shot {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly mustContain: string;
}

/** Latencies of one round, in milliseconds. */
export type Latencies = number[];

/** Sends one shot on a kept-alive connection and gives its latency in ms. Rejects when the reply is not the good one. */
export function fire(agent: Agent, shot: Shot): Promise<number> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const sending = request(
      shot.url,
      {
        method: 'POST',
        agent,
        headers: {
          ...shot.headers,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(shot.body),
        },
      },
      (reply) => {
        const parts: Buffer[] = [];
        reply.on('data', (part: Buffer) => parts.push(part));
        reply.on('end', () => {
          const text = Buffer.concat(parts).toString();
          if (text.includes(shot.mustContain)) resolve(performance.now() - began);
          else reject(new Error(`HTTP ${String(reply.statusCode)} from ${shot.url}: ${text.slice(0, 300)}`));
        });
      },
    );
    sending.on('error', reject);
    sending.end(shot.body);
  });
}

/** Fires `count` shots over `connections` connections, each connection one after another, and gives all latencies. */
export async function volley(
  connections: number,
  count: number,
  shotOf: (connection: number, turn: number) => Shot,
): Promise<Latencies> {
  const latencies: Latencies = [];
  await Promise.all(
    Array.from({ length: connections }, async (_, connection) => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      for (let turn = 0; turn < count / connections; turn++)
        latencies.push(await fire(agent, shotOf(connection, turn)));
      agent.destroy();
    }),
  );
  return latencies;
}

/** The value below which the share `p` (0–1) of the latencies lies. */
export function quantile(latencies: Latencies, p: number): number {
  const sorted = latencies.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? Number.NaN;
}

/** One line of a comparison: floor and product of the same interleaved run. */
export function compare(title: string, floor: Latencies, product: Latencies): string {
  const cells = [floor, product].flatMap((side) => [quantile(side, 0.5), quantile(side, 0.99)]);
  const [fp50, fp99, pp50, pp99] = cells.map((ms) => `${ms.toFixed(2)} ms`.padStart(10));
  const ratio = quantile(product, 0.5) / quantile(floor, 0.5);
  return `${title.padEnd(22)} floor p50 ${fp50 ?? ''}  p99 ${fp99 ?? ''}   product p50 ${pp50 ?? ''}  p99 ${pp99 ?? ''}   ratio ${ratio.toFixed(2)} ×`;
}

/** A reproducible stream of numbers in [0, 1): mulberry32. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
