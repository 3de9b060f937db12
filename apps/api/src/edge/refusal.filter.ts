import { Refusal } from '@app/platform/refusal/refusal.js';
import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { GqlArgumentsHost } from '@nestjs/graphql';
import { type GraphQLResolveInfo, OperationTypeNode } from 'graphql';
import type { GraphqlContext } from './graphql-context.js';
import { answerOverHttp } from './http-fault.js';
import { Refused } from './refused.js';

/**
 * The one place where what was thrown becomes what is answered. A refusal of a mutation is data: its result union's other
 * half. Every other error of GraphQL goes on as thrown, to `formatError`. HTTP routes get one plain sentence.
 * A filter rather than an interceptor, because it costs nothing when nothing is thrown.
 */
@Catch()
export class RefusalFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): unknown {
    if (host.getType<string>() !== 'graphql') return answerOverHttp(error, host);
    if (!(error instanceof Refusal)) return error;
    const gql = GqlArgumentsHost.create(host);
    const info = gql.getInfo<GraphQLResolveInfo | undefined>();
    if (info?.operation.operation !== OperationTypeNode.MUTATION) return error;
    return Refused.of(error, gql.getContext<GraphqlContext>().ctx?.language ?? 'en');
  }
}
