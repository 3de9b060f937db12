import { createServer, type IncomingMessage, type Server } from 'node:http';
import { connect } from 'node:net';
import { aWeb, type TestWeb } from '../testing/a-web.js';

/** An API that tells what it was sent. */
function anEcho(): Promise<{ server: Server; url: string; last: () => IncomingMessage | undefined }> {
  let last: IncomingMessage | undefined;
  const server = createServer((request, response) => {
    last = request;
    response.writeHead(request.url === '/graphql/teapot' ? 418 : 200, {
      'content-type': 'text/plain',
      'x-from': 'api',
    });
    request.pipe(response);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      resolve({ server, url: `http://127.0.0.1:${port}`, last: () => last });
    });
  });
}

describe('passThrough', () => {
  let echo: Awaited<ReturnType<typeof anEcho>>;
  let web: TestWeb;

  beforeAll(async () => {
    echo = await anEcho();
    web = await aWeb(echo.url);
  });

  afterAll(async () => {
    await web.stop();
    echo.server.close();
  });

  it('passes body, status, headers and address through, but never the session cookie', async () => {
    const body = 'x'.repeat(3_000_000);
    const response = await fetch(`${web.origin}/files/a%20b?token=1`, {
      method: 'PUT',
      body,
      headers: { cookie: 'lantern=secret', authorization: 'Bearer t', 'content-type': 'text/csv' },
    });
    expect(await response.text()).toBe(body);
    expect(response.headers.get('x-from')).toBe('api');
    expect(echo.last()?.url).toBe('/files/a%20b?token=1');
    expect(echo.last()?.headers).toMatchObject({
      authorization: 'Bearer t',
      'content-type': 'text/csv',
      'x-forwarded-proto': 'http',
    });
    expect(echo.last()?.headers.cookie).toBeUndefined();
    expect((await fetch(`${web.origin}/graphql/teapot`)).status).toBe(418);
  });

  it('passes nothing else', async () => {
    expect(
      (await fetch(`${web.origin}/graphqlish`, { redirect: 'manual' })).headers.get('x-from'),
    ).toBeNull();
    expect(
      (await fetch(`${web.origin}/filesystem`, { redirect: 'manual' })).headers.get('x-from'),
    ).toBeNull();
  });

  it('answers 503 when the API is away', async () => {
    const alone = await aWeb('http://127.0.0.1:9');
    const response = await fetch(`${alone.origin}/graphql`, { method: 'POST', body: '{}' });
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }],
    });
    await alone.stop();
  });

  it('lives on when a browser goes away in the middle', async () => {
    const { port } = new URL(web.origin);
    const socket = connect(Number(port), '127.0.0.1');
    await new Promise<void>((resolve) => {
      socket.write('PUT /files/half HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\nhalf', () => {
        socket.destroy();
        resolve();
      });
    });
    expect((await fetch(`${web.origin}/healthz`)).status).toBe(200);
  });
});
