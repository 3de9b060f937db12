/** Why a page cannot be shown: what the API said, or what the web process itself found. */
export type FaultCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'CONFLICT'
  | 'TOO_MANY_REQUESTS'
  | 'FORM_TOKEN'
  | 'API_AWAY'
  | 'UNEXPECTED';

/** A fault on the way to a page; the faults filter turns it into a page in plain words. */
export class Fault extends Error {
  constructor(
    readonly code: FaultCode,
    message: string,
    readonly detail: { readonly errorId?: string | undefined; readonly field?: string | undefined } = {},
  ) {
    super(message);
  }
}

const KNOWN: ReadonlySet<string> = new Set<FaultCode>([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'CONFLICT',
  'TOO_MANY_REQUESTS',
]);

/** The fault for a code of the API; codes that no page knows are unexpected. */
export function faultOf(code: unknown, message: string, detail: Fault['detail'] = {}): Fault {
  if (code === 'REFUSED') return new Fault('CONFLICT', message, detail);
  const known = typeof code === 'string' && KNOWN.has(code);
  return new Fault(known ? (code as FaultCode) : 'UNEXPECTED', message, detail);
}
