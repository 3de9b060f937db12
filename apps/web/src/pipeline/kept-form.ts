import { CONFIG, type Config } from '@app/platform/config/config.js';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Seal } from './sealing.js';

const kept = z.object({
  personId: z.string().nullable(),
  path: z.string(),
  fields: z.array(z.tuple([z.string(), z.string()])),
});

/** A form that was sent after its session had ended, kept by the browser (sealed) through the sign-in. */
export type KeptForm = z.infer<typeof kept>;

/** Keeps what a person typed while they sign in again. Passwords and form tokens are never kept. */
@Injectable()
export class KeptForms {
  private readonly seal: Seal;

  constructor(@Inject(CONFIG) config: Config) {
    this.seal = new Seal(config.LANTERN_SESSION_SECRET, 'kept form');
  }

  /** Seals the fields of a form; the person is the one whose session ended. */
  keep(path: string, body: unknown, personId: string | undefined): string | undefined {
    const fields = fieldsOf(body);
    if (fields.length === 0) return undefined;
    return this.seal.close({ personId: personId ?? null, path, fields } satisfies KeptForm);
  }

  /** Opens a kept form for the person who has signed in; undefined when there is none, or it was another's. */
  open(text: unknown, personId: string): KeptForm | undefined {
    if (typeof text !== 'string' || text === '') return undefined;
    const parsed = kept.safeParse(this.seal.open(text));
    return parsed.success && parsed.data.personId === personId ? parsed.data : undefined;
  }
}

function fieldsOf(body: unknown): [string, string][] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body)
    .filter(([name]) => name !== '_csrf' && !/password/i.test(name))
    .flatMap(([name, value]: [string, unknown]) =>
      (Array.isArray(value) ? value : [value])
        .filter((each) => typeof each === 'string')
        .map((each): [string, string] => [name, each]),
    );
}
