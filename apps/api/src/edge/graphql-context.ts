import type { RequestContext } from '@app/platform/context/request-context.js';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** What one GraphQL request carries. The guard fills `ctx`; loaders live as long as the request. */
export interface GraphqlContext {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly loaders: Map<symbol, DataLoader<string, unknown>>;
  ctx?: RequestContext;
  /** Questions of access that are still open; no answer leaves before all have allowed it. */
  readonly entitlements: Promise<unknown>[];
}

/** The GraphQL context of an execution context. */
export function graphqlContext(execution: ExecutionContext): GraphqlContext {
  return GqlExecutionContext.create(execution).getContext<GraphqlContext>();
}

/** The request's context as the guard established it; first argument of every use case. */
export const Ctx = createParamDecorator((_: unknown, execution: ExecutionContext): RequestContext => {
  const { ctx } = graphqlContext(execution);
  if (ctx === undefined) throw new Error('No request context: the entry point was reached around the guard');
  return ctx;
});

/** The whole GraphQL context, for field resolvers that need loaders. */
export const Gql = createParamDecorator((_: unknown, execution: ExecutionContext) =>
  graphqlContext(execution),
);

/**
 * The request's DataLoader of that name, made on first use. `batch` gets unique keys and answers with a map, so that a
 * missing record is simply absent (the loader then gives null).
 */
export function loaderOf<T>(
  gql: GraphqlContext,
  name: symbol,
  batch: (ctx: RequestContext, keys: readonly string[]) => Promise<ReadonlyMap<string, T>>,
): DataLoader<string, T | null> {
  const known = gql.loaders.get(name) as DataLoader<string, T | null> | undefined;
  if (known !== undefined) return known;
  const { ctx } = gql;
  if (ctx === undefined) throw new Error('No request context: the loader was asked for around the guard');
  const loader = new DataLoader<string, T | null>(async (keys) => {
    const found = await batch(ctx, keys);
    return keys.map((key) => found.get(key) ?? null);
  });
  gql.loaders.set(name, loader);
  return loader;
}
