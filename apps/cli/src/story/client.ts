/** A refusal that the public API gave as data. */
export class RefusedByApi extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(`${code}: ${message}`);
  }
}

/** The API did not answer, or answered without data: try again, or give up. */
export class NoAnswer extends Error {}

interface Reply {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/** A client of the public GraphQL API, with nothing that any other client could not have. */
export class Client {
  constructor(
    readonly url: string,
    private token: string | null = null,
  ) {}

  /** Signs in and keeps the access token. */
  async signIn(identifier: string, password: string): Promise<void> {
    const signedIn = await this.do<{ accessToken: string }>(
      `mutation SignIn($input: SignInInput!) { signIn(input: $input) { __typename ... on SignedIn { accessToken } ... on Refused { code message } } }`,
      { input: { identifier, password } },
    );
    this.token = signedIn.accessToken;
  }

  /** Takes a token that another call gave. */
  useToken(token: string): void {
    this.token = token;
  }

  /** Sends an operation with one root field and gives that field's value. Throws `RefusedByApi` for a refusal. */
  async do<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const reply = await this.post(query, variables);
    refuseErrors(reply);
    const value = Object.values(reply.data ?? {})[0] as T & {
      __typename?: string;
      code: string;
      message: string;
    };
    if (value.__typename === 'Refused') throw new RefusedByApi(value.code, value.message);
    return value;
  }

  private async post(query: string, variables: Record<string, unknown>): Promise<Reply> {
    let response: Response;
    try {
      response = await fetch(this.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          'apollo-require-preflight': 'true',
          ...(this.token === null ? {} : { authorization: `Bearer ${this.token}` }),
        },
        body: JSON.stringify({ query, variables }),
        signal: AbortSignal.timeout(20_000),
      });
    } catch (error) {
      throw new NoAnswer(`no connection: ${error instanceof Error ? error.message : String(error)}`);
    }
    const text = await response.text();
    try {
      return JSON.parse(text) as Reply;
    } catch {
      throw new NoAnswer(`HTTP ${response.status}: ${text.slice(0, 200)}`);
    }
  }
}

function refuseErrors(reply: Reply): void {
  const first = reply.errors?.[0];
  if (first !== undefined) throw new NoAnswer(`${first.extensions?.code ?? 'ERROR'}: ${first.message}`);
  if (reply.data === undefined || reply.data === null) throw new NoAnswer('no data came back');
}
