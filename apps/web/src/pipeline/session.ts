import { randomBytes } from 'node:crypto';
import { z } from 'zod';

const tokens = z.object({ access: z.string(), accessUntil: z.number(), refresh: z.string() });

const person = z.object({
  id: z.string(),
  name: z.string(),
  force: z.object({ en: z.string(), cy: z.string().nullable() }),
  areas: z.array(
    z.enum(['author', 'reviewer', 'publisher', 'sittings', 'people', 'cover', 'adjustments', 'invigilation']),
  ),
});

const session = z.object({
  /** Root of this browser's form tokens; drawn anew at each sign-in. */
  seed: z.string(),
  language: z.enum(['en', 'cy']).nullable(),
  tokens: tokens.optional(),
  person: person.optional(),
  /** The right to write in an attempt, as startAttempt or resumeAttempt gave it to this browser. */
  writing: z.object({ attemptId: z.string(), writer: z.string() }).optional(),
  /** A sentence to show once, on the next page. */
  flash: z.string().optional(),
});

/** The tokens that the API gave this browser. `accessUntil` is in milliseconds since 1970. */
export type Tokens = z.infer<typeof tokens>;

/** Who signed in, as the header of each page shows it, and the areas that the navigation offers. The API decides anew each time. */
export type SignedInPerson = z.infer<typeof person>;

/** An area of the navigation. */
export type Area = SignedInPerson['areas'][number];

/** What Lantern keeps in the browser between two requests: one sealed, httpOnly, SameSite=Lax cookie and nothing on the server. */
export type Session = z.infer<typeof session>;

/** A browser that Lantern has not seen before. */
export function newSession(language: Session['language'] = null): Session {
  return { seed: randomBytes(18).toString('base64url'), language };
}

/** Reads an opened cookie; undefined when it is no session of ours. */
export function asSession(value: unknown): Session | undefined {
  const parsed = session.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}
