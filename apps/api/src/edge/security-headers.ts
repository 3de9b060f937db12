import type { ServerResponse } from 'node:http';
import helmet from 'helmet';

/** The API shows no page: whatever a browser were made to render of it may load and run nothing. */
const protect = helmet({ contentSecurityPolicy: { directives: { defaultSrc: ["'none'"] } } });

/**
 * The headers of every answer, as helmet sets them. They are the same for all, so helmet is asked once and not by each
 * request: building the policy's text anew is what a hot path notices.
 */
export function securityHeaders(): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {};
  const response = {
    setHeader: (name: string, value: string) => {
      headers[name.toLowerCase()] = value;
    },
    removeHeader: () => undefined,
  } as unknown as ServerResponse;
  protect({} as never, response, (error) => {
    if (error !== undefined) throw new Error('helmet refused its own settings', { cause: error });
  });
  return headers;
}
