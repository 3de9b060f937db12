import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from './client.js';
import { Mailbox } from './mailbox.js';

/** A running Lantern as `.lantern/run.json` describes it. */
export interface RunningLantern {
  readonly web: string;
  readonly api: string;
  readonly mongodbUri: string;
  readonly mailDirectory: string;
  readonly pids: Readonly<Record<string, number>>;
}

/** One demonstration sign-in as `.lantern/demo.json` lists it. */
export interface DemoPerson {
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly force: string;
  readonly does: string;
}

/** Everyone the story needs, and the way to them. */
export interface Cast {
  readonly lantern: RunningLantern;
  readonly password: string;
  readonly people: readonly DemoPerson[];
  readonly mailbox: Mailbox;
}

/** Reads who is there. Says what to do when nothing runs. */
export function castOf(home = '.lantern'): Cast {
  let lantern: RunningLantern;
  let demo: { password: string; people: DemoPerson[] };
  try {
    lantern = JSON.parse(readFileSync(join(home, 'run.json'), 'utf8')) as RunningLantern;
    demo = JSON.parse(readFileSync(join(home, 'demo.json'), 'utf8')) as typeof demo;
  } catch {
    throw new Error('Lantern is not running here. Start it in another terminal with: npm start');
  }
  return {
    lantern,
    password: demo.password,
    people: demo.people,
    mailbox: new Mailbox(lantern.mailDirectory),
  };
}

/** A fresh client of the public API, through the one public origin. */
export function stranger(cast: Cast): Client {
  return new Client(`${cast.lantern.web}/graphql`);
}

/** Signs a demonstration person in by key, such as `harbourshire.trainer`. */
export async function signIn(cast: Cast, key: string): Promise<{ client: Client; person: DemoPerson }> {
  const person = cast.people.find((each) => each.key === key);
  if (person === undefined) throw new Error(`The demonstration has no ${key}: npm run reset, then npm start`);
  const client = stranger(cast);
  await client.signIn(person.email, cast.password);
  return { client, person };
}
