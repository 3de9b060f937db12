import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** The schema explorer at /explorer, served from this machine alone. Development only: it is no part of the image. */
export async function mountExplorer(app: NestFastifyApplication): Promise<void> {
  const [{ getDistDirectory, renderAltair }, { default: serveStatic }] = await Promise.all([
    import('altair-static'),
    import('@fastify/static'),
  ]);
  const page = renderAltair({
    baseURL: '/explorer/',
    endpointURL: '/graphql',
    initialSettings: { theme: 'light' },
  });
  const csp =
    "default-src 'self'; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:";
  const fastify = app.getHttpAdapter().getInstance();
  for (const path of ['/explorer', '/explorer/']) {
    fastify.get(
      path,
      (_request, reply) => void reply.header('content-security-policy', csp).type('text/html').send(page),
    );
  }
  await app.register(serveStatic, { root: getDistDirectory(), prefix: '/explorer/', index: false });
}
