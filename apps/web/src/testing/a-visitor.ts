/** A page as a browser without script got it. */
export interface Got {
  readonly status: number;
  readonly path: string;
  readonly html: string;
  readonly headers: Headers;
}

/** A browser without script: keeps its cookie, follows redirects, sends the forms of the page it is on. */
export class Visitor {
  cookie = '';
  page: Got | undefined;

  constructor(private readonly origin: string) {}

  /** Goes to an address of the origin. */
  async goTo(path: string): Promise<Got> {
    return this.follow(await this.request(path));
  }

  /** Sends a form with the token of the page it is on. */
  async send(path: string, fields: Record<string, string>): Promise<Got> {
    const token = /name="_csrf" value="([^"]+)"/.exec(this.page?.html ?? '')?.[1] ?? '';
    return this.follow(await this.post(path, { _csrf: token, ...fields }));
  }

  /** Sends fields and nothing else. */
  async post(path: string, fields: Record<string, string>): Promise<Response> {
    return this.request(path, { method: 'POST', body: new URLSearchParams(fields) });
  }

  /** Signs in by the form. */
  async signIn(back = ''): Promise<Got> {
    await this.goTo('/sign-in');
    return this.send('/sign-in', {
      identifier: 'maya@harbourshire.example',
      password: 'three calm words',
      back,
    });
  }

  private async request(path: string, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(new URL(path, this.origin), {
      ...init,
      redirect: 'manual',
      headers: { cookie: this.cookie },
    });
    const set = response.headers.get('set-cookie');
    if (set !== null) this.cookie = set.split(';')[0] ?? '';
    return response;
  }

  private async follow(response: Response, left = 5): Promise<Got> {
    const location = response.headers.get('location');
    if (location !== null && left > 0) return this.follow(await this.request(location), left - 1);
    const { pathname, search } = new URL(response.url);
    this.page = {
      status: response.status,
      path: pathname + search,
      html: await response.text(),
      headers: response.headers,
    };
    return this.page;
  }
}
