import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OwnFile } from '../own-file.ts';
import type { Random } from '../random.ts';
import { Client, type Patience } from './client.ts';

interface Person {
  readonly personId: string;
  readonly email: string;
}

interface Ground {
  readonly password: string;
  readonly forces: readonly {
    readonly slug: string;
    readonly trainer: Person;
    readonly markers: readonly Person[];
    readonly lapsing: readonly Person[];
    readonly learners: readonly Person[];
  }[];
}

/** The people of one force, each with a way to the API. */
export interface Force {
  readonly slug: string;
  readonly trainer: Client;
  readonly markers: readonly Client[];
  /** Their award was valid yesterday for the last time. */
  readonly lapsing: readonly Client[];
  readonly learners: readonly Client[];
}

/** What every actor of the load needs. */
export interface Stage {
  readonly file: OwnFile;
  readonly random: Random;
  /** Ends what is under way. */
  readonly signal: AbortSignal;
  /** When no new thing is begun, in ms since 1970. */
  readonly endsAt: number;
}

/** Reads who is there, as `seed-chaos` wrote it. */
export function companyOf(folder: string, url: string, patience: Patience): Force[] {
  const ground = JSON.parse(readFileSync(join(folder, 'chaos-ground.json'), 'utf8')) as Ground;
  const client = (person: Person) => new Client(url, { ...person, password: ground.password }, patience);
  return ground.forces.map(({ slug, trainer, markers, lapsing, learners }) => ({
    ...{ slug, trainer: client(trainer), markers: markers.map(client) },
    ...{ lapsing: lapsing.map(client), learners: learners.map(client) },
  }));
}
