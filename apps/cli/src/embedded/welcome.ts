import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { z } from 'zod';
import type { Layout } from './layout.js';
import type { RunState } from './run-file.js';
import { duration, type StepTime } from './terminal.js';

const demonstration = z.object({
  password: z.string(),
  people: z.array(z.object({ name: z.string(), email: z.string(), force: z.string(), does: z.string() })),
});

/** What the person who started Lantern needs to know: where to look, how to sign in, how to stop. */
export function addresses(layout: Layout, run: RunState): string {
  const from = (path: string) => relative(process.cwd(), path) || '.';
  const rows = [
    ['Pages', run.web],
    ['GraphQL', `${run.web}/graphql   (API process: ${run.api})`],
    ['MongoDB', withoutPassword(run.mongodbUri)],
    ['Redis', withoutPassword(run.redisUrl)],
    ['Mail', `${from(run.mailDirectory)}/   (what Lantern would have sent)`],
    ['Logs', `${from(layout.log)}/`],
  ];
  return rows.map(([what, where]) => `  ${(what ?? '').padEnd(9)} ${where ?? ''}`).join('\n');
}

/** The demonstration's people, as the seed left them; the empty text when there are none. */
export function signIns(layout: Layout): string {
  let demo: z.infer<typeof demonstration>;
  try {
    demo = demonstration.parse(JSON.parse(readFileSync(layout.demo, 'utf8')));
  } catch {
    return '';
  }
  const width = Math.max(0, ...demo.people.map(({ email }) => email.length));
  const rows = demo.people.map(
    ({ email, name, force, does }) => `  ${email.padEnd(width)}  ${name}, ${force}: ${does}`,
  );
  return [
    'Sign in as (invented people, one password for all):',
    ...rows,
    `  Password: ${demo.password}`,
  ].join('\n');
}

/** The steps from clone to serving, with the time that each took. */
export function timetable(steps: readonly StepTime[], totalMs: number): string {
  const width = Math.max(...steps.map(({ title }) => title.length), 5);
  const row = (title: string, ms: number) => `  ${title.padEnd(width)}  ${duration(ms).padStart(10)}`;
  return [
    'From npm start to serving:',
    ...steps.map(({ title, ms }) => row(title, ms)),
    row('Total', totalMs),
  ].join('\n');
}

/** An address that can be shown: a password in it is left out. */
export function withoutPassword(address: string): string {
  return address.replace(/\/\/([^/@:]*):[^/@]*@/, '//$1:…@');
}
