import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { CONFIG, type Config } from '@app/platform/config/config.js';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Logger } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { entitlementPlugin } from './edge/entitlement.js';
import { formatError } from './edge/format-error.js';
import type { GraphqlContext } from './edge/graphql-context.js';
import { LIMITS, limitPlugins, limitRules } from './edge/limits.js';

const log = new Logger('GraphQL');

/** Apollo Server on Fastify: code-first schema, limits, errors as sentences, no stack traces. */
export const graphqlModule = GraphQLModule.forRootAsync<ApolloDriverConfig>({
  driver: ApolloDriver,
  inject: [CONFIG],
  useFactory: (config: Config) => ({
    autoSchemaFile: true,
    sortSchema: true,
    path: '/graphql',
    graphiql: false,
    playground: false,
    introspection: config.NODE_ENV !== 'production',
    hideSchemaDetailsFromClientErrors: config.NODE_ENV === 'production',
    includeStacktraceInErrorResponses: false,
    // A bearer token makes a browser ask first, which is what the prevention is about.
    csrfPrevention: {
      requestHeaders: ['authorization', 'apollo-require-preflight', 'x-apollo-operation-name'],
    },
    context: (request: FastifyRequest, reply: FastifyReply): GraphqlContext => ({
      request,
      reply,
      loaders: new Map(),
      entitlements: [],
    }),
    // The cache hints that Apollo would gather cost a call on every field, and nothing here is cached by HTTP.
    plugins: [...limitPlugins, entitlementPlugin, ApolloServerPluginCacheControlDisabled()],
    validationRules: limitRules,
    allowBatchedHttpRequests: false,
    parseOptions: { maxLexicalTokens: LIMITS.tokens },
    maxRecursiveSelections: true,
    formatError: formatError((errorId, error) => {
      log.error({ errorId, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }),
  }),
});
