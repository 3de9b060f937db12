import { Refusal } from '@app/platform/refusal/refusal.js';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { type GraphQLResolveInfo, OperationTypeNode } from 'graphql';
import { catchError, type Observable, of, throwError } from 'rxjs';
import { graphqlContext } from './graphql-context.js';
import { Refused } from './refused.js';

/** Turns a thrown refusal of a mutation into data. Queries have no such union: their refusals go the way of errors. */
@Injectable()
export class RefusalInterceptor implements NestInterceptor {
  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      catchError((error: unknown) => {
        if (!(error instanceof Refusal) || !isMutation(execution)) return throwError(() => error);
        return of(Refused.of(error, graphqlContext(execution).ctx?.language ?? 'en'));
      }),
    );
  }
}

function isMutation(execution: ExecutionContext): boolean {
  const info = GqlExecutionContext.create(execution).getInfo<GraphQLResolveInfo | undefined>();
  return info?.operation.operation === OperationTypeNode.MUTATION;
}
