import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import { Fault } from '@app/platform/refusal/fault.js';
import { Refusal } from '@app/platform/refusal/refusal.js';
import type { GraphQLFormattedError } from 'graphql';

/** Receives what must be looked into: the id that the caller was shown, and the error. */
export type ReportBug = (errorId: string, error: unknown) => void;

/** Faults of the request itself, which Apollo and our limits find before any resolver runs. */
const REQUEST_FAULTS = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** Shapes an error for the caller: faults keep code and sentence, anything else shows an id and never a stack. */
export function formatError(report: ReportBug) {
  return (formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError => {
    const error = unwrapResolverError(thrown);
    const place = {
      ...(formatted.path && { path: formatted.path }),
      ...(formatted.locations && { locations: formatted.locations }),
    };
    if (error instanceof Fault) {
      const field = error.field === undefined ? {} : { field: error.field };
      return { message: error.message, ...place, extensions: { code: error.code, ...field } };
    }
    if (error instanceof Refusal) {
      return {
        message: error.sentence('en'),
        ...place,
        extensions: { code: 'REFUSED', refusal: error.code, rule: error.text.rule },
      };
    }
    const code = formatted.extensions?.['code'];
    if (typeof code === 'string' && REQUEST_FAULTS.has(code))
      return { message: formatted.message, ...place, extensions: { code } };
    const errorId = randomUUID();
    report(errorId, error);
    const message = `Something went wrong on our side. Try again; if it stays, give your administrator this number: ${errorId}`;
    return { message, ...place, extensions: { code: 'INTERNAL_SERVER_ERROR', errorId } };
  };
}
