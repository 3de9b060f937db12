import type { Request, Response } from 'express';
import type { Caller } from '../api/api-client.js';
import { tokensOf } from '../api/token-refresher.js';
import type { RefusalFragment, SessionFragment, TypedDocumentString } from '../gql/graphql.js';
import { type Language, type Messages, messagesOf } from '../words/words.js';
import { areasOf } from './areas.js';
import { Fault } from './fault.js';
import { newSession, type Session } from './session.js';
import type { VisitTools } from './visit-tools.js';

/** A fault of one form, shown in the error summary and beside its field. */
export interface FieldError {
  readonly field: string | null;
  readonly text: string;
}

type Refused = { __typename: 'Refused' } & RefusalFragment;
type Change<Result extends object> = Result[keyof Result];

/** One request of one browser: who it is, in which language, and the ways to ask the API and to answer. */
export class Visit {
  readonly language: Language;
  readonly words: Messages;
  /** The address of this page within Lantern, query included. */
  readonly path: string;

  constructor(
    private readonly tools: VisitTools,
    readonly request: Request,
    private readonly response: Response,
    readonly session: Session,
    readonly requestId: string,
  ) {
    this.language =
      session.language ?? (/^\s*cy\b/i.test(request.headers['accept-language'] ?? '') ? 'cy' : 'en');
    this.words = messagesOf(this.language);
    this.path = request.originalUrl;
  }

  /** Reads or writes through the API as the person who is signed in (or as nobody). Throws a `Fault`. */
  async ask<Result, Variables>(
    document: TypedDocumentString<Result, Variables>,
    variables: Variables,
  ): Promise<Result> {
    await this.renewTokens();
    return this.tools.api.send(document, variables, this.caller());
  }

  /**
   * One mutation. What the person can put right (a refusal, a malformed field, someone else's newer change) comes back as
   * `Refused`, to be shown on the form; every other fault is thrown.
   */
  async change<Result extends object, Input>(
    document: TypedDocumentString<Result, { input: Input }>,
    input: Input,
  ): Promise<Change<Result> | Refused> {
    try {
      const result = await this.ask(document, { input });
      return Object.values(result)[0] as Change<Result>;
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      const message = this.sentenceOf(error);
      if (message === undefined) throw error;
      return {
        __typename: 'Refused',
        code: error.code,
        rule: '',
        message,
        field: error.detail.field ?? null,
      };
    }
  }

  /** Whether somebody is signed in, as far as this browser knows. */
  get isSignedIn(): boolean {
    return this.session.tokens !== undefined;
  }

  /** Takes up the session that the API has given, under a new form token. */
  signIn(given: SessionFragment): void {
    const chosen = this.session.language;
    this.session.seed = newSession().seed;
    delete this.session.writing;
    this.takeUp(given);
    this.session.language = chosen ?? (given.me.person.language === 'CY' ? 'cy' : 'en');
  }

  /** Forgets the person; the language stays. */
  signOut(): void {
    this.forgetTokens();
    delete this.session.person;
    delete this.session.writing;
    delete this.session.flash;
    this.session.seed = newSession().seed;
  }

  /** The access token of who is signed in, renewed and kept when it is near its end; undefined when nobody is, or no longer. */
  async freshToken(): Promise<string | undefined> {
    const before = this.session.tokens;
    try {
      await this.renewTokens();
    } catch (error) {
      if (!(error instanceof Fault) || error.code !== 'UNAUTHENTICATED') throw error;
    }
    if (this.session.tokens !== before) this.tools.cookie.write(this.response, this.session);
    return this.session.tokens?.access;
  }

  /** Forgets tokens that the API no longer takes. The form token stays, so that a half-filled form is still good. */
  forgetTokens(): void {
    delete this.session.tokens;
  }

  /** Answers with a page. A page with errors says so in its title. */
  render(view: string, model: object, status = 200): void {
    const flash = this.session.flash;
    delete this.session.flash;
    const errors = 'errors' in model ? (model.errors as readonly FieldError[]) : [];
    const html = this.tools.views.render(`${view}.njk`, {
      t: this.words,
      lang: this.language,
      otherLang: this.language === 'en' ? 'cy' : 'en',
      path: this.path,
      area: this.path.split(/[/?]/)[1] ?? '',
      csrf: this.tools.formToken.of(this.session.seed),
      person: this.isSignedIn ? this.session.person : undefined,
      flash,
      ...model,
      errors,
    });
    this.tools.cookie.write(this.response, this.session);
    this.response.status(status).setHeader('cache-control', 'no-store').type('html').send(html);
  }

  /** Sends the browser on to another page, with a sentence to show there. */
  redirect(path: string, flash?: string): void {
    if (flash !== undefined) this.session.flash = flash;
    this.tools.cookie.write(this.response, this.session);
    this.response.setHeader('cache-control', 'no-store').redirect(303, path);
  }

  private sentenceOf(fault: Fault): string | undefined {
    const { mend } = this.words.faults;
    if (fault.code === 'BAD_USER_INPUT') return mend.malformed;
    if (fault.code === 'CONFLICT') return mend.conflict;
    return fault.code === 'TOO_MANY_REQUESTS' ? mend.tooMany : undefined;
  }

  private caller(): Caller {
    return {
      accessToken: this.session.tokens?.access,
      language: this.language,
      requestId: this.requestId,
      address: this.request.ip ?? '',
    };
  }

  private async renewTokens(): Promise<void> {
    const { tokens } = this.session;
    if (tokens === undefined || !this.tools.refresher.areNearEnd(tokens)) return;
    const next = await this.tools.refresher.refresh(tokens, this.caller());
    if (next !== undefined) {
      this.takeUp(next);
      return;
    }
    this.forgetTokens();
    throw new Fault('UNAUTHENTICATED', 'the session has ended');
  }

  private takeUp(given: SessionFragment): void {
    const { person, force, bundles } = given.me;
    this.session.tokens = tokensOf(given);
    this.session.person = {
      id: person.id,
      name: `${person.givenName} ${person.familyName}`,
      force: { en: force.name.en, cy: force.name.cy },
      areas: areasOf(bundles),
    };
  }
}

/** The errors of a page for one refusal of the API. */
export function errorsOf(refused: RefusalFragment): FieldError[] {
  return [{ field: refused.field, text: refused.message }];
}
