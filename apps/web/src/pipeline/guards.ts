import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { Fault } from './fault.js';
import { FormToken } from './form-token.js';
import { visitOf } from './visits.js';

const OPEN = 'lantern:open';

/** A page for anybody, signed in or not. All others send a stranger to the sign-in page. */
export const Open = (): ClassDecorator & MethodDecorator => SetMetadata(OPEN, true);

/** Refuses a form that does not carry this browser's token. */
@Injectable()
export class FormTokenGuard implements CanActivate {
  constructor(private readonly formToken: FormToken) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    if (request.method === 'GET' || request.method === 'HEAD') return true;
    const body: unknown = request.body;
    const inBody = typeof body === 'object' && body !== null && '_csrf' in body ? body._csrf : undefined;
    // A form with a file has no parsed body yet: its token travels in the form's address.
    if (this.formToken.fits(visitOf(request).session.seed, inBody ?? request.query._csrf)) return true;
    throw new Fault('FORM_TOKEN', 'the form does not carry the token of this browser');
  }
}

/** Sends a stranger to the sign-in page. */
@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const isOpen = this.reflector.getAllAndOverride<boolean | undefined>(OPEN, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (isOpen === true || visitOf(context.switchToHttp().getRequest<Request>()).isSignedIn) return true;
    throw new Fault('UNAUTHENTICATED', 'nobody is signed in');
  }
}
