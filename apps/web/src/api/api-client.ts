import { CONFIG, type Config } from '@app/platform/config/config.js';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { TypedDocumentString } from '../gql/graphql.js';
import { Fault, faultOf } from '../pipeline/fault.js';
import type { Language } from '../words/words.js';

const TIMEOUT_MS = 20_000;

/** On whose behalf, and in which language, a request goes to the API. */
export interface Caller {
  readonly accessToken?: string | undefined;
  readonly language: Language;
  readonly requestId: string;
  /** The browser's address, for the API's throttling. */
  readonly address: string;
}

const reply = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        extensions: z
          .object({ code: z.unknown(), errorId: z.string().optional(), field: z.string().optional() })
          .partial()
          .optional(),
      }),
    )
    .optional(),
});

/** The only way from a page to Lantern: one GraphQL document, its variables and its typed answer. */
@Injectable()
export class ApiClient {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Sends a document. Throws a `Fault` when the API answers with errors or does not answer. */
  async send<Result, Variables>(
    document: TypedDocumentString<Result, Variables>,
    variables: Variables,
    caller: Caller,
  ): Promise<Result> {
    const response = await this.post(JSON.stringify({ query: document.toString(), variables }), caller);
    const parsed = reply.safeParse(await response.json().catch(() => undefined));
    if (!parsed.success) throw new Fault('API_AWAY', `the API answered ${response.status}`);
    const error = parsed.data.errors?.[0];
    if (error !== undefined) {
      const code = response.status === 429 ? 'TOO_MANY_REQUESTS' : error.extensions?.code;
      throw faultOf(code, error.message, {
        errorId: error.extensions?.errorId,
        field: error.extensions?.field,
      });
    }
    return parsed.data.data as Result;
  }

  private async post(body: string, caller: Caller): Promise<Response> {
    const headers: Record<string, string> = {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      'accept-language': caller.language,
      'x-request-id': caller.requestId,
      'x-forwarded-for': caller.address,
    };
    if (caller.accessToken !== undefined) headers.authorization = `Bearer ${caller.accessToken}`;
    if (this.config.LANTERN_MODE === 'demonstration') headers['x-lantern-welsh-drafts'] = 'show';
    try {
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      return await fetch(new URL('/graphql', this.config.API_URL), { method: 'POST', headers, body, signal });
    } catch (error) {
      throw new Fault('API_AWAY', error instanceof Error ? error.message : 'the API did not answer');
    }
  }
}
