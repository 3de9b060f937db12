import { pause } from '../pause.ts';

/** A refusal that the API gave as data. */
export class Refused extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(`${code}: ${message}`);
    this.code = code;
  }
}

/** There was no answer, or none that says what happened. */
export class NoAnswer extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** No more is wanted: the run is over. */
export class Over extends Error {}

interface Reply {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/** Until when a client insists, and how it counts what went wrong on the way. */
export interface Patience {
  readonly signal: AbortSignal;
  /** Counts each answer that did not come, by its code. */
  readonly missed: Map<string, number>;
}

/** One person at the public API. Asks again until there is an answer: every operation here bears repeating. */
export class Client {
  readonly email: string;
  readonly personId: string;
  private readonly url: string;
  private readonly password: string;
  private readonly patience: Patience;
  private token: string | null = null;

  constructor(
    url: string,
    person: { email: string; personId: string; password: string },
    patience: Patience,
  ) {
    this.url = url;
    this.email = person.email;
    this.personId = person.personId;
    this.password = person.password;
    this.patience = patience;
  }

  /** The root field of the reply. Throws Refused, or Over when the run ended before there was an answer. */
  async ask<T>(
    query: string,
    input: Record<string, unknown> | null,
    until = Number.POSITIVE_INFINITY,
  ): Promise<T> {
    for (;;) {
      if (this.patience.signal.aborted || Date.now() >= until) throw new Over();
      try {
        return await this.once<T>(query, input);
      } catch (error) {
        if (!isPassing(error)) throw error;
        this.count(error.code);
        await pause(100, this.patience.signal);
      }
    }
  }

  private count(code: string): void {
    const { missed } = this.patience;
    missed.set(code, (missed.get(code) ?? 0) + 1);
    if (code === 'UNAUTHENTICATED') this.token = null;
  }

  private async once<T>(query: string, input: Record<string, unknown> | null): Promise<T> {
    this.token ??= await this.signIn();
    return this.post<T>(query, input === null ? {} : { input });
  }

  private async signIn(): Promise<string> {
    const input = { identifier: this.email, password: this.password };
    const query = `mutation SignIn($input: SignInInput!) { signIn(input: $input) { __typename ... on SignedIn { accessToken } ... on Refused { code message } } }`;
    try {
      return (await this.post<{ accessToken: string }>(query, { input })).accessToken;
    } catch (error) {
      if (error instanceof Refused) throw new NoAnswer(error.code, error.message);
      throw error;
    }
  }

  private async post<T>(query: string, variables: Record<string, unknown>): Promise<T> {
    let text: string;
    try {
      const response = await fetch(this.url, {
        method: 'POST',
        headers: {
          ...{
            'content-type': 'application/json',
            accept: 'application/json',
            'apollo-require-preflight': 'true',
          },
          ...(this.token === null ? {} : { authorization: `Bearer ${this.token}` }),
        },
        body: JSON.stringify({ query, variables }),
        signal: AbortSignal.any([AbortSignal.timeout(15_000), this.patience.signal]),
      });
      text = await response.text();
    } catch (error) {
      throw new NoAnswer('no connection', error instanceof Error ? error.message : String(error));
    }
    return valueIn<T>(text);
  }
}

/** Whether asking again may give another answer: nobody answered, or a server whose clock is astray did. */
function isPassing(error: unknown): error is NoAnswer | Refused {
  return error instanceof NoAnswer || (error instanceof Refused && error.code === 'CLOCK_ASTRAY');
}

interface Value {
  readonly __typename?: string;
  readonly code: string;
  readonly message: string;
}

function valueIn<T>(text: string): T {
  const reply = read(text);
  const [error] = reply.errors ?? [];
  if (error !== undefined) throw failureOf(error);
  const value = Object.values(reply.data ?? {})[0] as (T & Value) | null | undefined;
  if (value === undefined || value === null) throw new NoAnswer('no data', 'no data came back');
  if (value.__typename === 'Refused') throw new Refused(value.code, value.message);
  return value;
}

function read(text: string): Reply {
  try {
    return JSON.parse(text) as Reply;
  } catch {
    throw new NoAnswer('no JSON', text.slice(0, 200));
  }
}

function failureOf({ message, extensions }: NonNullable<Reply['errors']>[number]): Error {
  const code = extensions?.code ?? 'ERROR';
  // What we ask is wrong: asking again would not mend it.
  if (code === 'BAD_USER_INPUT' || code.startsWith('GRAPHQL')) return new Error(`${code}: ${message}`);
  return new NoAnswer(code, message);
}
