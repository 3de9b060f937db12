import { IntrinsicException } from '@nestjs/common';

/** A fault of the caller rather than a business "no": it goes to `errors[].extensions.code`. */
export type FaultCode = 'NOT_FOUND' | 'FORBIDDEN' | 'UNAUTHENTICATED' | 'BAD_USER_INPUT' | 'CONFLICT';

/** Thrown by edges and repositories. Not found and not yours are the same NOT_FOUND. Intrinsic: Nest does not log it as a bug. */
export class Fault extends IntrinsicException {
  constructor(
    readonly code: FaultCode,
    message: string = sentences[code],
    readonly field?: string,
  ) {
    super(message);
    this.name = 'Fault';
  }
}

const sentences: Record<FaultCode, string> = {
  NOT_FOUND:
    'There is no such record, or it is not yours to see. Check the address, or ask your training lead.',
  FORBIDDEN: 'Your role does not allow this. Ask your force’s administrator if it should.',
  UNAUTHENTICATED: 'Sign in and try again.',
  BAD_USER_INPUT: 'Something in the request has the wrong form. Correct it and send it again.',
  CONFLICT: 'Someone else changed this meanwhile. Load it again and repeat your change.',
};

/** The value, or NOT_FOUND when there is none. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Fault('NOT_FOUND');
  return value;
}
